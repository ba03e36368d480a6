import DocumentModel
import FoundationEssentials
import Testing
import WalkthroughLanguage

@testable import Narration

/// What is said of an adjoint fits the formula beside it.
@Suite struct PullbackReasonTests {
  private func reasons(_ line: String, _ rest: String = "L = sum(A.^2)") throws -> String {
    let text = "weights: W = [1, 2], k = 4\n\(line)\n\(rest)\nminimize: L\n"
    return try document(text, .matrices).prose
  }

  @Test(arguments: [
    ("A = W/4", "In _, _ has a constant factor"),
    ("A = 1 - W", "_ is taken away in _"),
    ("A = k*(1 - W)", "_ is multiplied by another factor, and so is what comes back. _ is used in every entry"),
    ("A = W/k", "_ is divided by _, and so is what comes back."),
    ("A = W/k", "_ divides, and the slope of 1/u is −1/u². _ is used in every entry"),
    ("A = (1 - k)*W", "What is made of _ is used in every entry"),
    ("A = W - 0.3*W + 0*k", "_ stands in more than one place of _, and each sends back its part."),
    ("A = -(-W) + k", "_ enters _ as it is"),
    ("A = W + k", "_ enters _ as it is"),
    ("A = W*[1, 0; 2, 1] + 0*k", "_ is the left factor of a product"),
  ])
  func theSentenceFitsTheFormula(line: String, sentence: String) throws {
    #expect(try reasons(line).contains(sentence))
  }

  /// A minus and a factor inside a function have no sentence of their own, and are in the formula.
  @Test(arguments: [
    ("A = sigmoid(-W) + k", true), ("A = tanh(2W) + k", true), ("A = sigmoid(W) + k", false),
    ("A = -sigmoid(W) + k", false),
    ("A = 2*tanh(W) + k", false),
  ])
  func whatStandsInsideAFunctionIsSaid(line: String, isSaid: Bool) throws {
    #expect(try reasons(line).contains("The chain rule multiplies by the slope of what is inside.") == isSaid)
  }

  @Test(arguments: ["A = W/4", "A = 1 - W", "A = W/k", "A = k*W"])
  func whatIsChangedOnTheWayDoesNotEnterAsItIs(line: String) throws {
    #expect(!(try reasons(line).contains("as it is")))
  }

