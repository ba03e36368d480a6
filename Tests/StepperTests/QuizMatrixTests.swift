import DocumentModel
import Foundation
import Testing
import WalkthroughLanguage

@testable import Longhand
@testable import Stepper

@Suite struct QuizMatrixTests {
  /// W·x by hand: [1·5 + 2·6, 3·5 + 4·6] = [17, 39]; L = 17² + 39²; ∂L/∂y = [34, 78]; ∂L/∂W = ∂L/∂y · xᵀ.
  private static let file = """
    inputs: x = [5; 6]
    weights: W = [1, 2; 3, 4]
    y = W * x
    L = sum(y.^2)
    minimize: L
    rate: r = 0.001
    telling: matrices

    """

  @Test("Entries of matrices are judged by hand-made numbers")
  func entries() throws {
    let lesson = try QuizLesson(text: Self.file)
    let values = ["y[1,1]": "17", "y[2,1]": "39", "dL/dy[1,1]": "34", "dL/dy[2,1]": "78", "L": "1810"]
    let slopes = ["dL/dW[1,1]": "170", "dL/dW[1,2]": "204", "dL/dW[2,1]": "390", "dL/dW[2,2]": "468"]
    let news = ["new W[1,1]": "0.83", "new W[1,2]": "1.796", "new W[2,1]": "2.61", "new W[2,2]": "3.532"]
    let all = values.merging(slopes) { $1 }.merging(news) { $1 }
    let questions = lesson.questions()
    #expect(questions.count == 5)
    for question in questions {
      let right = try #require(all[question.name], "\(question.name)")
      #expect(question.judgement(of: right, lesson.workbook).verdict == .right, "\(question.name)")
      #expect(question.judgement(of: "-" + right, lesson.workbook).mistake == .sign, "\(question.name)")
      #expect(try lesson.workbook.written(question.name + "*1", example: question.example).value != nil)
      #expect(question.judgement(of: question.name + "*1", lesson.workbook).verdict == .unreadable)
    }
  }

  @Test("What all walkthroughs show is right for their questions, in every telling")
  func everywhere() throws {
    for name in Walkthroughs.all {
      let workbook = try Workbook(Walkthroughs.source(name))
      for telling in Telling.allCases where telling.fits(workbook) {
        let lesson = try QuizLesson(workbook, telling: telling.rawValue)
        for question in lesson.questions().enumerated().filter({ $0.offset % 17 == 0 }).map(\.element) {
          guard case .number(let number) = question.expected else { continue }
          let judgement = question.judgement(of: number.plainText, lesson.workbook)
          #expect(judgement.verdict == .right, "\(name) \(telling) \(question.name): \(judgement)")
        }
      }
    }
  }

  @Test("A softmax classifier asks for entries of its probabilities and takes an expression for one")
  func softmax() throws {
    let lesson = try QuizLesson("softmax-classifier")
    let questions = lesson.questions()
    #expect(questions.contains { $0.entry != nil && $0.asked == .value })
    for question in questions.prefix(12) {
      #expect(try lesson.workbook.written("(\(question.name))", example: question.example).value != nil)
    }
  }
}
