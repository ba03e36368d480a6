// swift-tools-version: 6.2
import PackageDescription

// Every border between the parts is a line here: what a target may import, and nothing else (`.ci/borders.py` compares). A
// file says itself which of them it uses.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error), .enableUpcomingFeature("MemberImportVisibility")]

func part(_ name: String, on imports: [String] = []) -> Target {
  .target(name: name, dependencies: imports.map { .byName(name: $0) }, swiftSettings: strict)
}

func tests(of name: String, with imports: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: ([name] + imports).map { .byName(name: $0) },
    swiftSettings: strict)
}

let package = Package(
  name: "Longhand",
  products: [
    .executable(name: "longhand", targets: ["LonghandCommand"]),
    .library(name: "Longhand", targets: ["Longhand"]),
  ],
  targets: [
    part("Numerals"),
    part("WalkthroughLanguage", on: ["Numerals"]),
    part("Differentiation", on: ["WalkthroughLanguage", "Numerals"]),
    part("DocumentModel", on: ["Numerals"]),
    part("Narration", on: ["Numerals", "WalkthroughLanguage", "Differentiation", "DocumentModel"]),
    part("Renderers", on: ["DocumentModel", "Numerals"]),
    part("TraceEncoding", on: ["Differentiation", "WalkthroughLanguage", "Numerals"]),
    part("Proofreading", on: ["Differentiation", "WalkthroughLanguage", "Numerals"]),
    part(
      "Longhand",
      on: [
        "Numerals", "WalkthroughLanguage", "Differentiation", "DocumentModel", "Narration",
        "Renderers", "TraceEncoding", "Proofreading",
      ]),
    part(
      "Stepper",
      on: [
        "Numerals", "WalkthroughLanguage", "Differentiation", "DocumentModel", "Narration", "Renderers", "Proofreading",
        "Longhand",
      ]),
    .executableTarget(
      name: "LonghandCommand", dependencies: ["Longhand", "Stepper", "Renderers", "Differentiation"],
      swiftSettings: strict),
    tests(of: "Numerals"),
    tests(of: "WalkthroughLanguage", with: ["Numerals"]),
    tests(of: "Differentiation", with: ["WalkthroughLanguage", "Numerals"]),
    tests(of: "Narration", with: ["Differentiation", "DocumentModel", "WalkthroughLanguage", "Numerals"]),
    tests(of: "Renderers", with: ["DocumentModel", "Numerals"]),
    tests(of: "TraceEncoding", with: ["Differentiation", "WalkthroughLanguage"]),
    tests(of: "Proofreading", with: ["Differentiation", "WalkthroughLanguage", "Numerals"]),
    tests(of: "Longhand", with: ["Differentiation", "Proofreading", "Renderers", "WalkthroughLanguage"]),
    tests(
      of: "Stepper",
      with: ["Longhand", "Differentiation", "DocumentModel", "WalkthroughLanguage", "Renderers"]),
    tests(of: "LonghandCommand", with: ["Longhand", "Stepper", "Differentiation"]),
  ],
  swiftLanguageModes: [.v6]
)