  /// Signs work from the left: X·W first, then the entries beside it; and W stands between two factors.
  @Test func productsOfThreeNameBothSides() throws {
    let head = "inputs: X = [1, 2; 0, 1]\nweights: W = [1, 2; 3, 4], M = [0.5, 1; 1, 0.5]\n"
    func prose(_ line: String) throws -> String {
      try document(head + line + "\nL = sum(A.^2)\nminimize: L\n", .matrices).prose
    }
    let mixed = try prose("A = X*W.*M")
    #expect(
      mixed.contains(
        "_ feeds _. Each entry is multiplied by the entry beside it, and that is its slope. _ is the right factor"))
    #expect(
      try prose("A = X*W*M").contains(
        "right factor multiplies what comes back, transposed and from the right. _ is the right factor"))
  }

  private func matrixReasons(_ line: String) throws -> String {
    let head = "inputs: X = [1, 2; 0, 1]\nweights: W = [1, 2; 3, 4], b = [0.5, 1], c = [1; 2], k = 4\n"
    return try document(head + line + "\nL = sum(A.^2)\nminimize: L\n", .matrices).prose
  }

  /// What is added in every row gets back a sum over the rows, whatever stands around it.
  @Test(arguments: [
    "A = softmax(X*W + b)", "A = sum((X*W + b).^2)", "A = sigmoid(X*W + c')", "A = softmax(X*W)./c",
    "A = (X./c)*W", "A = W*(X./c)'",
  ])
  func whatIsRepeatedIsSaid(line: String) throws {
    #expect(
      try matrixReasons(line).contains("_ is repeated to fit, so what comes back to each of its entries is added"))
  }

  @Test(arguments: ["A = softmax(X*W + k)", "A = sum((X*W - k).^2)"])
  func aNumberInEveryEntryIsSaid(line: String) throws {
    #expect(try matrixReasons(line).contains("_ is used in every entry, so what comes back is added up."))
  }

  @Test func nothingIsRepeatedThatFits() throws {
    let prose = try matrixReasons("A = softmax(X*W) + W")
    #expect(!prose.contains("repeated to fit") && !prose.contains("in every entry, so"))
  }

  /// c is a divisor: divided by k and multiplied by W is the quotient that holds it.
  @Test func aDivisorIsNoFactor() throws {
    let prose = try matrixReasons("A = (X./c)*W'/k")
    #expect(
      prose.contains(
        "_ feeds _. What is made of _ is divided by _, and so is what comes back. What is made of _ is the left factor of"
          + " a product, so the right factor multiplies what comes back, transposed and from the right. _ divides, and")
    )
  }

  /// A right factor that stands transposed: what comes back to it is Gᵀ·X, or for a number G·v.
  @Test func transposedFactorsAreToldAsTheirFormula() throws {
    #expect(
      try matrixReasons("A = X*W'").contains(
        "_ is the right factor of a product and transposed, so the left factor multiplies what comes back from the right,"
          + " and what comes back is transposed."))
    #expect(
      try matrixReasons("A = b*[1, 2]'").contains(
        "_ is the left factor of a product, so the right factor multiplies what comes back, transposed."))
    #expect(
      try matrixReasons("A = [1, 2]*b'").contains(
        "_ is the right factor of a product and transposed, so the left factor multiplies what comes back."))
  }

  @Test(arguments: [
    ("A = X*W/3", "_ is divided by _, and so is what comes back. _ is the right factor"),
    ("A = 3*(X*W)", "_ is multiplied by _, and so is what comes back. _ is the right factor"),
    ("A = sum(W.^2)/3", "What is made of _ is divided by _, and so is what comes back. A sum"),
    (
      "A = 1/2*sum(W.^2)",
      "A sum hands its adjoint to every entry that it adds. The square brings down a 2, in every"
        + " entry, which the ½ cancels."
    ),
    ("A = sum((W/2).^2)", "The square brings down a 2, in every entry. _ is divided by _, and so"),
  ])
  func numbersAreExplainedBesideOthers(line: String, sentence: String) throws {
    #expect(try matrixReasons(line).contains(sentence))
  }

  /// What something else was done to first is not called by the operand's name: X·W is the left factor of X·W·M.
  @Test(arguments: [
    ("A = X*W*M", "feeds A. What is made of W is the left factor of a product"),
    ("A = X*W*M", "from the right. W is the right factor of a product"),
    ("A = (W + M)*X", "feeds A. What is made of W is the left factor of a product"),
    ("A = (X - W)/k", "feeds A. What is made of W is divided by k"),
    ("A = W'*X/sqrt(2)", "feeds A. What is made of W is divided by _"),
    ("A = k*W'", "feeds A. W is multiplied by k"),
  ])
  func aProductOfItIsNotTheOperand(line: String, sentence: String) throws {
    let head = "inputs: X = [1, 2; 0, 1]\nweights: W = [1, 2; 3, 4], M = [0.5, 1; 1, 0.5], k = 4\n"
    let told = try document(head + line + "\nL = sum(A.^2)\nminimize: L\n", .matrices).spoken
    #expect(told.contains(sentence))
  }

  @Test(arguments: [
    ("A = (X - W)/k", true), ("A = X + (X - W).^2", true), ("A = (X - (1 - W)).^2", false), ("A = -(X*W)", false),
    ("A = X - W", false), ("A = sigmoid(X - W)", false),
  ])
  func aMinusBesideOtherThingsIsSaid(line: String, isSaid: Bool) throws {
    #expect(try matrixReasons(line).contains("The minus before _ turns the sign of what comes back.") == isSaid)
  }

  @Test func theLetterOfARuleIsNoNameOfTheFile() throws {
    let text = "inputs: u = [3, 4]\nweights: r = 2, z1 = 1\nn = sigmoid(u/r + z1)\nE = sum(n)\nminimize: E\n"
    let told = try document(text, .matrices)
    #expect(told.prose.contains("the slope of 1/v is −1/v²."))
    #expect(told.equations.contains { $0.left == .function(.greek("sigma"), [.symbol(.letter("v"))]) })
  }

  /// A bracket is a matrix as any other: W multiplies it and is the left factor, or every entry where it is a number.
  @Test(arguments: [
    ("A = W*[1, 2; 3, 4] + 0*k", "_ is the left factor of a product"),
    ("A = k*[2, 3] + 0*W", "_ is multiplied by another factor, and so is what comes back."),
    ("A = k*[W, W]", "_ is multiplied by another factor, and so is what comes back."),
  ])
  func bracketsHaveShapes(line: String, sentence: String) throws {
    #expect(try reasons(line).contains(sentence))
  }

  @Test func whatStandsInBracketsIsNotRepeated() throws {
    let prose = try document(
      "inputs: x = [1, 2]\nweights: v = [3, 4]\nZ = [v; x]\nL = sum(Z.^2)\nminimize: L\n", .matrices
    ).prose
    #expect(prose.contains("gets back what belongs to its place") && !prose.contains("repeated to fit"))
  }

  @Test func numbersAreNotTransposed() throws {
    #expect(!(try reasons("p = 3*k\nA = p*k*W").contains("transposed")))
  }

  @Test func aSentenceIsSaidOnceForAllUses() throws {
    let prose = try reasons("B = W*[1; 1]\nC = W*[2; 1]\nA = B + C")
    #expect(prose.components(separatedBy: "is the left factor of a product").count == 2)
  }

  /// ∂L/∂W for L = W₂² is 2·2 at the second place, and the page says what stands around it.
  @Test func aValueAmongZerosIsNotWrittenAsAnIndex() throws {
    let told = try document("weights: W = [1, 2]\na = W[2]\nL = a^2\nminimize: L\n", .matrices)
    #expect(told.prose.contains("The word placed, with an index"))
    let links = told.equations.flatMap { $0.links.map(\.formula) }
    #expect(links.contains { if case .selected(.function(.word("placed"), _), _) = $0 { true } else { false } })
  }
}
