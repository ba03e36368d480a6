import Differentiation
import DocumentModel
import Foundation
import Numerals
import Testing
import WalkthroughLanguage

@testable import Narration

private func figures(_ document: Document) -> [Figure] {
  document.steps.flatMap(\.blocks).compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
}

private func plot(_ id: String, _ text: String) throws -> Plot {
  let figure = try #require(figures(try document(text)).first { $0.id == id })
  guard case .plot(let plot)? = figure.panels.first?.picture else { throw CancellationError() }
  return plot
}

@Suite struct ContourPlotTests {
  @Test func `The gradient of x·y points across its level line`() throws {
    // ∂f/∂x = y = 4 and ∂f/∂y = x = 3: the arrow goes four to the right for three up.
    let found = try plot("contours", "inputs: x = 3, y = 4\nf = x*y\ndifferentiate: f\n")
    let arrow = try #require(found.series.first { $0.kind == .path }).points
    #expect(arrow[0] == Point(3, 4))
    #expect(((arrow[1].x - 3) / (arrow[1].y - 4) - 4.0 / 3).magnitude < 1e-9)
    #expect(arrow[1].x > 3)
    for line in found.series where line.kind == .line {
      let products = line.points.map { $0.x * $0.y }
      let level = products[0].rounded()
      #expect(products.allSatisfy { ($0 - level).magnitude < 0.01 }, "\(level)")
    }
  }

  @Test func `A step of one is as long up as across`() throws {
    let found = try plot("contours", "inputs: x = 3, y = 4\nf = x*y\ndifferentiate: f\n")
    let across = (found.horizontal.range.upperBound - found.horizontal.range.lowerBound) / Plot.frameWidth
    let up = (found.vertical.range.upperBound - found.vertical.range.lowerBound) / Plot.frameHeight
    #expect((across / up - 1).magnitude < 1e-9)
  }

  @Test func `The path of a descent is that of its updates`() throws {
    // Each update multiplies x by 0.8 and y by 0.2.
    let text = "unknowns: x = 3, y = 1\nf = x^2 + 4*y^2\nminimize: f\nrate: 0.1\nepochs: 4\n"
    let path = try #require(try plot("contours", text).series.first { $0.kind == .path }).points
    #expect(path[0] == Point(3, 1))
    for (number, point) in path.dropLast().enumerated() {
      #expect((point.x - 3 * pow(0.8, Double(number))).magnitude < 1e-12)
      #expect((point.y - pow(0.2, Double(number))).magnitude < 1e-12)
    }
    let last = try #require(path.last)
    #expect((last.x - 3 * pow(0.8, 4)).magnitude < 1e-12)
  }

  @Test func `Two moved numbers of three have no map`() throws {
    let text = "unknowns: x = 3, y = 1, z = 2\nf = x^2 + 4*y^2 + z^2\nminimize: f\nrate: 0.1\n"
    #expect(figures(try document(text)).map(\.id) == ["graph", "loss-by-y"])
  }
}

@Suite struct LayerPlotTests {
  /// One unit a layer, all with the same weight; the input is 0.5.
  private func chain(_ layers: Int, weight: Double, _ activation: String) -> String {
    var text = "inputs: x = 0.5\nweights: w = \(weight)\ntargets: t = 1\nh0 = x\n"
    for layer in 1...layers { text += "z\(layer) = w*h\(layer - 1)\nh\(layer) = \(activation)(z\(layer))\n" }
    return text + "E = 1/2*(t - h\(layers))^2\ndifferentiate: E\n"
  }

  @Test func `Dots are the mean sizes of the adjoints`() throws {
    // E = ½(t − h)², h = relu(z): dE/dz3 = h3 − t = 4 − 1 = 3; each layer back doubles it.
    let dots = try #require(try plot("adjoints-by-layer", chain(3, weight: 2, "relu")).series.first).points
    #expect(dots == [Point(1, 3), Point(2, 6), Point(3, 12)])
  }

