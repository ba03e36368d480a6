import Differentiation
import DocumentModel
import Foundation
import Numerals
import Testing
import WalkthroughLanguage

@testable import Narration

/// The plots of a document by the names of their figures.
private func plots(_ document: Document) -> [(figure: Figure, plot: Plot)] {
  document.steps.flatMap(\.blocks).flatMap { block -> [(Figure, Plot)] in
    guard case .figure(let figure) = block else { return [] }
    return figure.panels.compactMap { panel in
      if case .plot(let plot) = panel.picture { (figure, plot) } else { nil }
    }
  }
}

private func plot(_ id: String, _ text: String) throws -> (figure: Figure, plot: Plot) {
  let found = plots(try document(text)).first { $0.figure.id == id }
  return try #require(found)
}

private func series(_ kind: Plot.Kind, _ plot: Plot) -> [Plot.Series] { plot.series.filter { $0.kind == kind } }

private let parabola = """
  inputs: x = 4
  weights: w = 3
  targets: t = 8
  L = (x*w - t)^2
  minimize: L
  rate: 0.01

  """

@Suite struct WeightPlotTests {
  /// What a reader hears of a turn has no digits that the points drawn do not give: 8/4 is 2, a hinge turns at 1.5.
  @Test(arguments: [
    ("(4w - 8)^2", "lowest near w = 2.0 with about 0."), ("abs(w - 1.5) + 0.125", "lowest near w = 1.5 with about 0.1"),
    ("abs(w)", "lowest near w = 0 with about 0."), ("3 - (w - 2.5)^2", "highest near w = 2.5 with about 3."),
  ])
  func `A turn is told as far as it is known`(formula: String, turn: String) throws {
    let text = "weights: w = 3\nL = \(formula)\nminimize: L\nrate: 0.01\n"
    #expect(try plot("loss-by-w", text).figure.description.contains(turn))
  }

  @Test func `The curve of one weight is its parabola`() throws {
    let curve = try #require(series(.line, try plot("loss-by-w", parabola).plot).first)
    #expect(curve.points.count == 81)
    for point in curve.points {
      let value = (4 * point.x - 8) * (4 * point.x - 8)
      #expect((point.y - value).magnitude <= 1e-12 * max(1, value))
    }
    #expect(zip(curve.points, curve.points.dropFirst()).contains { $0.x < 3 && 3 < $1.x })
  }

  @Test func `The tangent has the slope of the adjoint and touches the curve`() throws {
    // At w = 3: L = 16 and dL/dw = 2·4·(12 − 8) = 32.
    let tangent = try #require(series(.dashedLine, try plot("loss-by-w", parabola).plot).first).points
    let slope = (tangent[1].y - tangent[0].y) / (tangent[1].x - tangent[0].x)
    #expect((slope - 32).magnitude < 1e-9)
    #expect((tangent[0].y + 32 * (3 - tangent[0].x) - 16).magnitude < 1e-9)
    #expect(tangent[0].x < 3 && tangent[1].x > 3)
  }

  @Test("A step that is too short to be seen is drawn close up, where it has its room")
  func closeUp() throws {
    let document = try WalkthroughFile.narrator("two-two-two").document
    let panels = plots(document).filter { $0.figure.id == "loss-by-w6" }.map(\.plot)
    #expect(panels.count == 2 && series(.path, panels[0]).isEmpty)
    let step = try #require(series(.path, panels[1]).first).points
    let range = panels[1].horizontal.range
    #expect((step[1].x - step[0].x).magnitude > 0.3 * (range.upperBound - range.lowerBound))
    let marks = panels[1].marks
    #expect(panels[0].marks.allSatisfy { $0.tone != .changed })
    #expect(try #require(marks.first { $0.tone == .emphasized }).side != .left)
    #expect(try #require(marks.first { $0.tone == .changed }).side != .right)
  }

  @Test("A step that can be seen needs no second panel")
  func onePanel() throws {
    // new w = 3 − 0.02·32 = 2.36 on an axis from 0 to 4 or more.
    let found = try plot("loss-by-w", parabola.replacing("0.01", with: "0.02"))
    #expect(found.figure.panels.count == 1 && series(.path, found.plot).count == 1)
  }

