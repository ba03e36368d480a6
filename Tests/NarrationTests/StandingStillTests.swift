import DocumentModel
import Testing
import WalkthroughLanguage

@testable import Narration

/// What is said of an update fits what it did: made things worse, moved some numbers, or none.
@Suite struct StandingStillTests {
  private func prose(_ text: String) throws -> String { try document(text + "\n").prose }

  private func figures(_ text: String) throws -> [Figure] {
    try document(text + "\n").steps.flatMap(\.blocks).compactMap { block in
      if case .figure(let figure) = block { figure } else { nil }
    }
  }

  // |x| + x/10 is least at 0, where |x| has its kink: both ways are up, however short the step.
  private let kink = "unknowns: x = 0\nf = abs(x) + 0.1*x\nminimize: f\nrate: 0.5"

  @Test("A rate is too large only where a smaller one helps")
  func blame() throws {
    // From 1, x² goes to (1 − 2.4)² = 1.96 by a rate of 1.2, and to (1 − 1.2)² = 0.04 by a half of that.
    let far = try prose("unknowns: x = 1\nf = x^2\nminimize: f\nrate: 1.2")
    #expect(far.contains("the rate is too large for this slope") && far.contains("past the turn"))
    let corner = try prose(kink)
    #expect(corner.contains("at a kink, the slope speaks for one side alone"))
    #expect(!corner.contains("rate is too large") && !corner.contains("too long"))
    // 0.9 · (−10) + 2 is −7: x goes up from 1, and so does x².
    let pushed = try prose(
      "unknowns: x = 1\nf = x^2\nminimize: f\nrate: 0.01\nupdate: momentum, beta = 0.9\nstart: v(x) = -10")
    #expect(pushed.contains("what the update rule starts with leads there"))
    #expect(!pushed.contains("rate is too large") && !pushed.contains("too long"))
  }

  @Test("A kink that only an example lies at is one as well")
  func kinkOfAnExample() throws {
    // The mean of |w − 1| and |w − 1| + 0.1w is least at 1, where the slope is chosen as 0.05.
    let told = try prose(
      """
      weights: w = 1
      examples:
        a | b
        1 | 0
        1 | 0.1
      E = abs(w - a) + b*w
      minimize: E, averaged over the examples
      rate: 0.1
      """)
    #expect(told.contains("at a kink, the slope speaks for one side alone"))
  }

  @Test("Where terms cancel, what rounding leaves has no direction")
  func cancelled() throws {
    // The same b is added to all three before their mean is taken off again: E does not depend on it.
    let normalised = """
      weights: w = 0.7, b = 0.3
      inputs: x1 = 0.51, x2 = 1.27, x3 = 2.18
      s1 = w*x1 + b
      s2 = w*x2 + b
      s3 = w*x3 + b
      m = (s1 + s2 + s3)/3
      v = (s1 - m)^2 + (s2 - m)^2 + (s3 - m)^2
      E = ((s1 - m)/sqrt(v) - 1)^2 + (s2 - m)/sqrt(v)
      minimize: E
      rate: 0.5
      """
    let told = try prose(normalised + "\ntelling: nodes")
    #expect(told.contains("The slope is zero but for rounding, since what it comes from cancels: _"))
    #expect(!told.contains("slope is negative") && !told.contains("slope is positive"))
    // A small slope that is a product, or a sum of small terms, is a slope.
    let small = try prose("weights: w = 1\na = 1e-9*w\nb = 1e-9*w\nE = a*1e-9 - 3*b*1e-9\nminimize: E\nrate: 1")
    #expect(small.contains("The slope is negative: a larger _ means a smaller _"))
  }

  @Test("An objective that changes by rounding alone gets neither better nor worse")
  func unchanged() throws {
    // At 0.1 the examples pull alike to both sides, but for the last place.
    let told = try prose(
      """
      weights: w = 0.1
      examples:
        t
        0.3
        -0.1
      E = 1/2*(w - t)^2
      minimize: E, summed over the examples
      rate: 0.5
      """)
    #expect(told.contains("_ did not change, but for rounding: _.") && !told.contains("wrong way"))
    // Figures and the course of a run say the same: E falls by 2e-8 · 2e-8, four units in its last place.
    let run = try document("weights: w = 1\nE = 1 + 1e-8*w^2\nminimize: E\nrate: 1\nepochs: 1\n").spoken
    #expect(run.contains("E did not change, but for rounding: 1"))
    #expect(run.contains("E ends where it began, but for rounding: at 1"))
    #expect(!run.contains("E fell") && !run.contains("down the curve"))
    let better = try prose("weights: w = 1\nE = 1 + 1e-5*w^2\nminimize: E\nrate: 0.5")
    #expect(better.contains("The step went the right way"))
  }

  @Test("What gets better every time never stays the same")
  func plateau() throws {
    // The slope of max(0, x) is 1 down to 0, and 0 from there on.
    let text = "unknowns: x = 3\nf = max(0, x)\nminimize: f\nrate: 2\nepochs: 5"
    let description = try #require(try figures(text).first { $0.id == "loss-by-epoch" }).description
    #expect(description.contains("It never gets worse.") && !description.contains("every time"))
    #expect(EpochCourse([3, 1, 0], isAscent: false).hasPlateau == false)
  }

