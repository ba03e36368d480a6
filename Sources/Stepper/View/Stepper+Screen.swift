import DocumentModel
import Renderers

extension Stepper {
  /// What stands on the screen: as many rows as it has, none wider than it.
  public var screen: [String] {
    let view = view
    let layout = view.layout
    let rows = (head(layout) + body(view) + foot(view)).prefix(size.rows)
    return rows.map { row in
      row.width == 0 ? "" : TextRow.blanks(layout.margin) + row.cut(to: size.columns - layout.margin).text
    } + Array(repeating: "", count: max(size.rows - rows.count, 0))
  }

  private var paint: Paint { Paint(usesColour: usesColour) }

  // MARK: - Above

  private func head(_ layout: ScreenLayout) -> [TextRow] {
    let position = TextRow(StepperWords.position(place + 1, of: lesson.steps.count))
    let renderer = TextRenderer(width: .max)
    let headings = shownHeadings.map { renderer.row(of: $0).text }
    if layout.isPlain {
      return [TextRow.ends(paint.bold(TextRow(headings.last ?? "")), position, in: layout.width)]
    }
    let title = renderer.row(of: lesson.title)
    return [
      TextRow.ends(paint.bold(title), position, in: layout.width),
      TextRow.ends(paint.dim(TextRow(headings.joined(separator: " › "))), status, in: layout.width),
      progress(layout.width), .empty,
    ]
  }

  /// A rule that is heavy as far as one has come.
  private func progress(_ width: Int) -> TextRow {
    let done = width * (place + 1) / lesson.steps.count
    var row = TextRow.rule("━", done)
    row.append(paint.dim(TextRow.rule("─", width - done)))
    return row
  }

  /// What the mode says of itself.
  private var status: TextRow {
    let changes = earlier.isEmpty ? "" : StepperWords.changes(lesson.changes(since: earlier[0]))
    let score = quiz.map { StepperWords.score($0.score) } ?? ""
    return TextRow([score, changes].filter { !$0.isEmpty }.joined(separator: " · "))
  }

  // MARK: - Between

  private func body(_ view: StepView) -> [TextRow] {
    let layout = view.layout
    let rows = max(size.rows - layout.head - layout.foot, 0)
    switch mode {
    case .help: return Array(HelpScreen.rows(self).prefix(rows)).padded(to: rows)
    case .score:
      return TextRenderer(width: layout.main, usesColour: usesColour).rows(of: scoreBlocks)
        .map(TextRow.init(onScreen:)).padded(to: rows)
    case .reading, .prompt: break
    }
    let main = view.map + visible(view)
    guard let side = layout.side else { return main.padded(to: rows) }
    let known = KnownColumn.rows(self, width: side, count: rows)
    return (0..<rows).map { number in
      var row = number < main.count ? main[number].cut(to: layout.main) : .empty
      row.pad(to: layout.sideStart - 2)
      row.append(paint.dim(TextRow("│ ")))
      row.append(known[number])
      return row
    }
  }

  private func visible(_ view: StepView) -> [TextRow] {
    let across = min(across, view.mostAcross)
    var rows = view.content.dropFirst(scroll).prefix(view.bodyRows).map { $0.behind(across) }.padded(to: view.bodyRows)
    let below = view.content.count - scroll - view.bodyRows
    if below > 0, view.bodyRows > 1 { rows[view.bodyRows - 1] = paint.dim(TextRow(StepperWords.more(below + 1))) }
    return rows
  }

  // MARK: - Below

  private func foot(_ view: StepView) -> [TextRow] {
    let layout = view.layout
    if case .prompt(let prompt) = mode {
      return foot([promptRow(StepperWords.prompt(prompt.kind), prompt.line, layout)], layout)
    }
    if mode == .reading, isAsking, let quiz, let question = quiz.question {
      return foot([promptRow(StepperWords.answerPrompt(question), quiz.line, layout)], layout)
    }
    return foot([paint.dim(TextRow(hints(view)))], layout)
  }

  /// The last row, and above it, where there is room, what is said.
  private func foot(_ last: [TextRow], _ layout: ScreenLayout) -> [TextRow] {
    let said =
      notice ?? (isAsking && mode == .reading ? StepperWords.hints(StepperWords.answerHints, in: layout.width) : nil)
    if layout.isPlain {
      return notice.map { [TextRow($0)] } ?? last
    }
    return [said.map { notice == nil ? paint.dim(TextRow($0)) : TextRow($0) } ?? .empty] + last
  }

  private func hints(_ view: StepView) -> String {
    switch mode {
    case .reading: StepperWords.hints(in: view.layout.width, isLive: isLive, isWide: view.mostAcross > 0)
    case .help: StepperWords.anyKey
    case .score: StepperWords.scoreKeys
    case .prompt: ""
    }
  }

  /// A line that is typed, with the cursor in it; of a long one the part around the cursor.
  private func promptRow(_ label: String, _ line: LineEditor, _ layout: ScreenLayout) -> TextRow {
    var row = TextRow(label)
    if row.width > layout.width / 2 { row = .empty }
    let signs = (line.text + " ").map { TextRow(String($0)) }
    let room = layout.width - row.width
    var start = 0
    while signs[start...line.cursor].reduce(0, { $0 + $1.width }) > room, start < line.cursor { start += 1 }
    for (number, sign) in signs.enumerated().dropFirst(start) where row.width + sign.width <= layout.width {
      row.append(number == line.cursor ? TextRow("\u{1B}[7m\(sign.text)\u{1B}[0m", width: sign.width) : sign)
    }
    return row
  }
}

extension [TextRow] {
  func padded(to count: Int) -> [TextRow] {
    self.count >= count ? Array(prefix(count)) : self + Array(repeating: .empty, count: count - self.count)
  }
}
