import Foundation
import Longhand
import Testing

private let network = """
  title: In matrices
  inputs: X = [3, 1]
  targets: T = [1, 0]
  weights: W = [6, -3; -2, 5], V = [1, -2; 0.25, 2]
  biases: c = 0.5
  H = sigmoid(X * W)
  Y = sigmoid(H * V + c)
  E = Y - T
  L = sum(E.^2)
  minimize: L
  rate: alpha = 0.5

  """

private func text(_ file: String, of name: String? = nil, _ telling: String? = nil) throws -> String {
  var options = RenderingOptions()
  (options.quantity, options.telling) = (name, telling)
  let workbook = try Workbook(SourceText(name: "t.walk", text: file))
  return String(decoding: try workbook.rendered(as: .text, options), as: UTF8.self)
}

private func problem(_ file: String, of name: String?, _ telling: String? = nil) -> String? {
  do {
    _ = try text(file, of: name, telling)
    return nil
  } catch {
    return (error as? RenderingProblem)?.message
  }
}

@Suite struct EntryStoryTests {
  @Test func oneEntryOfAMatrixHasAStory() throws {
    let story = try text(network, of: "V[2,1]")
    #expect(story.contains("The weight V[2,1]\n"))
    #expect(story.contains("∂E[1,1]"))
    #expect(!story.contains("∂E[1,2]"))
    #expect(story.contains("new V[2,1] = V[2,1] − α · "))
    #expect(try text(network, of: "V[2, 1]") == story)
    #expect(try text(network, of: "X[2]").contains("The input X[1,2]\n"))
    #expect(try text(network, of: "c", "weights").contains("The bias c\n"))
    #expect(try text(network, of: "V[2,1]", "nodes").contains("The adjoint of Y[1,1]"))
    #expect(try text(network, of: "V[2,1]", "gates") != story)
  }

  @Test func anEntryLooksAlikeInEveryTelling() throws {
    let file = network.replacing("H = sig", with: "notation: H as h^(out)\ndelta_h = W[1, 2]\nH = sig")
    for format in [Format.latex, .markdown, .text] {
      var options = RenderingOptions()
      let workbook = try Workbook(SourceText(name: "t.walk", text: file))
      let whole = String(decoding: try workbook.rendered(as: format, options), as: UTF8.self)
      options.telling = "nodes"
      let entries = String(decoding: try workbook.rendered(as: format, options), as: UTF8.self)
      let spelled = format == .text ? "W[1,2]" : "W_{1,2}"
      #expect(whole.contains(spelled) && entries.contains(spelled), "\(format)")
      #expect(entries.contains(format == .text ? "H[1,2]" : #"h_{1,2}^{(\mathrm{out})}"#), "\(format)")
    }
  }

  @Test func matricesAreToldByNumbersOnRequest() throws {
    for telling in ["weights", "nodes", "gates"] {
      let page = try text(network, of: nil, telling)
      #expect(page.contains("X[1,1] · W[1,2] + X[1,2] · W[2,2]"), "\(telling)")
      #expect(page.contains("new V[2,2] = "), "\(telling)")
      #expect(try text(network + "telling: \(telling)\n") == page)
    }
    #expect(!(try text(network).contains("· W[1,2]")))
  }

  @Test func theDocumentSaysThatItsTellingsAgree() throws {
    let page = try text(network)
    #expect(page.contains("Everything was worked once more number by number, without matrices"))
    #expect(page.contains("operation by operation instead of line by line"))
    // X, T, W, V, c, H, Y, E and L have 2 + 2 + 4 + 4 + 1 + 2 + 2 + 2 + 1 entries.
    #expect(page.replacing("\n  ", with: " ").contains("gave the same 20 adjoints"))
  }

  @Test(arguments: [
    ("W[3,1]", nil, "`W` is 2 × 2, so there is no `W[3,1]`; its entries are `W[1,1]` to `W[2,2]`"),
    ("W[0,1]", nil, "`W` is 2 × 2, so there is no `W[0,1]`; its entries are `W[1,1]` to `W[2,2]`"),
    ("W[1]", nil, "`W` is 2 × 2, so there is no `W[1]`; its entries are `W[1,1]` to `W[2,2]`"),
    ("W[1,2", nil, "`W` is 2 × 2, so there is no `W[1,2`; its entries are `W[1,1]` to `W[2,2]`"),
    ("W[1,:]", nil, "`W` is 2 × 2, so there is no `W[1,:]`; its entries are `W[1,1]` to `W[2,2]`"),
    ("W[]", nil, "`W` is 2 × 2, so there is no `W[]`; its entries are `W[1,1]` to `W[2,2]`"),
    (
      "W[1,99999999999999999999]", nil,
      "`W` is 2 × 2, so there is no `W[1,99999999999999999999]`; its entries are `W[1,1]` to `W[2,2]`"
    ),
    ("c[1]", nil, "`c` is a number, so there is no `c[1]`; ask for `c`"),
    ("U[1,2]", nil, "there is no quantity `U[1,2]`; for example W, V, c"),
    ("W", "weights", "`W` is 2 × 2, and this telling works with its entries; ask for one, such as `W[1,1]`"),
    (
      "W[1,2]", "matrices",
      "the telling `matrices` tells of whole matrices; leave out --telling for the story of `W[1,2]`"
    ),
    (
      "W[1,2]", "jacobians",
      "the telling `jacobians` tells of whole matrices; leave out --telling for the story of `W[1,2]`"
    ),
    ("L", "nodes", "`L` is the objective; ask for a quantity that it depends on"),
  ])
  func whatIsNotThereIsRefused(name: String, telling: String?, message: String) {
    #expect(problem(network, of: name, telling) == message)
  }