  @Test("A number without a slope that rounding moves does not stay")
  func rounding() throws {
    // 0.44 is kept as 0.4 after an update by 0; 10(0.4 − 0.4)² has the slope 0.
    let text =
      "inputs: x = 1\nweights: w = 0.44\ntargets: t = 0.4\ny = w*x\nE = 10*(y - t)^2\nminimize: E\nrate: 0.06\n"
    #expect(try prose(text + "carry: 1 decimal").contains("moves by rounding alone"))
    // 0.4 − 0.0001 · 8 is kept as 0.4.
    let short = "unknowns: w = 0.4\nE = 10*w^2\nminimize: E\nrate: 0.0001\ncarry: 1 decimal"
    #expect(try prose(short).contains("stays where it is"))
  }

  private let half = "inputs: a = 0, b = 2\nweights: u = 0.5, v = 1\nE = (u*a + v*b - 3)^2\nminimize: E\nrate: 0.1"

  @Test("Only what moves is said to move, and a zero slope explains no sign")
  func moving() throws {
    let told = try prose(half)
    #expect(told.contains("Of two weights, one moves:") && !told.contains("move together"))
    #expect(told.contains("The slope is negative: a larger _ means a smaller _"))
    #expect(try prose(half.replacing("a = 0", with: "a = 1")).contains("Both weights move together:"))
    #expect(try prose(half.replacing("3)", with: "2)")).contains("No weight moves:"))
  }

  @Test("Below a curve stands what else the update moves")
  func companions() throws {
    func caption(_ weights: String, _ line: String) throws -> String {
      let text = "unknowns: \(weights)\n\(line)\nminimize: E\nrate: 0.1\n"
      let figure = try document(text, of: "a").steps.flatMap(\.blocks).lazy.compactMap { block in
        if case .figure(let figure) = block, figure.id == "loss-by-a" { figure } else { nil }
      }.first
      return say(try #require(figure).caption)
    }
    #expect(try caption("a = 1, b = 1", "E = a^2 + b^2").contains("moves b too"))
    #expect(!(try caption("a = 1, b = 0", "E = a^2 + b^2").contains("moves")))
    #expect(try caption("a = 1, b = 1, c = 1", "E = a^2 + b^2 + c^2").contains("moves the others too"))
    #expect(try caption("a = 1, b = 1, c = 1, d = 0", "E = a^2 + b^2 + c^2 + d^2").contains("moves others too"))
  }

  @Test("Of a step that its dot hides no arrow is drawn on a map, and none is spoken of")
  func hiddenStep() throws {
    // The step is 0.0006 to the left and 0.0008 down, on a map that is 2 wide.
    let all = try figures("unknowns: x = 3, y = 1\nf = x^2 + 4*y^2\nminimize: f\nrate: 0.0001")
    let map = try #require(all.first { $0.id == "contours" })
    guard case .plot(let plot) = map.panels[0].picture else { return #expect(map.panels.isEmpty) }
    #expect(plot.series.filter { $0.kind != .line }.map(\.points) == [[Point(3, 1)]])
    #expect(plot.marks.filter { $0.tone != .faded }.map { say($0.label) } == ["f = 13"])
    let told = say(map.caption)
    #expect(told.contains("the one step of the descent is too short to be drawn"))
    #expect(!told.contains("arrow") && !told.contains("right angle") && !map.description.contains("path"))
  }

  @Test("A map shows no way that leads nowhere")
  func saddle() throws {
    let all = try figures("unknowns: x = 0, y = 0\nf = x^2 - y^2\nminimize: f\nrate: 0.1")
    let map = try #require(all.first { $0.id == "contours" })
    guard case .plot(let plot) = map.panels[0].picture else { return #expect(map.panels.isEmpty) }
    #expect(!plot.series.contains { $0.kind == .path } && plot.series.contains { $0.points == [Point(0, 0)] })
    #expect(map.description.contains("the update leaves them there") && !map.description.contains("path leads"))
    #expect(!say(map.caption).contains("arrow"))
  }
}

/// Sentences that stand on every page of a kind fit the shortest ones too.
@Suite struct ShortRunTests {
  private func run(_ more: String) throws -> String {
    try document("unknowns: x = 1\nf = x^2\nminimize: f\nrate: 0.1\n\(more)\n").prose
  }

  @Test("A run of one update is that update")
  func one() throws {
    let told = try run("epochs: 1")
    #expect(told.contains("by one step of gradient descent"))
    #expect(told.contains("all of the run, one update.") && !told.contains("again and again"))
    #expect(!told.contains("first, some, and the last"))
    #expect(try run("epochs: 3").contains("every update:"))
    #expect(try run("epochs: 300").contains("the first, some, and the last"))
  }

  @Test("Nothing stands still where nothing else is")
  func alone() throws {
    #expect(!(try run("").contains("stands still")))
    #expect(try run("fixed: k = 2").contains("stands still"))
  }

  @Test("The epoch that gained too little was the last one")
  func gain() throws {
    // f falls by 0.36 each time: 0.36, 0.2304, 0.147.
    #expect(
      try run("until: the gain is below 0.2").contains("It ended here because the last update gained less than _."))
    #expect(try run("epochs: 2\nuntil: the gain is below 0.01").contains("came before an update gained less than _."))
  }

  @Test("A batch that is left over is told of")
  func batches() throws {
    func told(_ rows: Int) throws -> String {
      let table = (1...rows).map { "  \($0)\n" }.joined()
      return try document(
        "weights: w = 0\nexamples:\n  x\n\(table)E = (w - x)^2\nminimize: E, averaged over the examples\nrate: 0.1\n"
          + "update: after every 2 examples\n"
      ).prose
    }
    #expect(try told(5).contains("the last of an epoch with the one left over"))
    #expect(!(try told(4).contains("left over")))
  }
}
