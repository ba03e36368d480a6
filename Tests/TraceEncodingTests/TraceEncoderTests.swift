import Differentiation
import Foundation
import Testing
import WalkthroughLanguage

@testable import TraceEncoding

private func encoded(_ text: String) throws -> [String: Any] {
  let trace = try SourceText(name: "t", text: text).walkthrough().trace()
  let data = Data(TraceEncoder().encode(trace))
  return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
}

@Suite struct TraceEncoderTests {
  private static let circuit =
    "title: \"A\\B\"\tC\ninputs: x = -2, y = 5, z = -4\nq = x + y\nf = q * z\ndifferentiate: f\n"

  @Test func anotherReaderFindsTheCircuit() throws {
    let json = try encoded(Self.circuit)
    #expect(json["version"] as? Int == 1)
    #expect(json["title"] as? String == "\"A\\B\"\tC")
    let quantities = try #require(json["quantities"] as? [[String: Any]])
    #expect(quantities.map { $0["name"] as? String } == ["x", "y", "z", "q", "f"])
    #expect(quantities.map { $0["value"] as? Double } == [-2, 5, -4, 3, -12])
    #expect(quantities.map { $0["adjoint"] as? Double } == [-4, -4, 3, -4, 1])
    let edges = try #require(json["edges"] as? [[String: Any]])
    #expect(edges.map { $0["value"] as? Double } == [1, 1, -4, 3])
    #expect(edges.map { $0["contribution"] as? Double } == [-4, -4, -4, 3])
    #expect(json["update"] is NSNull)
  }

  @Test func formulasAreTextAndTree() throws {
    let json = try encoded("inputs: a = 3\ny = 1/2*(1 - a)^2\n")
    let quantities = try #require(json["quantities"] as? [[String: Any]])
    let formula = try #require(quantities[1]["formula"] as? [String: Any])
    #expect(formula["text"] as? String == "1/2*(1 - a)^2")
    let tree = try #require(formula["tree"] as? [String: Any])
    #expect(tree["operation"] as? String == "product")
    #expect(tree["signs"] as? [String] == ["*", "/", "*"])
  }

  @Test func numbersKeepAllTheirDigits() throws {
    let source = SourceText(name: "t", text: "inputs: x = 0.1\ny = x + 0.2\nz = x/4e200/1e100\n")
    let text = String(decoding: TraceEncoder().encode(try source.walkthrough().trace()), as: UTF8.self)
    #expect(text.contains("\"value\": 0.30000000000000004\n"))
    #expect(text.contains("\"value\": 2.5e-302\n"))
  }

  @Test func aSymbolicTraceHasFormulasAndNoNumbers() throws {
    let json = try encoded("functions: A(u)\ninputs: x, y\nz = A(x)\nL = z*y\ndifferentiate: L\n")
    #expect(json["numbers"] is NSNull)
    let quantities = try #require(json["quantities"] as? [[String: Any]])
    #expect(quantities.allSatisfy { $0["value"] is NSNull && $0["adjoint"] is NSNull })
    #expect(quantities[0]["formula"] is NSNull)
    let call = try #require(quantities[2]["formula"] as? [String: Any])
    #expect(call["text"] as? String == "A(x)")
    #expect((call["tree"] as? [String: Any])?["function"] as? String == "A")
    let edges = try #require(json["edges"] as? [[String: Any]])
    #expect(edges.allSatisfy { $0["value"] is NSNull && $0["contribution"] is NSNull })
    let slope = try #require(edges[0]["derivative"] as? [String: Any])
    #expect(slope["text"] as? String == "local dz/dx")
    #expect(slope["tree"] as? [String: String] == ["slope": "z", "by": "x"])
    let check = try #require((json["checks"] as? [[String: Any]])?.first)
    #expect(check["points"] as? Int == 3 && check["derivatives"] as? Int == 4)
  }

  @Test func whatDoesNotExistIsNull() throws {
    // The derivative by a fixed exponent of a negative base: nobody asks for it, and it does not exist.
    let json = try encoded("unknowns: x = -2\nfixed: p = 2\ny = x^p\nminimize: y\nrate: 0.1\n")
    let edges = try #require(json["edges"] as? [[String: Any]])
    #expect(edges[0]["value"] as? Double == -4)
    #expect(edges[1]["value"] is NSNull)
  }

