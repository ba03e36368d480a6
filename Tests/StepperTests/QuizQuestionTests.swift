import DocumentModel
import Foundation
import Testing

@testable import Stepper

@Suite struct QuizQuestionTests {
  @Test("A story by weights asks for values, factors, products, sums and updates under the names of the file")
  func kinds() throws {
    let lesson = try QuizLesson("two-two-two")
    let asked = try ["sum_h1", "E_total", "doutput_o1/dsum_o1", "dE_total/dw5", "dE1/dw1", "dE_total/dw1", "new w5"]
      .map { try lesson.question($0).asked }
    #expect(asked == [.value, .value, .factor, .product, .product, .sum, .update])
  }

  @Test("Each word for --blank asks its own questions, and all asks for every number")
  func blanks() throws {
    let lesson = try QuizLesson("two-two-two")
    func kinds(_ blank: Blank) -> Set<Question.Asked> { Set(lesson.questions(blank).map(\.asked)) }
    #expect(kinds(.forward) == [.value])
    #expect(kinds(.backward) == [.factor, .product, .sum])
    #expect(kinds(.factors) == [.factor])
    #expect(kinds(.sums) == [.product, .sum])
    #expect(kinds(.update) == [.update])
    #expect(kinds(.next) == [.next])
    #expect(lesson.questions(.all).count == lesson.steps.count { $0.result != nil })
    #expect(lesson.questions(.forward).count == 11)
    #expect(lesson.questions(.update).count == 8)
  }

  @Test("Every number that the source prints for a step is what is expected there")
  func published() throws {
    let lesson = try QuizLesson("two-two-two")
    let rows = try Walkthroughs.text("two-two-two/two-two-two.walk").split(separator: "published:")[1].split(
      separator: "\n"
    ).map { $0.split(separator: "=") }
    let questions = lesson.questions()
    var found = 0
    for row in rows where row.count == 2 {
      let (name, printed) = (row[0].trimmed, row[1].trimmed)
      guard let question = questions.first(where: { $0.name == name }) else { continue }
      found += 1
      #expect(question.judgement(of: printed, lesson.workbook).verdict == .right, "\(name) = \(printed)")
    }
    #expect(found >= 30)
  }

  @Test("Of a matrix one entry is asked for, not always the first, and the same one each time")
  func entries() throws {
    let lesson = try QuizLesson("toy-network-in-matrices")
    let questions = lesson.questions()
    #expect(questions == lesson.questions())
    let entries = questions.compactMap(\.entry)
    #expect(entries.count > 8)
    #expect(Set(entries.map { "\($0.row),\($0.column)" }).count > 2)
    #expect(questions.contains { $0.name.hasPrefix("H_in[1,") && $0.asked == .value })
    #expect(questions.contains { $0.name.hasPrefix("dL/dV[") && $0.asked == .product })
    #expect(questions.contains { $0.name.hasPrefix("new W[") && $0.asked == .update })
    #expect(Set(questions.compactMap(\.example)) == [1, 2])
  }

  @Test("The next factor of a chain is asked for by name, and accepted in the spellings of a board")
  func next() throws {
    let lesson = try QuizLesson("two-two-two")
    let question = try lesson.question("dE_total/doutput_o1", .next)
    for answer in ["doutput_o1/dsum_o1", "sum_o1", "∂output_o1/∂sum_o1", " ∂ output_o1 / ∂ sum_o1 "] {
      #expect(question.judgement(of: answer, lesson.workbook).verdict == .right, "\(answer)")
    }
    #expect(question.judgement(of: "dsum_o1/doutput_o1", lesson.workbook).verdict == .nearly)
    #expect(question.judgement(of: "w5", lesson.workbook).verdict == .wrong)
    #expect(question.judgement(of: "dE_total/doutput_o1", lesson.workbook).verdict == .wrong)
  }

  @Test("In the telling by nodes the next adjoint is asked for where only one can follow")
  func nextAdjoint() throws {
    let lesson = try QuizLesson("two-two-two", telling: "nodes")
    let question = try lesson.question("dE_total/doutput_o1", .next)
    #expect(question.expected == .name("dE_total/dsum_o1", others: ["sum_o1", "doutput_o1/dsum_o1"]))
    // E_total has two parts, and sum_o1 four names that matter.
    #expect(!lesson.questions(.next).contains { $0.name == "dE_total/dE_total" || $0.name == "dE_total/dsum_o1" })
  }

  @Test("The seed and a file without numbers ask for nothing")
  func nothing() throws {
    #expect(!(try QuizLesson("two-two-two", telling: "nodes")).questions().contains { $0.name == "dE_total/dE_total" })
    let symbolic = try QuizLesson(text: "inputs: x, y\nq = x*y\nf = q^2\ndifferentiate: f\n")
    #expect(symbolic.questions().isEmpty)
  }
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
