import Differentiation
import DocumentModel
import Foundation
import Numerals
import Testing
import WalkthroughLanguage

@testable import Narration

/// What a page works with other givens is what this program works with them, to the last bit.
@Suite struct LiveCalculationTests {
  static let files: [String] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "walkthroughs")
    let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".walk") }.sorted().map { root.appending(path: $0).path }
  }()

  private func walkthrough(_ path: String) throws -> Walkthrough {
    try SourceText(name: path, text: try String(contentsOfFile: path, encoding: .utf8)).walkthrough()
  }

  private func isSame(_ left: Double, _ right: Double) -> Bool {
    left.bitPattern == right.bitPattern || left == 0 && right == 0
  }

  /// Compares numbers with the slots that hold them.
  private func compare(
    _ values: Values?, _ slots: [[Int32]], _ worked: [Double], _ what: String,
    _ isMeant: (Int) -> Bool = { _ in true }
  ) {
    guard let values else { return }
    for quantity in values.indices where isMeant(quantity) {
      for (value, slot) in zip(values.matrix(quantity).entries, slots[quantity]) {
        #expect(isSame(value, worked[Int(slot)]), "\(what) \(quantity): \(value) and \(worked[Int(slot)])")
      }
    }
  }

  private func compare(_ trace: Trace, _ recorded: Trace, _ worked: [Double], _ what: String) {
    compare(trace.values, recorded.values.slots, worked, "\(what), value of")
    compare(trace.valuesAfter, recorded.valuesAfter?.slots ?? [], worked, "\(what), value after the update of")
    if let backward = trace.backward, let slots = recorded.backward {
      let depends = trace.depends(on: trace.asked)
      compare(backward.adjoints, slots.adjoints.slots, worked, "\(what), adjoint of") { depends[$0] }
      #expect(slots.localSlots.isEmpty || slots.localSlots.count == backward.localDerivatives.count, "\(what), slots")
      for (value, slot) in zip(backward.localDerivatives, slots.localSlots) where value.isFinite {
        #expect(isSame(value, worked[Int(slot)]), "\(what), a local derivative")
      }
    }
    for (update, recorded) in zip(trace.updates, recorded.updates) {
      #expect(recorded.matrixAfter.slots.count == update.matrixAfter.entries.count, "\(what), slots")
      for (value, slot) in zip(update.matrixAfter.entries, recorded.matrixAfter.slots) {
        #expect(isSame(value, worked[Int(slot)]), "\(what), new value of \(update.quantity)")
      }
    }
    for (number, (example, recorded)) in zip(trace.examples, recorded.examples).enumerated() {
      compare(example, recorded, worked, "\(what), example \(number + 1)")
    }
    guard let training = trace.training, let slots = recorded.training else { return }
    for (sample, recorded) in zip(training.samples, slots.samples) where sample.epoch == recorded.epoch {
      compare(sample.values, recorded.values.slots, worked, "\(what), epoch \(sample.epoch)")
      #expect(
        recorded.lossSlot.map { isSame(training.losses[sample.epoch], worked[Int($0)]) } ?? false,
        "\(what), objective at \(sample.epoch)")
    }
    for (values, recorded) in zip(training.valuesAtEnd, slots.valuesAtEnd) {
      compare(values, recorded.slots, worked, "\(what), in the end")
    }
  }

  @Test(arguments: files) func atThePrintedGivensItGivesTheTraceToTheLastBit(_ path: String) throws {
    let trace = try walkthrough(path).trace()
    guard let recorded = trace.recorded() else {
      #expect(trace.walkthrough.isSymbolic)
      return
    }
    let narrator = Narrator(recorded, isLive: true)
    let document = narrator.document
    let calculation = try #require(document.calculation)
    var interpreter = LiveCalculationInterpreter(calculation)
    interpreter.work()
    compare(trace, recorded, interpreter.slots, "printed")
    #expect(calculation.inputs.count > 0)
  }

  @Test(arguments: files) func everyNumberThatFollowsIsShownAsThePageWouldShowIt(_ path: String) throws {
    let narrator = Narrator(try walkthrough(path).trace(), isLive: true)
    let document = narrator.document
    guard let calculation = document.calculation else { return }
    var interpreter = LiveCalculationInterpreter(calculation)
    interpreter.work()
    let following = document.numbers.filter { $0.slot != nil }
    for number in following {
      guard let slot = number.slot else { continue }
      let isPlain = calculation.instructions[slot].operation == .allDigits
      let style = isPlain ? NumberStyle(.allDigits) : calculation.style
      #expect(style.shown(interpreter.slots[slot]) == number, "\(number.plainText) at \(slot)")
    }
    #expect(following.count * 4 > document.numbers.count, "\(following.count) of \(document.numbers.count)")
  }

  @Test(arguments: files) func atOtherGivensItGivesWhatThisProgramWorks(_ path: String) throws {
    let file = try walkthrough(path)
    let recorded = try file.trace().recorded()
    guard let recorded, let calculation = Narrator(recorded, isLive: true).document.calculation else { return }
    var dice = SystemDice(seed: 7)
    var compared = 0
    for _ in 0..<10 where compared < 4 {
      var laboratory = try Laboratory(file)
      var interpreter = LiveCalculationInterpreter(calculation)
      guard let recorder = recorded.recorder else { continue }
      for (place, input) in recorder.recording.inputs.enumerated() where input.example == nil {
        let value = input.value + (dice.next() - 0.5) * 0.2 * max(abs(input.value), 0.1)
        var matrix = laboratory.givens.matrix(input.quantity).entries
        matrix[input.entry] = value
        let shape = file.quantities[input.quantity].shape
        laboratory = laboratory.with(givens: laboratory.givens.setting(input.quantity, to: Matrix(shape, matrix)))
        interpreter.inputs[place] = value
      }
      interpreter.work()
      if file.hasMatrices {
        guard (try? compare(laboratory, recorded, interpreter.slots)) != nil else { continue }
      } else {
        guard let trace = try? laboratory.trace() else { continue }
        compare(trace, recorded, interpreter.slots, "setting \(compared)")
      }
      compared += 1
    }
    #expect(compared > 0)
  }

  /// Passes and updates at other matrices, whose trace would compare itself with the entries of the file.
  private func compare(_ laboratory: Laboratory, _ recorded: Trace, _ worked: [Double]) throws {
    let conditions = laboratory.ownConditions
    let traces = recorded.examples.isEmpty ? [recorded] : recorded.examples
    for (number, trace) in traces.enumerated() {
      let own = laboratory.conditions(conditions, forExample: number)
      compare(try laboratory.values(under: own), trace.values.slots, worked, "example \(number + 1), value of")
    }
    for (update, recorded) in zip(try laboratory.update(under: conditions).updates, recorded.updates) {
      for (value, slot) in zip(update.matrixAfter.entries, recorded.matrixAfter.slots) {
        #expect(isSame(value, worked[Int(slot)]), "new value of \(update.quantity)")
      }
    }
    guard let training = try laboratory.training(), let sample = training.samples.last,
      let slots = recorded.training?.samples.last?.values.slots
    else { return }
    compare(sample.values, slots, worked, "in the end, value of")
  }

  /// Of equal entries the first alone has a slope: [1, 0, 0; 0, 1, 0] by rows, and 1 at the first 3 of all.
  @Test(arguments: [("sum(max(W, rows))", [1.0, 0, 0, 0, 1, 0]), ("max(W)", [1, 0, 0, 0, 0, 0])])
  func ofATieTheFirstCountsOnAPageToo(formula: String, slopes: [Double]) throws {
    let text = "weights: W = [3, 3, 3; 0, 3, 3]\nE = \(formula)\nminimize: E\n"
    let recorded = try #require(try SourceText(name: "w", text: text).walkthrough().trace().recorded())
    var interpreter = LiveCalculationInterpreter(
      try #require(Narrator(recorded, isLive: true).document.calculation))
    interpreter.work()
    let slots = try #require(recorded.backward).adjoints.slots[0]
    #expect(slots.map { interpreter.slots[Int($0)] } == slopes)
  }

  /// The power of ten above the number, to both sides, in four hundred steps; a rate stays positive.
  @Test func slidersGoAsFarAsTheNextPowerOfTen() throws {
    let text = "unknowns: a = 3, b = -0.05, c = 10, d = 0\nf = (a + b + c + d)^2\nminimize: f\nrate: 0.2\n"
    let trace = try SourceText(name: "w", text: text).walkthrough().trace()
    let inputs = try #require(Narrator(trace, isLive: true).document.calculation).inputs
    #expect(inputs.map(\.range) == [-10...10, -0.1...0.1, -100...100, -1...1, 0.005...1])
    #expect(inputs.map(\.step) == [0.05, 0.0005, 0.5, 0.005, 0.005])
  }

  @Test func aSwappedOperandAndAFlippedSignAreSeen() throws {
    let path = try #require(Self.files.first { $0.hasSuffix("two-two-two.walk") })
    let recorded = try #require(try walkthrough(path).trace().recorded())
    let calculation = try #require(Narrator(recorded, isLive: true).document.calculation)
    var whole = LiveCalculationInterpreter(calculation)
    whole.work()
    let shown = Set(recorded.updates.flatMap { $0.matrixAfter.slots.map(Int.init) })
    var seen = 0
    for (place, instruction) in calculation.instructions.enumerated() where instruction.operation == .subtract {
      let swapped = LiveCalculation.Instruction(.subtract, instruction.second, instruction.first)
      var other = LiveCalculationInterpreter(calculation.replacing(place, by: swapped))
      other.work()
      if shown.contains(where: { other.slots[$0] != whole.slots[$0] }) { seen += 1 }
    }
    #expect(seen > 10)
  }

  /// The circuit of (x + y)z: −2, 5, −4, 3 and −12 go forward on its five wires, and −4, −4, 3, −4 and 1 come back.
  @Test func numbersOnTheWiresOfAGraphFollow() throws {
    let text = "inputs: x = -2, y = 5, z = -4\nf = (x + y)*z\ndifferentiate: f\ntelling: gates\n"
    let trace = try SourceText(name: "w", text: text).walkthrough().trace()
    let figures = Narrator(trace, isLive: true).document.steps.flatMap(\.blocks).compactMap { block -> Figure? in
      if case .figure(let figure) = block { figure } else { nil }
    }
    let graph = try #require(figures.first { $0.id == "graph" })
    // The 1 that the backward pass begins with is the same whatever is given.
    let standing = graph.labelNumbers.filter { $0.slot == nil }.map(\.plainText)
    #expect(standing == ["1"])
    #expect(graph.labelNumbers.map(\.plainText).sorted() == ["-12", "-2", "-4", "-4", "-4", "-4", "1", "3", "3", "5"])
  }

  @Test func whatTheFormatsOfTextShowHasNoSlots() throws {
    let document = Narrator(try walkthrough(try #require(Self.files.first)).trace()).document
    #expect(document.calculation == nil)
    #expect(document.numbers.allSatisfy { $0.slot == nil })
  }
}

extension LiveCalculation {
  fileprivate func replacing(_ place: Int, by instruction: Instruction) -> LiveCalculation {
    var all = instructions
    all[place] = instruction
    return LiveCalculation(
      instructions: all, constants: constants, groups: groups, spans: spans, slopes: slopes, repetition: repetition,
      style: style, carry: carry, wording: wording)
  }
}

extension Values {
  fileprivate func setting(_ quantity: Int, to matrix: Matrix) -> Values {
    var values = self
    values.set(quantity, to: matrix)
    return values
  }
}

/// Numbers from 0 to 1, the same in every run (Knuth's multiplier).
private struct SystemDice {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) * 0x1p-53
  }
}
