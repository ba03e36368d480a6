import Testing

@testable import Stepper

@Suite struct QuizScoreTests {
  @Test("A score tells what was right at once, later and never, and what to practise")
  func counts() throws {
    let lesson = try QuizLesson("two-two-two")
    let (product, update) = (try lesson.question("dE_total/dw5"), try lesson.question("new w5"))
    var score = Score()
    score.count(product, .shown)
    score.count(update, .rightAtOnce)
    score.count(update, .rightLater)
    score.count(product.judgement(of: "0.41170", lesson.workbook))
    score.count(product.judgement(of: "-0.0802", lesson.workbook))
    score.count(product.judgement(of: "0.41170", lesson.workbook))
    #expect(score.summary == "1 of 3 right at once, 1 after a hint or another try, 1 shown.")
    #expect(score.tally(of: .product).shown == 1)
    #expect(score.tally(of: .update).asked == 2)
    #expect(score.count(of: .forgottenFactor) == 2)
    #expect(score.practice.count == 3)
    #expect(score.practice[0].contains("products"))
    #expect(score.practice[1].contains("factors"))
    #expect(score.practice[2].contains("sign"))
  }

  @Test("A score without mistakes has nothing to practise, and one without questions has no sentence")
  func fine() throws {
    var score = Score()
    #expect(score.practice.isEmpty)
    score.count(try QuizLesson("two-two-two").question("sum_h1"), .rightAtOnce)
    #expect(score.practice.count == 1)
    #expect(score.practice[0].contains("Nothing went wrong"))
  }
}
