import Longhand
import Renderers
import Testing

@testable import Stepper

/// The published 2-2-2 network: 92 steps, of which the fourth works out sum_h1 = 0.41.
@Suite struct StepperTests {
  static let lesson = { try! Lesson(Workbook(Walkthroughs.source("two-two-two/two-two-two.walk"))) }()

  private func stepper(columns: Int = 80, rows: Int = 24, isLive: Bool = false, asking blank: Blank? = nil) -> Stepper {
    Stepper(Self.lesson, size: Size(columns: columns, rows: rows), isLive: isLive, asking: blank)
  }

  @Test func everyStepFillsTheScreenAndNoRowIsWiderThanIt() {
    for size in [(80, 24), (200, 60), (40, 12), (20, 5), (1, 1), (61, 18), (120, 30)] {
      var stepper = stepper(columns: size.0, rows: size.1)
      for number in Self.lesson.steps.indices {
        let screen = stepper.screen
        #expect(screen.count == size.1, "step \(number)")
        #expect(screen.allSatisfy { TextRow(onScreen: $0).width <= size.0 }, "step \(number) at \(size)")
        #expect(stepper.place == number)
        stepper.press(.right)
      }
    }
  }

  @Test func theWayBackShowsTheSameScreens() {
    var stepper = stepper()
    var forth: [[String]] = []
    for _ in Self.lesson.steps {
      forth.append(stepper.screen)
      stepper.press(.right)
    }
    stepper.press(.left, .right)
    for screen in forth.reversed() {
      #expect(stepper.screen == screen)
      stepper.press(.left)
    }
  }

  @Test func thePositionAndTheHeadingsStandAbove() {
    var stepper = stepper()
    stepper.press(.right, .right, .right)
    #expect(stepper.screen[0].hasSuffix(" 4 / 92"))
    #expect(stepper.screen[1].contains("The forward pass › The hidden layer"))
    stepper.press(.end)
    #expect(stepper.screen[0].hasSuffix("92 / 92"))
    stepper.press(.home)
    #expect(stepper.screen[0].hasSuffix(" 1 / 92"))
  }

  @Test func theMapMarksTheUnitsAndWiresOfTheStep() throws {
    var stepper = stepper()
    stepper.go("sum_h1")
    let row = try #require(stepper.screen.first { $0.contains("output_h1") })
    #expect(row.contains("┃output_h1 ┃") && row.contains("━▶┃") && row.contains("[ output_o1]"))
    stepper.press(.character("m"))
    #expect(!stepper.screen.contains { $0.contains("┃output_h1 ┃") })
  }

  @Test func whatWasKnownStandsBesideTheStepAndNothingElse() {
    var stepper = stepper(columns: 140, rows: 40)
    stepper.go("output_h1")
    let side = stepper.screen.compactMap { $0.split(separator: "│").last.map { String($0).trimmed } }
    let known = side.filter { $0.hasPrefix("sum_") || $0.hasPrefix("output_") || $0.hasPrefix("E") }
    #expect(known == ["sum_h1 = 0.41", "output_h1 ≈ 0.60108"])
  }

  @Test(arguments: [
    ("sum_h1", "forward-sum_h1"), ("w5", "weight-w5"), ("dE_total/dw5", "weight-w5-product"),
    ("∂E_total/∂w5", "weight-w5-product"), ("new w5", "weight-w5-update"), ("weight-w6-chain", "weight-w6-chain"),
    ("E_total", "forward-E_total"), ("target1", "given"),
  ]) func aNameLeadsToItsStep(_ name: String, _ id: String) {
    var stepper = stepper()
    stepper.go(name)
    #expect(stepper.step.id == id)
  }

  @Test func aNameThatNothingHasIsSaidAndNothingMoves() {
    var stepper = stepper()
    stepper.press(.right)
    stepper.go("sum_h9")
    #expect(stepper.place == 1)
    #expect(stepper.screen[22].contains("Nothing is called sum_h9"))
    stepper.press(.character("g"))
    stepper.type("sum_")
    stepper.press(.tab, .character("o"), .character("1"), .enter)
    #expect(stepper.step.id == "forward-sum_o1")
  }

