import Differentiation
import Numerals
import Proofreading
import WalkthroughLanguage

public typealias Slip = Proofreading.Slip

/// What somebody answers to a question about a walkthrough.
public struct WrittenAnswer: Sendable {
  /// What it comes to; nothing where it has no value.
  public let value: Double?
  /// As it was written, where it is a number and nothing has to be worked out.
  public let printed: PrintedNumber?
}

/// Why an answer could not be read.
public struct AnswerProblem: Error, Sendable, Equatable {
  public let message: String
  public let remedy: String?
}

/// Answers are read as published lines are: by the same rules, with derivatives and new values.
extension Workbook {
  /// What an answer says: a number as documents print it, or an expression that comes to one.
  ///
  /// - Parameters:
  ///   - answer: one line, without `=` and `#`, so that it cannot be more than one side of a published line.
  ///   - example: whose numbers it speaks of, from 1; nothing where the file has no examples, or all are meant.
  public func written(_ answer: String, example: Int? = nil) throws(AnswerProblem) -> WrittenAnswer {
    if let (_, verdicts) = try? published(["1 = \(answer)"], example), let claim = verdicts.first?.claim,
      claim.erratum == .none, claim.printed.shape.isScalar
    {
      let number = claim.printed.entries[0]
      return WrittenAnswer(value: number.decimal.value, printed: number)
    }
    do throws(Diagnostics) {
      let (_, verdicts) = try published([answer + Self.otherSide], example)
      return WrittenAnswer(value: verdicts.first?.values?.first, printed: nil)
    } catch {
      let start = walkthrough.source.bytes.count
      let problem = error.all.first { $0.place.lowerBound >= start } ?? error.all.first
      let end = error.source.bytes.count - Self.otherSide.utf8.count - 1
      if let problem, problem.place.lowerBound >= end { throw .endsTooEarly }
      throw AnswerProblem(message: problem?.message ?? "", remedy: problem?.remedy)
    }
  }

  /// What expressions come to, each as published lines write it; nothing for one that cannot be read or has no value.
  public func values(of expressions: [String], example: Int? = nil) -> [Double?] {
    var values = [Double?](repeating: nil, count: expressions.count)
    var readable = Array(expressions.indices)
    while !readable.isEmpty {
      do throws(Diagnostics) {
        let (_, verdicts) = try published(readable.map { "\(expressions[$0]) = 1" }, example)
        for (index, verdict) in zip(readable, verdicts) { values[index] = verdict.values?.first }
        return values
      } catch {
        let first = error.source.line(of: walkthrough.source.bytes.count) + Self.linesBefore
        let wrong = Set(error.all.map { error.source.line(of: $0.place.lowerBound) - first })
        let kept = readable.indices.filter { !wrong.contains($0) }
        if kept.count == readable.count { return values }
        readable = kept.map { readable[$0] }
      }
    }
    return values
  }

  /// Where a wrong number comes from that is given for `name`; nothing where `name` is none of published lines, or
  /// nothing is found. The number may be rounded or cut.
  public func origin(of number: String, for name: String, example: Int? = nil) -> AnswerOrigin? {
    let readings = Reduction.allCases.compactMap { try? published(["\(name) = \(number)"], example, $0) }
    for (proofreader, verdicts) in readings {
      guard let claim = verdicts.first?.claim, let cause = proofreader.neighbour(verdicts) else { continue }
      return AnswerOrigin(cause, text: proof(verdicts).sentence(cause, claim), isCertain: true)
    }
    // All that can be supposed takes its time, so only as the file drops its digits.
    guard let (proofreader, verdicts) = try? published(["\(name) = \(number)"], example) else { return nil }
    guard let claim = verdicts.first?.claim, let reason = proofreader.findings(verdicts).all.first?.reason else {
      return nil
    }
    return AnswerOrigin(
      reason.cause, text: proof(verdicts).sentence(reason.cause, claim), isCertain: reason.isCertain)
  }

  private func proof(_ verdicts: [Verdict]) -> Proof {
    let none = Findings(all: [], conventions: [], isComplete: true)
    return Proof(verdicts, none, nil, walkthrough, in: walkthrough.source, asides: [], laboratory.givens)
  }

  /// What an answer is read with; nobody typed it.
  private static let otherSide = " = 1"

  /// How many lines stand between the end of the file and the lines that are added to it.
  private static let linesBefore = 2

  /// Judges lines as if they stood at the end of the file, and nothing else that it prints.
  private func published(
    _ lines: [String], _ example: Int?, _ reduction: Reduction? = nil
  ) throws(Diagnostics) -> (Proofreader, [Verdict]) {
    let words = [example.map { "example \($0)" }, reduction?.rawValue].compactMap(\.self)
    let heading = "\npublished \(words.joined(separator: ", ")):\n"
    let text = heading + lines.map { "  \($0)\n" }.joined()
    let source = SourceText(name: "", bytes: walkthrough.source.bytes + Array(text.utf8))
    var read = try source.walkthrough(maximumEpochs: Int.max).keepingLastClaims(lines.count)
    for given in walkthrough.otherGivens { read = read.giving(given.quantity, given.entries) }
    var proofreader = Proofreader(try Laboratory(read))
    let verdicts = proofreader.verdicts()
    return (proofreader, verdicts)
  }
}

/// Where a wrong number comes from.
public struct AnswerOrigin: Sendable, Equatable {
  public let kind: Kind
  /// A sentence without its stop: `it is the number of w6`.
  public let text: String
  /// Whether it is more than a guess.
  public let isCertain: Bool

  init(_ cause: Cause, text: String, isCertain: Bool) {
    (kind, self.text, self.isCertain) = (Kind(cause), text, isCertain)
  }

  public enum Kind: Sendable {
    /// A weight with its new value was used where the old one belongs.
    case updatedWeight
    /// The number belongs to something else.
    case otherQuantity
    /// A given has another value.
    case given
    /// Worked in another way: without the 1/2, with a mean in the place of a sum.
    case otherWay
    /// Digits went wrong while they were copied.
    case digits

    init(_ cause: Cause) {
      self =
        switch cause {
        case .variant(.reusedWeights): .updatedWeight
        case .variant, .signOfDelta, .slopesDoubled, .slopesHalved: .otherWay
        case .given, .exchanged: .given
        case .example, .updatesEarlier, .neighbour: .otherQuantity
        case .slip: .digits
        }
    }
  }
}

extension AnswerProblem {
  fileprivate static let endsTooEarly = AnswerProblem(message: "it ends too early", remedy: nil)
}
