import DocumentModel
import Foundation
import Longhand
import Renderers
import Testing

@testable import Stepper

/// Every walkthrough in every telling that fits it, every other step or fewer.
@Suite struct AllScreensTests {
  @Test(arguments: Walkthroughs.all) func everyScreenFits(_ path: String) throws {
    let workbook = try Workbook(Walkthroughs.source(path))
    var told = 0
    for telling in Telling.allCases where telling.fits(workbook) {
      var options = RenderingOptions()
      options.telling = telling.rawValue
      let lesson = try Lesson(workbook, options)
      told += 1
      // Other sizes with one telling: screens take their time where nothing is optimized.
      let sizes = [(80, 24, true)] + (told == 1 ? [(40, 12, false), (160, 50, false)] : [])
      for (columns, rows, usesColour) in sizes {
        var stepper = Stepper(lesson, size: Size(columns: columns, rows: rows), usesColour: usesColour)
        stepper.isFolded = stepper.isFolded.map { _ in false }
        for number in lesson.steps.indices {
          defer { stepper.press(.right) }
          if number % (told == 1 ? 2 : 5) != 0 { continue }
          let screen = stepper.screen
          #expect(screen.count == rows && stepper.place == number, "\(telling), step \(number)")
          let widest = screen.map { TextRow(onScreen: $0).width }.max() ?? 0
          #expect(widest <= columns, "\(telling), step \(number) at \(columns) columns")
          if columns == 160 {
            #expect(
              screen.dropFirst(4).dropLast(2).allSatisfy { $0.contains("│ ") || $0.isEmpty }, "\(telling), \(number)")
          }
        }
      }
    }
    #expect(told > 0)
  }

  /// What is asked depends on where one is.
  @Test(
    arguments: [
      ("two-two-two", Telling.weights, "given forward backward update end"),
      ("two-two-two", .nodes, "given forward backward update end"),
      ("multiply-gate", .gates, "given forward backward end"),
      (
        "ridge-regression", .weights,
        "given forward backward given forward backward given forward backward update end"
      ), ("descent", .weights, "given forward backward update training end"),
    ])
  func everyStepKnowsWhereItStands(name: String, telling: Telling, expected: String) throws {
    let path = try #require(Walkthroughs.all.first { $0.hasSuffix("/\(name).walk") })
    var options = RenderingOptions()
    options.telling = telling.rawValue
    let phases = try Workbook(Walkthroughs.source(path)).told(options).document.steps.map(\.phase.rawValue)
    let turns = phases.indices.filter { $0 == 0 || phases[$0] != phases[$0 - 1] }.map { phases[$0] }
    #expect(turns.joined(separator: " ") == expected)
  }
}