  /// Brackets of rows with more and with fewer parts, transposed ones, indices of indices, and what they pick.
  @Test(arguments: [
    ("V = [a, b; r]", "V = ⎡[a  b]⎤ = ⎡[1  2]⎤ = ⎡1  2⎤\n        ⎣  r   ⎦   ⎣[3  4]⎦   ⎣3  4⎦"),
    ("V = [r; a, b]", "V = ⎡  r   ⎤ = ⎡[3  4]⎤ = ⎡3  4⎤\n        ⎣[a  b]⎦   ⎣[1  2]⎦   ⎣1  2⎦"),
    ("V = [r; s]'", "V = ⎡r⎤ᵀ = ⎡⎡3⎤  ⎡5⎤⎤ = ⎡3  5⎤"),
    ("V = [r; s][2, :][1]", "V = ⎛⎡r⎤[2,:]⎞[1] = ⎛⎡[3  4]⎤[2,:]⎞[1] = 5\n"),
    // Numbers put in are those that are picked.
    ("V = 2*r[2]*s", "V = 2 · r[2] · s = 2 · 4 · [5  6] = [40  48]\n"),
    ("V = (r - s)[2]*s[2:2]", "V = (r − s)[2] · s[2] = ([3  4] − [5  6])[2] · 6 = −12\n"),
    ("V = s[1:2] .* r", "V = s[1:2] ⊙ r = [5  6] ⊙ [3  4] = [15  24]\n"),
  ])
  func bracketsAreWrittenAsTheyAre(statement: String, drawn: String) throws {
    let file = "inputs: a = 1, b = 2, r = [3, 4], s = [5, 6]\n\(statement)\n"
    #expect(try text(file).contains(drawn))
    for format in [Format.latex, .markdown, .html] {
      _ = try Workbook(SourceText(name: "t.walk", text: file)).rendered(as: format, RenderingOptions())
    }
  }

  /// Matrices of several rows do not stand in a sentence.
  @Test func whatAStoryUsesIsListed() throws {
    let story = try text(network, of: "H")
    #expect(story.contains("From what is given and from the forward pass:\n\n• V = [1, −2; 0.25, 2]\n• H ≈"))
    let row = "inputs: x = [1, 2]\nweights: w = [3, 4]\nE = sum((x.*w).^2)\nminimize: E\n"
    #expect(try text(row, of: "w").contains("forward pass: x = [1, 2], w = [3, 4]"))
  }

