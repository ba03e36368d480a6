extension Stepper {
  /// Takes a key while a step is read.
  mutating func read(_ key: Key) -> Effect {
    switch key {
    case .right, .enter, .character("l"), .character("j"): forth()
    case .character(" "): if !page(+1) { forth() }
    case .left, .backspace, .character("h"), .character("k"), .character("b"): back()
    case .down: scroll(by: +1)
    case .up: scroll(by: -1)
    case .character(">"): move(across: +1)
    case .character("<"): move(across: -1)
    case .pageDown: _ = page(+1)
    case .pageUp: _ = page(-1)
    case .home: go(to: 0)
    case .end: go(to: lesson.steps.count - 1)
    case .tab where quiz != nil: notice = StepperWords.nothingAsked
    case .tab, .character("]"): goToPart(+1)
    case .character("["): goToPart(-1)
    case .character("z"): fold()
    case .character("m"): showsMap.toggle()
    case .character("g"): mode = .prompt(Prompt(kind: .goTo))
    case .character("/"): mode = .prompt(Prompt(kind: .find))
    case .character("n"): find(sought, +1)
    case .character("N"): find(sought, -1)
    case .character("?"): mode = .help
    case .character(":"), .character("="): openGivens()
    case .character("u"): takeBack()
    case .character("q"): return quit()
    case .escape: return quiz?.hasBegun == true ? quit() : .none
    case .character, .delete, .control: notice = StepperWords.noSuchKey
    }
    return .none
  }

  // MARK: - From step to step

  private mutating func forth() {
    let next = isOnFold ? lesson.parts[step.part].steps.upperBound : place + 1
    guard next < lesson.steps.count else {
      if quiz?.hasBegun == true { mode = .score } else { notice = StepperWords.atEnd }
      return
    }
    go(to: next)
  }

  private mutating func back() {
    let previous = (isOnFold ? lesson.parts[step.part].steps.lowerBound : place) - 1
    guard previous >= 0 else {
      notice = StepperWords.atBeginning
      return
    }
    go(to: previous)
  }

  /// A folded part is met at its first step.
  mutating func go(to step: Int) {
    let part = lesson.steps[step].part
    place = isFolded[part] ? lesson.parts[part].steps.lowerBound : step
    quiz?.arrive(at: place, in: lesson)
    scroll = lesson.steps[place].grows ? view.mostScroll : 0
    across = 0
    if isAsking { showResult() }
  }

  private mutating func goToPart(_ direction: Int) {
    let part = step.part + (direction < 0 && place > lesson.parts[step.part].steps.lowerBound ? 0 : direction)
    guard lesson.parts.indices.contains(part) else {
      notice = direction < 0 ? StepperWords.atBeginning : StepperWords.inLastPart
      return
    }
    go(to: lesson.parts[part].steps.lowerBound)
  }

  private mutating func fold() {
    isFolded[step.part].toggle()
    go(to: isOnFold ? lesson.parts[step.part].steps.lowerBound : place)
  }

  // MARK: - Within a step

  private mutating func scroll(by rows: Int) {
    let most = view.mostScroll
    let moved = min(max(scroll + rows, 0), most)
    if moved == scroll { notice = most == 0 ? StepperWords.allInView : nil }
    scroll = moved
  }

  /// Moves by half of the width, where rows are wider than the screen.
  private mutating func move(across direction: Int) {
    let (view, before) = (view, across)
    across = min(max(across + direction * max(view.layout.main / 2, 1), 0), view.mostAcross)
    if across == before, view.mostAcross == 0 { notice = StepperWords.allInView }
  }

  /// Moves by a page, less a row.
  ///
  /// - Returns: whether there was anything more to see.
  private mutating func page(_ direction: Int) -> Bool {
    let (before, view) = (scroll, view)
    scroll = min(max(scroll + direction * max(view.bodyRows - 1, 1), 0), view.mostScroll)
    return scroll != before
  }

  mutating func quit() -> Effect {
    guard quiz?.hasBegun == true else { return .quit }
    mode = .score
    return .none
  }

  /// A second `q` ends it; any other key goes on.
  mutating func leaveScore(_ key: Key) -> Effect {
    mode = .reading
    return key == .character("q") ? .quit : .none
  }
}
