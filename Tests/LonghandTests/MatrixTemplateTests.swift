import Differentiation
import Longhand
import Proofreading
import Testing

private func template(
  _ shape: String, inMatrices: Bool = true, _ change: (inout NetworkTemplate) -> Void = { _ in }
) throws -> NetworkTemplate {
  var template = try NetworkTemplate(shape: shape, isInMatrices: inMatrices)
  change(&template)
  return template
}

private func workbook(_ template: NetworkTemplate) throws -> Workbook {
  try Workbook(SourceText(name: "network.walk", text: try template.walkthrough()))
}

extension Workbook {
  /// The objective before and after the update.
  fileprivate var errors: [Double] {
    guard let objective = walkthrough.objective?.quantity else { return [] }
    return [trace.values[objective], trace.valuesAfter?[objective] ?? .nan]
  }

  /// The entries of the quantities with these names, one quantity after another.
  fileprivate func entries(_ names: [String]) -> [Double] {
    names.flatMap { name in
      walkthrough.quantities.firstIndex { $0.name == name }.map { trace.values.matrix($0).entries } ?? []
    }
  }
}

@Suite struct MatrixTemplateTests {
  @Test func aNetworkInMatricesIsWrittenAsOnTheBoard() throws {
    let text = try template("2-2-3") { ($0.names, $0.output, $0.loss) = (.short, .softmax, .crossEntropy) }
      .walkthrough()
    #expect(
      text == """
        title: A 2-2-3 network in matrices

        inputs: X = [0.6, -0.3]
        weights: W1 = [0.15, 0.35; -0.4, 0.2]
                 W2 = [0.5, 0.3, 0.45; -0.25, -0.2, -0.35]
        biases: b1 = [0.25, 0.35], b2 = [-0.1, 0.05, 0.3]
        targets: T = [1, 0, 0]

        section: The hidden layer
        H = sigmoid(X*W1 + b1)

        section: The output layer
        Z = H*W2 + b2
        Y = softmax(Z)

        section: The error
        E = -sum(T.*ln(Y))

        minimize: E
        rate: eta = 0.5
        show: 5 decimals

        """)
  }

  /// More than two rows, or more than three columns, stand one row in a line, column below column.
  @Test func largerMatricesAreAligned() throws {
    let text = try template("3-4-2").walkthrough()
    #expect(
      text.contains(
        """
        weights: W1 = [ 0.15,  0.2,   0.3,  -0.35
                       -0.4,   0.5,  -0.2,   0.6
                        0.35, -0.25,  0.45,  0.1]
                 W2 = [ 0.4,  -0.4
                        0.55,  0.35
                       -0.15,  0.2
                        0.15,  0.5]
        fixed: b1 = 0.25, b2 = 0.35

        """))
  }

  /// Of layers above nine units the numbers are made by rule.
  @Test func largeLayersAreMadeByRule() throws {
    let text = try template("20-4-10") { $0.names = .short }.walkthrough()
    #expect(text.contains("inputs: X = random(1, 20, seed 1)\n"))
    #expect(text.contains("weights: W1 = random(20, 4, seed 2, xavier)\n"))
    #expect(text.contains("         W2 = random(4, 10, seed 3, xavier)\n"))
    #expect(text.contains("b2 = zeros(1, 10)\ntargets: T = [0.95, 0.05*ones(1, 9)]\n"))
  }

  @Test(arguments: ["1-1", "2-2-2", "2-3-2", "3-2-4-2", "2-3-2-2-2", "9-9"], NetworkTemplate.Names.allCases)
  func bothFilesComputeTheSame(shape: String, names: NetworkTemplate.Names) throws {
    let outputs = NetworkTemplate.Output.allCases.filter { $0 != .softmax || !shape.hasSuffix("-1") }
    for output in outputs {
      for loss in NetworkTemplate.Loss.allCases where loss == .squared || [.sigmoid, .softmax].contains(output) {
        let files = try [false, true].map { inMatrices in
          try workbook(
            template(shape, inMatrices: inMatrices) { ($0.output, $0.loss, $0.names) = (output, loss, names) })
        }
        let count = Int(String(shape.suffix(1)))!
        let units = (1...count).map { names == .published ? "output_o\($0)" : "y\($0)" }
        let expected = files[0].errors + files[0].entries(units)
        let found = files[1].errors + files[1].entries([names == .published ? "output_O" : "Y"])
        #expect(expected.count == count + 2 && found.count == expected.count)
        #expect(zip(expected, found).allSatisfy { ($0 - $1).magnitude <= 1e-12 }, "\(expected), \(found)")
      }
    }
  }

  @Test(arguments: ["1-1", "2-3-2", "2-2-2-2-2", "12-10", "4-20-3"], NetworkTemplate.Names.allCases)
  func everyNetworkInMatricesCanBeWorkedAndItsDerivativesAgree(shape: String, names: NetworkTemplate.Names) throws {
    for activation in NetworkTemplate.Activation.allCases {
      for output in NetworkTemplate.Output.allCases where output != .softmax || !shape.hasSuffix("-1") {
        for loss in NetworkTemplate.Loss.allCases where loss == .squared || [.sigmoid, .softmax].contains(output) {
          let file = try template(shape) {
            ($0.activation, $0.output, $0.loss, $0.names) = (activation, output, loss, names)
          }
          let (text, proof) = (try file.walkthrough(), try workbook(file).proof())
          #expect(proof.isClean && (proof.derivatives?.agreeing ?? 0) > 0, "\(text)\(proof.complaints)")
          #expect(text.split(separator: "\n").allSatisfy { $0.utf8.count <= 100 })
        }
      }
    }
  }

  @Test func theLargestNetworkCanBeWorked() throws {
    let workbook = try workbook(template("99-99-99-99-99"))
    #expect(workbook.errors[1] < workbook.errors[0])
    let page = try workbook.rendered(as: .markdown)
    #expect(!page.isEmpty)
    #expect(throws: NetworkTemplate.Problem.unitsOutOfRange(100, isInMatrices: true)) {
      _ = try template("100-2")
    }
  }
}