  /// What goes into the softmax stands in the exponents of all its entries, so it gets a name where it has none.
  @Test func whatGoesIntoASoftmaxGetsAName() throws {
    let file = """
      inputs: x = [0.5, -1]
      weights: V = [0.1, 0.2, -0.3; 0.4, 0.5, 0.6]
      Y = softmax(x*V)
      E = -ln(Y[1, 2])
      minimize: E
      rate: 0.5

      """
    let story = try text(file, of: "V[1,2]")
    #expect(story.replacing("\n", with: " ").contains("here it is called Y_in[1,2], and so on for each entry"))
    #expect(story.contains("= Y[1,2] · (1 − Y[1,2]) = 0.36285 · (1 − 0.36285) ≈ 0.23119\n"))
    let page = try text(file, of: nil, "weights")
    #expect(page.components(separatedBy: "here it is called").count == 2)
    #expect(page.contains("Y_in[1,1] = x[1,1] · V[1,1] + x[1,2] · V[2,1]\n"))
    let named = file.replacing("softmax(x*V)", with: "softmax(Z)").replacing("Y = ", with: "Z = x*V\nY = ")
    #expect(try !text(named, of: "V[1,2]").contains("here it is called"))
    let two = file.replacing("softmax(x*V)", with: "softmax(x*V).*softmax(-x*V)")
    #expect(
      try text(two, of: nil, "weights").replacing("\n", with: " ").contains(
        "called Y_in[1,1] and Y_in2[1,1], and so on"))
    let looks = file.replacing("softmax(x*V)", with: "softmax(x*V + c)").replacing(
      "Y = ", with: "fixed: c = 1\nnotation: c as Y_in\nY = ")
    #expect(try text(looks, of: "V[1,2]").contains("Y_in2[1,2]"))
    let taken = file.replacing("softmax(x*V)", with: "softmax(x*V + Y_in)").replacing(
      "Y = ", with: "Y_in = [1, 1, 1]\nY = ")
    #expect(try text(taken, of: "V[1,2]").contains("Y_in2[1,2]"))
  }

  /// Of 14 products one holds W[2,3]; Σ 0.1·i over the others is 0.1·(105 − 2).
  @Test func whatIsGatheredInASoftmaxIsOfWhatGoesIntoIt() throws {
    let row = (1...14).map { "\(Double($0) / 10)" }.joined(separator: ", ")
    let file =
      "inputs: X = [\(row)]\nweights: W = ones(14, 30)\nY = softmax((X*W).^2)\nE = -ln(Y[1, 3])\nminimize: E\nrate: 0.1\n"
    let story = try text(file, of: "W[2,3]").replacing("\n", with: " ")
    #expect(story.contains("The other 13 terms of Y_in[1,3] add up to rest_Y_in[1,3] = 10.3."))
  }

  @Test func aLongFileTellsOfOneEntryOnly() throws {
    let row = (1...30).map(String.init).joined(separator: ", ")
    let long =
      "inputs: X = 0.01*[\(row)]\nweights: W = 0.1*ones(30, 20)\nL = sum(relu(X*W).^2) + sum(tanh(X*W))\nminimize: L\nrate: 1\n"
    let story = try text(long, of: "W[2,3]")
    #expect(story.contains("Only what depends on W[2,3] is worked here"))
    // The sum of 0.001·i for all i up to 30 but 2.
    #expect(story.replacing("\n", with: " ").contains("The other 29 terms of L add up to rest2_L"))
    #expect(story.contains("rest2_L = 0.463") && !story.contains("rest4_L"))
    #expect(problem(long, of: nil, "nodes")?.hasSuffix("choose `matrices`, or ask for one entry with --of") == true)
  }

  /// y = 1·3 + 2·4 = 11, so dE/dy = 22, and what is not moved has its derivatives too.
  @Test(arguments: ["", "rate: 0.1\n"], ["matrices", "jacobians"])
  func whatNoWeightLeadsToHasAStoryToo(rate: String, telling: String) throws {
    let file = "inputs: x = [1, 2]\nweights: w = [3; 4]\ny = x*w\nE = y^2\nminimize: E\n" + rate
    #expect(try text(file, of: "x", telling).contains("= 22 · [3  4] = [66  88]\n"))
    #expect(try text(file, of: "x[2]").contains("= 22 · 4 = 88\n"))
  }

  /// The derivative by an exponent is y·ln(u), and u = −13 has no logarithm; nobody needs it for the update.
  @Test(arguments: [("1", "-4"), ("[1, 2]", "[-4; 0]")])
  func whatHasNoDerivativeHasNoStory(x: String, w: String) throws {
    let file = "inputs: x = \(x)\nweights: w = \(w)\nfixed: p = 2\ny = x*w\nE = (y - 9)^p\nminimize: E\nrate: 1\n"
    #expect(problem(file, of: "p") == "`p` has no story: at these values the objective has no finite derivative by it")
    #expect(problem(file, of: "w") == nil)
  }

  /// The same of what is added once: (w - 9)^p has no derivative by p where w is 1.
  @Test func whatHasNoDerivativeInWhatIsAddedHasNoStory() {
    let file = """
      examples:
        x | t
        1 | 2
        2 | 1
      weights: w = 1
      fixed: p = 2
      E = (w*x - t)^2
      R = (w - 9)^p
      minimize: E, summed over the examples, plus R
      rate: 0.01

      """
    #expect(problem(file, of: "p") == "`p` has no story: at these values the objective has no finite derivative by it")
    #expect(problem(file, of: "w") == nil)
  }

  /// Formulas alone have no values at which a derivative could be missing.
  @Test(arguments: [nil, "nodes"]) func aFileWithoutNumbersHasStoriesToo(telling: String?) throws {
    let file = "functions: g(x), h(u)\ninputs: x, k\nu = g(x)\nf = h(u)\ndifferentiate: f\n"
    #expect(problem(file, of: "x", telling) == nil)
    #expect(problem(file, of: "k", telling) == "`k` has no story: no path leads from it to an objective")
  }

  @Test func anEntryThatLeadsNowhereHasNoStory() {
    let file = "weights: W = [1, 2]\nL = W[1]^2\nminimize: L\nrate: 0.1\n"
    #expect(problem(file, of: "W[2]") == "`W[1,2]` has no story: no path leads from it to an objective")
  }
}