  @Test func `Two units in a layer have the mean of both`() throws {
    // h1 = relu(2), h2 = tanh(3), y = 40(h1 + h2), E = ½y²: dE/dz3 = y, dE/dz1 = 40y, dE/dz2 = 40y(1 − h2²).
    let text = """
      inputs: x = 1
      weights: a = 2, b = 3, v = 40
      targets: t = 0
      z1 = a*x
      z2 = b*x
      h1 = relu(z1)
      h2 = tanh(z2)
      z3 = v*h1 + v*h2
      h3 = relu(z3)
      E = 1/2*(t - h3)^2
      differentiate: E

      """
    let dots = try #require(try plot("adjoints-by-layer", text).series.first).points
    let h2 = tanh(3.0)
    let y = 40 * (2 + h2)
    let (first, second) = (40 * y, 40 * y * (1 - h2 * h2))
    #expect((dots[0].y / y - 1).magnitude < 1e-12)
    #expect((dots[1].y / ((first + second) / 2) - 1).magnitude < 1e-12)
  }

  @Test func `Shrinking adjoints are explained with their factors`() throws {
    let found = try #require(
      figures(try document(chain(3, weight: 1, "sigmoid"))).first { $0.id == "adjoints-by-layer" })
    let caption = say(found.caption)
    #expect(caption.contains("times smaller"))
    #expect(caption.contains("never steeper than 1/4"))
    #expect(caption.contains("vanish"))
    let growing = try #require(
      figures(try document(chain(4, weight: 3, "relu"))).first { $0.id == "adjoints-by-layer" })
    #expect(say(growing.caption).contains("3 times larger"))
    #expect(say(growing.caption).contains("explode"))
  }

  /// A network through time: with one loss at the end its steps are layers; with one at each step, with a way past a
  /// step, or with a gate beside it they are not.
  @Test(arguments: [
    ("", "h3", true), ("", "(h1 + h2 + h3)", false), ("", "(h1 + h3)", false), ("r = sigmoid(w*x)\n", "(r*h3)", true),
    ("r = sigmoid(h2)\n", "(r*h3)", false),
  ])
  func `Only what goes on through the next layer alone makes layers`(gate: String, end: String, isDrawn: Bool) throws {
    let steps = (1...3).map { "a\($0) = w*x + v*h\($0 - 1)\nh\($0) = tanh(a\($0))\n" }.joined()
    let text =
      "inputs: x = 1\nfixed: h0 = 0\nweights: w = 0.5, v = 0.1\n\(steps)\(gate)E = 1/2*\(end)^2\ndifferentiate: E\n"
    #expect(figures(try document(text)).map(\.id).contains("adjoints-by-layer") == isDrawn)
  }

  @Test func `One hidden layer without a fall has no plot of layers`() throws {
    let text = chain(2, weight: 2, "relu")
    #expect(!figures(try document(text)).map(\.id).contains("adjoints-by-layer"))
  }
}

