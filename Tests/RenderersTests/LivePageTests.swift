import DocumentModel
import Numerals
import Testing

@testable import Renderers

/// A page whose numbers follow the givens has the calculation, the controls in waiting and the script; no other has.
@Suite struct LivePageTests {
  private func document(isLive: Bool) -> Document {
    var number = NumberStyle.standard.shown(0.25)
    number.slot = 2
    let symbol = Formula.symbol(Symbol(name: "a", base: [.letter("a")]))
    var equation = Equation(symbol, [Equation.Link(.approximate, .number(number), .value)])
    equation.typedSlots = [2]
    var document = Document(title: [.text("t")], steps: [Step(id: "s", blocks: [.equation(equation)], resultBlock: 0)])
    let input = LiveCalculation.Input(
      slot: 0, symbol: symbol, name: "a <b> \"c\"", value: 0.5, range: -1...1, step: 0.005)
    let calculation = LiveCalculation(
      instructions: [
        LiveCalculation.Instruction(.input, 0, 0), LiveCalculation.Instruction(.constant, 0, 0),
        LiveCalculation.Instruction(.multiply, 0, 1),
      ], constants: [-0.0], groups: [LiveCalculation.Group(heading: [.text("Inputs")], inputs: [input])],
      spans: [LiveCalculation.Span(name: "</template><b>", instructions: 2..<3)], slopes: [], repetition: nil,
      style: .standard, carry: nil,
      wording: LiveCalculation.Wording(complaints: [(.ln, "{name}: {u}")], tooLarge: "large", noSlope: "steep"))
    if isLive { document.calculation = calculation }
    return document
  }

  private func page(isLive: Bool) -> String {
    String(decoding: PageRenderer().bytes(document(isLive: isLive)), as: UTF8.self)
  }

  @Test func instructionsConstantsAndNamesAreJSONInATemplateAndEscaped() throws {
    let page = page(isLive: true)
    #expect(page.contains(#""instructions":[0,0,0,1,0,0,5,0,1],"constants":[-0.0]"#))
    #expect(page.contains(#""names":["&lt;/template&gt;&lt;b&gt;"],"spans":[0,2,3]"#))
    #expect(!page.contains("</template><b>"))
  }

  @Test func everyGivenHasANamedFieldAndSliderWithItsPrintedValue() {
    let page = page(isLive: true)
    #expect(
      page.contains(
        #"<input type="text" id="given-0" value="0.5" autocomplete="off" aria-label="a &lt;b&gt; &quot;c&quot;">"#
      ))
    #expect(page.contains(#"<input type="range" min="-1" max="1" step="0.005" value="0.5""#))
  }

  @Test func aValueNamesItsSlotAndWhatItsPrintedNumbersGive() {
    let page = page(isLive: true)
    #expect(page.contains(#"class="link value result""#))
    #expect(page.contains(#"data-typed="2""#))
    #expect(page.contains(#"<mn data-slot="2">0.25</mn>"#))
  }

  @Test func aDocumentWithoutACalculationHasNothingOfIt() {
    let page = page(isLive: false)
    #expect(!page.contains("live-data"))
    #expect(!page.contains("<template"))
    #expect(page.contains(#"id="givens""#))
  }

  /// Names stand before a colon or alone; commas within parentheses part operands.
  @Test func theScriptKnowsEveryOperation() throws {
    let script = "\(LiveScript.calculation)"
    let table = try #require(
      script.split(separator: "const operations = {", maxSplits: 1).last?.firstMatch(of: /([^}]+)\}/))
    let names = table.output.1.replacing(/\([^()]*\)/, with: "").split(separator: ",").compactMap {
      $0.split(separator: ":").first?.trimmingPrefix(while: \.isWhitespace)
    }
    for operation in LiveCalculation.Operation.allCases {
      #expect(names.contains { $0 == operation.rawValue }, "\(operation)")
    }
  }

  /// 64 and 64 pairs, 128 and 65 triples, 52 and 52 pairs, 20 words of 2/π, eight bytes each.
  @Test func tablesAreThoseOfTheElementaryFunctions() {
    let bytes = Elementary.tableBytes
    #expect(bytes.count == 8 * (2 * 128 + 3 * 193 + 2 * 104 + 20))
    // 2^(0/64) is 1: its bits 0x3FF0…, the low byte first.
    #expect(Array(bytes[..<8]) == [0, 0, 0, 0, 0, 0, 0xF0, 0x3F])
  }
}