  @Test("Where the steepest curve has a kink, the caption says why another one is drawn")
  func instead() throws {
    let document = try WalkthroughFile.narrator("xor").document
    let caption = say(try #require(plots(document).first).figure.caption)
    #expect(caption.contains("second steepest"))
    #expect(caption.contains("The steepest is that by W1[1,2], but the curve over that has a kink"))
  }

  @Test func `The step leads along the curve to the new weight`() throws {
    // new w = 3 − 0.01·32 = 2.68, where L = (10.72 − 8)² = 7.3984.
    let panels = plots(try document(parabola)).filter { $0.figure.id == "loss-by-w" }.map(\.plot)
    let step = try #require(panels.flatMap { series(.path, $0) }.first).points
    #expect(step[0] == Point(3, 16))
    #expect((step[1].x - 2.68).magnitude < 1e-12 && (step[1].y - 7.3984).magnitude < 1e-9)
  }

  @Test func `A file without an update has a dot and no step`() throws {
    let found = try plot(
      "loss-by-w", parabola.replacing("minimize: L\nrate: 0.01\n", with: "differentiate: L\n")
    ).plot
    #expect(series(.path, found).isEmpty)
    #expect(series(.dots, found).map(\.points) == [[Point(3, 16)]])
  }

  @Test func `Of several weights the steepest is drawn, and the caption says so`() throws {
    // dL/da = 2(a + 3b + c) and dL/db = 6(a + 3b + c).
    let text = "weights: a = 1, b = 2, c = 1\nL = (a + 3b + c)^2\nminimize: L\nrate: 0.01\n"
    let found = try plot("loss-by-b", text)
    #expect(Set(plots(try document(text)).map(\.figure.id)) == ["loss-by-b"])
    #expect(say(found.figure.caption).contains("steepest slope of three"))
    #expect(Set(plots(try document(text, of: "a")).map(\.figure.id)) == ["loss-by-a"])
  }

  @Test func `A straight line and a kink are not drawn`() throws {
    #expect(plots(try document("inputs: x = 2\nweights: w = 3\nf = x*w\ndifferentiate: f\n")).isEmpty)
    #expect(plots(try document("weights: w = 0\nf = relu(w) + w^2\nminimize: f\nrate: 1\n")).isEmpty)
  }

  @Test func `Where the objective has no value there is no curve`() throws {
    let found = try plot("loss-by-w", "weights: w = 0.02\nf = ln(w) - 5w\nmaximize: f\nrate: 0.0001\n").plot
    let points = series(.line, found).flatMap(\.points)
    #expect(points.count > 40 && points.allSatisfy { $0.x > 0 })
  }

  @Test func `Examples are drawn together as the objective is`() throws {
    // The sum of (w − 1)², (2w − 4)² and (3w − 3)² is 14w² − 36w + 26; the mean a third of it.
    let text = """
      examples:
        x | t
        1 | 1
        2 | 4
        3 | 3
      weights: w = 0.5
      L = (w*x - t)^2
      minimize: L, summed over the examples
      rate: 0.01

      """
    for (word, count) in [("summed", 1.0), ("averaged", 3.0)] {
      let found = try plot("loss-by-w", text.replacing("summed", with: word)).plot
      let points = try #require(series(.line, found).first).points
      for point in points {
        let value = (14 * point.x * point.x - 36 * point.x + 26) / count
        #expect((point.y - value).magnitude < 1e-9 * max(1, value))
      }
      let tangent = try #require(series(.dashedLine, found).first).points
      let slope = (tangent[1].y - tangent[0].y) / (tangent[1].x - tangent[0].x)
      #expect((slope - (28 * 0.5 - 36) / count).magnitude < 1e-9)
    }
  }

  @Test func `An entry of a matrix is a weight like any other`() throws {
    // L = (1·w1 − 2·w2 − 1)², so dL/dw2 is the steeper.
    let text = "inputs: X = [1, -2]\nweights: W = [0.5; 0.25]\nL = (X*W - 1)^2\nminimize: L\nrate: 0.01\n"
    let points = try #require(series(.line, try plot("loss-by-W-2-1", text).plot).first).points
    for point in points {
      let value = (0.5 - 2 * point.x - 1) * (0.5 - 2 * point.x - 1)
      #expect((point.y - value).magnitude < 1e-9 * max(1, value))
    }
  }
}

@Suite struct EpochPlotTests {
  private let descent = """
    weights: w = 3
    L = w^2
    minimize: L
    rate: 0.1

    """

  @Test func `A run is drawn from its first value to its last`() throws {
    // Each update multiplies w by 0.8 and L by 0.64.
    let found = try plot("loss-by-epoch", descent + "epochs: 10\n").plot
    let points = try #require(series(.line, found).first).points
    #expect(points.count == 11 && points[0] == Point(0, 9))
    for (epoch, point) in points.enumerated() {
      #expect(point.x == Double(epoch) && (point.y - 9 * pow(0.64, Double(epoch))).magnitude < 1e-12)
    }
    #expect(!found.vertical.isLogarithmic)
  }

  @Test func `More than three decades go on a logarithmic axis`() throws {
    #expect(try plot("loss-by-epoch", descent + "epochs: 15\n").plot.vertical.isLogarithmic == false)
    // 0.64^16 is below 1/1000.
    #expect(try plot("loss-by-epoch", descent + "epochs: 16\n").plot.vertical.isLogarithmic)
  }

  @Test(arguments: [1_000, 50_000]) func `Of many epochs a few hundred points are left`(epochs: Int) throws {
    var values = (0...epochs).map { 1 / Double($0 + 1) }
    (values[717], values[818]) = (5, -3)
    let points = EpochPoints.thinned(values)
    #expect(points.count <= 200 && points.first == Point(0, 1) && points.last?.x == Double(epochs))
    #expect(points.contains(Point(717, 5)) && points.contains(Point(818, -3)))
    #expect(zip(points, points.dropFirst()).allSatisfy { $0.x < $1.x })
    #expect(points.allSatisfy { values[Int($0.x)] == $0.y })
  }

  @Test func `What the run waits for is a line across`() throws {
    let found = try plot("loss-by-epoch", descent + "until: L is below 0.5\n").plot
    let bound = try #require(series(.dashedLine, found).first).points
    #expect(bound.map(\.y) == [0.5, 0.5])
  }

  @Test func `A run that stays where it is has no plot`() throws {
    #expect(plots(try document("weights: w = 0\nL = w^2\nminimize: L\nrate: 0.1\nepochs: 5\n")).isEmpty)
  }

  @Test func `The course is told from its numbers`() {
    let falling = EpochCourse([10, 5, 2, 1, 0.5, 0], isAscent: false)
    #expect(falling.mostOfTheWay == 3 && falling.setbacks == 0 && falling.isBetter && falling.best == nil)
    let turning = EpochCourse([10, 1, 4, 6], isAscent: false)
    #expect(turning.best == 1 && turning.setbacks == 2 && turning.mostOfTheWay == nil)
    let climbing = EpochCourse([0, 9, 10], isAscent: true)
    #expect(climbing.mostOfTheWay == 1 && climbing.isBetter)
  }
}