@Suite struct AllPlotsTests {
  /// The plots of every walkthrough in the repository.
  static let all: [(name: String, figure: Figure, plot: Plot, trace: Trace)] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "walkthroughs")
    let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".walk") }.sorted().flatMap { name -> [(String, Figure, Plot, Trace)] in
      guard let text = try? String(contentsOf: root.appending(path: name), encoding: .utf8),
        let trace = try? SourceText(name: name, text: text).walkthrough().trace()
      else { return [] }
      return figures(Narrator(trace).document).flatMap { figure in
        figure.panels.compactMap { panel in
          if case .plot(let plot) = panel.picture { (name, figure, plot, trace) } else { nil }
        }
      }
    }
  }()

  /// The same figure by figure.
  private static var drawn: [(name: String, figure: Figure)] {
    all.filter { .plot($0.plot) == $0.figure.panels[0].picture }.map { ($0.name, $0.figure) }
  }

  private func ids(_ name: String) -> [String] {
    Self.drawn.filter { $0.name.hasSuffix("/\(name).walk") }.map(\.figure.id)
  }

  @Test func `Each walkthrough has the plots that say something there`() {
    #expect(ids("toy-network") == ["adjoints-by-layer", "loss-by-v11"])
    #expect(ids("one-weight-loss") == ["loss-by-w"])
    #expect(ids("custom-gate") == ["contours", "loss-by-epoch"])
    #expect(ids("descent") == ["loss-by-b", "loss-by-epoch"])
    #expect(ids("two-variable-function") == ["contours"])
    #expect(ids("carried-numbers") == ["contours"])
    #expect(ids("two-three-three-two") == ["adjoints-by-layer", "loss-by-v33"])
    #expect(ids("one-node") == [])
    // The steepest weight stands at a kink, so another one is drawn.
    #expect(ids("xor") == ["loss-by-W1-1-1", "loss-by-epoch"])
    #expect(ids("add-multiply-circuit") == [])
    #expect(ids("tweaked-weights") == [])
  }

  @Test func `Every point and every tick lies inside its axes`() {
    #expect(Self.all.count > 25)
    for (name, figure, plot, _) in Self.all {
      for axis in [plot.horizontal, plot.vertical] {
        let places = axis.ticks.map(\.place)
        #expect(places.allSatisfy(axis.range.contains) && places == places.sorted(), "\(name) \(figure.id)")
        #expect((2...10).contains(places.count) && !axis.label.isEmpty, "\(name) \(figure.id)")
      }
      for point in plot.series.flatMap(\.points) + plot.marks.map(\.place) {
        #expect(
          plot.horizontal.range.contains(point.x) && plot.vertical.range.contains(point.y),
          "\(name) \(figure.id) \(point)")
      }
      #expect(plot.series.allSatisfy { !$0.points.isEmpty })
      #expect(!figure.caption.isEmpty && figure.description.count > 40)
    }
  }

  @Test func `No mark stands over another or over the frame`() throws {
    for (name, figure, plot, _) in Self.all {
      let frame = PlotSpace(try #require(PlotScale(of: plot.horizontal)), try #require(PlotScale(of: plot.vertical)))
      let boxes = plot.marks.map { $0.box(at: frame.place(of: $0.place)) }
      for (number, box) in boxes.enumerated() {
        #expect(box.x >= -1e-9 && box.right <= Plot.frameWidth + 1e-9, "\(name) \(figure.id)")
        #expect(box.y >= -1e-9 && box.bottom <= Plot.frameHeight + 1e-9, "\(name) \(figure.id)")
        #expect(!boxes[..<number].contains(where: box.overlaps), "\(name) \(figure.id)")
      }
    }
  }

  @Test func `Tangents touch with the slope that the file found`() throws {
    for (name, figure, plot, trace) in Self.all where figure.id.hasPrefix("loss-by-") && figure.id != "loss-by-epoch" {
      let tangent = try #require(plot.series.first { $0.kind == .dashedLine }).points
      let slope = (tangent[1].y - tangent[0].y) / (tangent[1].x - tangent[0].x)
      let steepest =
        trace.updates.isEmpty
        ? trace.asked.flatMap { trace.backward?.adjoints.matrix($0).entries ?? [] }
        : trace.updates.flatMap(\.gradient.entries)
      #expect(steepest.contains { ($0 - slope).magnitude <= 1e-6 * $0.magnitude }, "\(name)")
      if say(figure.caption).contains("has the steepest") {
        #expect(steepest.allSatisfy { $0.magnitude <= slope.magnitude * (1 + 1e-6) }, "\(name)")
      }
      let here = try #require(plot.series.first { $0.kind == .path || $0.kind == .dots }).points[0]
      #expect((tangent[0].y + slope * (here.x - tangent[0].x) - here.y).magnitude <= 1e-6 * max(1, here.y.magnitude))
    }
  }

  @Test func `The first and the last epoch are those of the trace`() throws {
    for (name, figure, plot, trace) in Self.all where figure.id == "loss-by-epoch" {
      let training = try #require(trace.training)
      let points = try #require(plot.series.first).points
      #expect(points.first == Point(0, training.losses[0]), "\(name)")
      #expect(points.last == Point(Double(training.epochs), training.losses[training.epochs]), "\(name)")
      #expect(points.map(\.y).min() == training.losses.min() && points.map(\.y).max() == training.losses.max())
    }
  }

  @Test func `No two figures of a document have the same name`() {
    for (name, group) in Dictionary(grouping: Self.drawn, by: \.name) {
      #expect(Set(group.map(\.figure.id)).count == group.count, "\(name)")
    }
  }
}

extension PlotScale {
  /// The scale that an axis was made of.
  fileprivate init?(of axis: Plot.Axis) {
    if axis.isLogarithmic {
      self.init(logarithmically: axis.range)
    } else {
      self.init(exactly: axis.range)
    }
  }
}