  @Test func wordsAreFoundAroundTheEnd() {
    var stepper = stepper()
    stepper.press(.character("/"))
    stepper.type("Squeezes")
    stepper.press(.enter)
    #expect(stepper.step.id == "forward-output_h1")
    stepper.press(.character("n"))
    #expect(stepper.step.id == "forward-output_h1")
    #expect(stepper.screen[22].contains("Only this step"))
    stepper.press(.character("/"))
    stepper.type("no such words")
    stepper.press(.enter)
    #expect(stepper.screen[22].contains("No step says"))
  }

  @Test func aLongStepScrollsAndSpaceShowsAllOfItFirst() throws {
    var stepper = stepper(columns: 80, rows: 18)
    stepper.go("figure-network-forward")
    let first = stepper.screen
    #expect(first.contains { $0.contains("more row") })
    stepper.press(.character(" "))
    #expect(stepper.step.id == "figure-network-forward")
    #expect(stepper.screen != first)
    var presses = 0
    while stepper.step.id == "figure-network-forward", presses < 20 {
      stepper.press(.character(" "))
      presses += 1
    }
    #expect(stepper.step.id == "backward")
  }

  @Test func aFoldedPartIsOneStop() {
    var stepper = stepper()
    stepper.go("output_o1")
    stepper.press(.character("z"))
    #expect(stepper.screen.contains { $0.contains("steps are folded up here") })
    stepper.press(.right)
    #expect(stepper.step.id == "backward")
    stepper.press(.left)
    #expect(stepper.isOnFold)
    stepper.press(.character("z"))
    #expect(stepper.step.id == "forward-sum_h1" && !stepper.isOnFold)
  }

  @Test func helpNamesTheKeysAndAnyKeyLeavesIt() {
    var stepper = stepper()
    let before = stepper.screen
    stepper.press(.character("?"))
    #expect(stepper.screen.contains { $0.contains("go to a quantity") })
    stepper.press(.character("x"))
    #expect(stepper.screen == before)
  }

  @Test func resizingKeepsTheStep() {
    var stepper = stepper()
    stepper.go("sum_o1")
    _ = stepper.handle(.resized(Size(columns: 40, rows: 12)))
    #expect(stepper.step.id == "forward-sum_o1")
    #expect(stepper.screen.count == 12)
    #expect(stepper.screen[0].hasSuffix("8 / 92"))
    #expect(!stepper.screen.contains { $0.contains("[ i1]") })
  }

  @Test func controlKeysEndOrSuspendWhereverOneIs() {
    var stepper = stepper()
    #expect(stepper.handle(.key(.control("z"))) == .suspend)
    stepper.press(.character("g"))
    #expect(stepper.handle(.key(.control("c"))) == .quit)
    #expect(stepper.handle(.key(.character("q"))) == .none)
    stepper.press(.escape)
    #expect(stepper.handle(.key(.character("q"))) == .quit)
  }
}

/// Characters of two columns and of none in names and titles.
@Suite struct WideCharacterTests {
  @Test func wideAndCombiningCharactersLineUp() throws {
    let text = """
      title: 勾配 e\u{301}tape 誤差逆伝播 と 連鎖律 の 一歩 一歩 一歩 一歩 一歩 一歩 一歩 一歩 一歩 一歩 一歩 一歩 一歩 一歩
      inputs: x = 2
      weights: w = 3
      section: 前向き
      y = w*x
      differentiate: y

      """
    let lesson = try Lesson(Workbook(SourceText(name: "w", text: text)))
    for columns in [40, 80, 81, 140] {
      var stepper = Stepper(lesson, size: Size(columns: columns, rows: 24), isLive: true)
      for _ in lesson.steps {
        let widths = stepper.screen.map { TextWidth.columns(of: $0) }
        #expect(widths.allSatisfy { $0 <= columns }, "\(columns) columns")
        let title = stepper.screen[0]
        #expect(TextWidth.columns(of: title) == columns - (columns == 40 ? 0 : 1), "the position stands at the edge")
        stepper.press(.right)
      }
    }
  }

  @Test func theCursorStandsBehindAWideCharacter() throws {
    var stepper = Stepper(StepperTests.lesson, size: Size(columns: 80, rows: 24))
    stepper.press(.character("/"))
    stepper.type("誤差e\u{301}")
    #expect(stepper.screen[23] == " Find: 誤差e\u{301}\u{1B}[7m \u{1B}[0m")
    stepper.press(.backspace, .left)
    #expect(stepper.screen[23] == " Find: 誤\u{1B}[7m差\u{1B}[0m ")
  }
}
