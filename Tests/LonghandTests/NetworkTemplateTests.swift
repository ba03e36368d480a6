import Longhand
import Proofreading
import Testing

private func template(_ shape: String, _ change: (inout NetworkTemplate) -> Void = { _ in }) throws -> NetworkTemplate {
  var template = try NetworkTemplate(shape: shape)
  change(&template)
  return template
}

@Suite struct NetworkTemplateTests {
  @Test func theSmallestNetworkIsWrittenAsOnTheBoard() throws {
    let text = try template("1-1") { $0.names = .short }.walkthrough()
    #expect(
      text == """
        title: A 1-1 network

        inputs: x1 = 0.6
        weights: w11 = 0.15
        biases: b_y1 = 0.25
        targets: t1 = 0.95

        section: The output layer
        y1 = sigmoid(x1*w11 + b_y1)

        section: The error
        E = 1/2*(t1 - y1)^2

        minimize: E
        rate: eta = 0.5
        show: 5 decimals

        """)
  }

  @Test(arguments: ["1-1", "2-2-2", "2-3-2", "3-2-4-2", "2-2-2-2-2", "9-9"], NetworkTemplate.Names.allCases)
  func everyNetworkCanBeWorkedAndItsDerivativesAgree(shape: String, names: NetworkTemplate.Names) throws {
    for activation in NetworkTemplate.Activation.allCases {
      for output in NetworkTemplate.Output.allCases where output != .softmax || !shape.hasSuffix("-1") {
        for loss in NetworkTemplate.Loss.allCases where loss == .squared || [.sigmoid, .softmax].contains(output) {
          let text = try template(shape) {
            ($0.activation, $0.output, $0.loss, $0.names) = (activation, output, loss, names)
          }.walkthrough()
          let workbook = try Workbook(SourceText(name: shape, text: text))
          let proof = try workbook.proof()
          #expect(proof.isClean && (proof.derivatives?.agreeing ?? 0) > 0, "\(text)\(proof.complaints)")
          #expect(text.split(separator: "\n").allSatisfy { $0.utf8.count <= 160 })
        }
      }
    }
  }

  /// Every unit takes in every unit of the layer before, each with a weight of its own.
  @Test(arguments: NetworkTemplate.Names.allCases)
  func layersAreFullyConnected(names: NetworkTemplate.Names) throws {
    let text = try template("3-4-2") { $0.names = names }.walkthrough()
    let walkthrough = try Workbook(SourceText(name: "t", text: text)).walkthrough
    #expect(walkthrough.quantities.count { $0.role == .weight } == 3 * 4 + 4 * 2)
    #expect(walkthrough.quantities.count { $0.role == .bias } == (names == .short ? 6 : 0))
    #expect(walkthrough.quantities.count { $0.role == .fixed } == (names == .published ? 2 : 0))
  }

  @Test(
    arguments: [
      ("", .notAShape("")), ("2", .notAShape("2")), ("2-x-2", .notAShape("2-x-2")), ("2--2", .notAShape("2--2")),
      ("2-+3", .notAShape("2-+3")), ("2-0", .unitsOutOfRange(0, isInMatrices: false)),
      ("10-2", .unitsOutOfRange(10, isInMatrices: false)),
      ("1-2-3-3-2-1", .tooManyLayers(6)),
    ] as [(String, NetworkTemplate.Problem)])
  func aShapeThatIsNoneIsNamed(shape: String, problem: NetworkTemplate.Problem) {
    #expect(throws: problem) { try NetworkTemplate(shape: shape) }
  }

  @Test func partsThatDoNotGoTogetherAreNamed() throws {
    #expect(throws: NetworkTemplate.Problem.softmaxOfOne) {
      try template("2-1") { $0.output = .softmax }.walkthrough()
    }
    #expect(throws: NetworkTemplate.Problem.lossWithoutProbabilities(.tanh)) {
      try template("2-2") { ($0.output, $0.loss) = (.tanh, .crossEntropy) }.walkthrough()
    }
  }
}