  private static let matrices = """
    examples:
      X       | T
      [3, 1]  | [1]
      [-1, 4] | [0]
    weights: W = [6; -2]
    Y = X*W
    L = sum((Y - T).^2)
    minimize: L, summed over the examples
    rate: alpha = 0.5
    update: adam
    epochs: 2

    """

  @Test func matricesAreNestedInTheirShape() throws {
    let json = try encoded(Self.matrices)
    let quantities = try #require(json["quantities"] as? [[String: Any]])
    let weight = try #require(quantities.first { $0["name"] as? String == "W" })
    #expect(weight["shape"] as? [Int] == [2, 1])
    #expect(weight["value"] as? [[Double]] == [[6], [-2]])
    // 2·(16 − 1)·X' in the first example
    #expect(weight["adjoint"] as? [[Double]] == [[90], [30]])
    let input = try #require(quantities.first { $0["name"] as? String == "X" })
    // 2·(16 − 1)·W'
    #expect(input["adjoint"] as? [[Double]] == [[180, -60]])
    let edges = try #require(json["edges"] as? [[String: Any]])
    let edge = try #require(edges.first { $0["result"] as? String == "Y" && $0["operand"] as? String == "W" })
    let sentBack = try #require(edge["sentBack"] as? [String: Any])
    #expect(sentBack["value"] as? [[Double]] == [[90], [30]])
    let formula = try #require(sentBack["formula"] as? [String: Any])
    #expect(formula["text"] as? String == "dL/dY*X'")
  }

  @Test func updatesHoldTheirStates() throws {
    let json = try encoded(Self.matrices)
    let rule = try #require(json["update"] as? [String: Any])
    #expect(rule["rule"] as? String == "adam" && rule["direction"] as? String == "down")
    #expect(rule["constants"] as? [String: Double] == ["beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8])
    let update = try #require((json["updates"] as? [[String: Any]])?.first)
    // 90 + 2·(−14)·(−1), 30 + 2·(−14)·4
    #expect(update["adjoint"] as? [[Double]] == [[118], [-82]])
    let states = try #require(update["states"] as? [String: [[Double]]])
    #expect(Set(states.keys) == ["m", "v", "mhat", "vhat", "step"])
    #expect(abs(states["m", default: [[0]]][0][0] - 11.8) < 1e-12)
    #expect((json["examples"] as? [[String: Any]])?.count == 2)
  }

  @Test func trainingHoldsItsLosses() throws {
    let json = try encoded(Self.matrices)
    let training = try #require(json["training"] as? [String: Any])
    let losses = try #require(training["losses"] as? [String: [Double]])
    #expect(losses["epochs"] == [0, 1, 2])
    #expect(losses["values"]?.first == 421)  // 15² + 14²
    #expect(training["ending"] as? String == "epochs")
  }

  @Test func ofManyLossesTenThousandArePicked() throws {
    let json = try encoded("unknowns: x = 1\nf = x^2\nminimize: f\nrate: 0.1\nepochs: 20001\n")
    let training = try #require(json["training"] as? [String: Any])
    let losses = try #require(training["losses"] as? [String: [Double]])
    #expect(losses["epochs"]?.count == 10_000 && losses["values"]?.count == 10_000)
    #expect(losses["epochs"]?.first == 0 && losses["epochs"]?.last == 20_001)
  }

  @Test func measuredSlopesStandBesideTheAdjoints() throws {
    let json = try encoded(
      "unknowns: x = 3\nf = x^2\nminimize: f\nrate: 0.1\nderivatives: forward differences, h = 0.5\n")
    let quantities = try #require(json["quantities"] as? [[String: Any]])
    #expect(quantities[0]["adjoint"] as? Double == 6)
    let measured = try #require(quantities[0]["measured"] as? [String: Double])
    #expect(measured == ["ahead": 12.25, "behind": 9, "slope": 6.5])
    #expect((json["derivatives"] as? [String: Any])?["h"] as? Double == 0.5)
    #expect((json["updates"] as? [[String: Any]])?[0]["adjoint"] as? Double == 6.5)
  }
}
