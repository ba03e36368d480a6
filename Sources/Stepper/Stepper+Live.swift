import Differentiation
import Longhand

extension Stepper {
  mutating func openGivens() {
    if isLive { mode = .prompt(Prompt(kind: .given)) } else { notice = StepperWords.notLive }
  }

  /// Works everything again with another given; the step stays the same.
  mutating func change(_ words: String) {
    do throws(GivenProblem) {
      let workbook = try lesson.workbook.changing(words)
      replace(with: try lesson(of: workbook))
      notice = StepperWords.changed(words)
    } catch {
      notice = error.message
    }
  }

  private func lesson(of workbook: Workbook) throws(GivenProblem) -> Lesson {
    do throws(RenderingProblem) { return try Lesson(workbook, lesson.options) } catch {
      throw .cannotBeWorked(error.message)
    }
  }

  private mutating func replace(with changed: Lesson) {
    let id = step.id
    earlier.append(lesson)
    settle(in: changed, at: id)
  }

  mutating func takeBack() {
    guard let last = earlier.popLast() else {
      notice = isLive ? StepperWords.nothingChanged : StepperWords.notLive
      return
    }
    let id = step.id
    settle(in: last, at: id)
    notice = StepperWords.takenBack
  }

  /// Other givens may need other steps, such as the reason of a kink; what is folded up stays so.
  private mutating func settle(in changed: Lesson, at id: String) {
    let scrolled = scroll
    isFolded = changed.parts.map { part in
      lesson.parts.firstIndex { $0.heading == part.heading }.map { isFolded[$0] } ?? part.isFolded
    }
    lesson = changed
    go(to: changed.steps.firstIndex { $0.id == id } ?? min(place, changed.steps.count - 1))
    scroll = min(scrolled, view.mostScroll)
  }
}

extension Lesson {
  /// The givens that have other values than in an earlier lesson, as they were typed: `w5 = 0.6`.
  func changes(since printed: Lesson) -> [String] {
    let walkthrough = workbook.walkthrough
    return walkthrough.quantities.indices.flatMap { quantity -> [String] in
      let given = walkthrough.quantities[quantity]
      guard given.role.isGiven else { return [] }
      let (old, new) = (printed.workbook.trace.values.matrix(quantity), workbook.trace.values.matrix(quantity))
      return new.entries.indices.compactMap { entry in
        guard old.entries[entry] != new.entries[entry] else { return nil }
        return "\(given.entryName(entry)) = \(NumberStyle(.allDigits).shown(new.entries[entry]).plainText)"
      }
    }
  }
}
