import Testing
import WalkthroughLanguage

/// A valid file with bytes deleted, put in and exchanged: it is read, or refused in a report that is itself in order.
@Suite struct FuzzTests {
  private static let seed: UInt64 = 2_026
  private static let file = """
    title: A file with everything, α to ω
    source: nowhere
    inputs: i1 = 0.1, i2 = 1/2  # comment
    weights: w1 = 2e-3, β = -0.5
             w3 = sqrt(2)
           W = [6, -3; -2, 5]
    fixed: c = 2pi, R = 0.1*random(2, 2, seed 7, he)
           K = [1, 2  # first
             3, 4]
    targets: t_1 = 1.
    section: One
    note: A remark
      in two lines
    s_1 = i1*w1 + i2*w3 - 2(c + 1)^-2
    y = sigmoid(s_1)/max(w1, β, c)
    H = softmax([i1, i2]*W' + R[1, :]).*[y, y; 2.*y, 1]
    m = sum(H - K./2, rows)[1:2]'*diag(mean(H.^2, columns))*eye(2)[:, 1]
    E = m + 1/2*(t_1 − y)^2
    minimize: E
    rate: n = 0.6
    update: reusing new weights
    telling: matrices
    show: 5 decimals, cut, equals
    carry: 6 figures
    notation: s_1 as s_1^(in), y as ω_k
    published at w1 = 3, rate = 0.1, after 2 steps, cut, carrying 5 decimals:
      dE/dw1 through y = -5.34e-08
      new w1 - w1 = .12
      dE/dW[1, :]*W - new W[2, 1:2] = [[ 1.06 -2.01]
        ]
      dE/dW = [[ 1.06 -2.01] [
        0.07, 2.01]]
      H = [1, 2  # first
        3, 4]
      local dE/dy*dy/ds_1 = 2.

    """
  private static let training = """
    examples:
      x | t   # a comment
      0 | 1
      1/2 | -exp(0)
    weights: w = 0.5, u = 1
    y = w*x + u
    E = (y - t)^2
    R = w^2 + u^2
    minimize: E, averaged over the examples, plus R
    rate: 0.1
    update: after every 2 examples, adam, beta1 = 0.5
    start: m(w) = 0.1,
      v(u) = 2
    epochs: 200
    until: y is within 0.5 of t
    derivatives: central differences, h = 1e-3
    arithmetic: single
    published example 2, after 3 epochs, by forward differences, h = 0.1, in double precision:
      y = 3
      mhat(w) + step(u) = 0.1
    published symbolically:
      dE/dw = 2x*(y - t)

    """
  private static let symbolic = """
    functions: A(u), B(u),
      C(u, v)
    inputs: x, y
    weights: w
    f = A(B(C(x, 2y)))*w^2
    g = f - B(w)/x
    minimize: g
    telling: nodes
    published:
      dg/dw = df/dw - 1/x*B(w)
      f = A(x)*w

    """
  /// What bytes of the language may become, oftener than others.
  private static let alphabet = Array("()=:,;#*/^+-._ \n\t0e1dxβ−[[]]''\0\u{FF}".utf8) + [0xFF, 0xCE, 0xE2]

  /// SplitMix64 (Steele, Lea and Flood, 2014).
  private struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
      state &+= 0x9e37_79b9_7f4a_7c15
      var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
      return Int((mixed ^ (mixed >> 31)) % UInt64(sides))
    }
  }

  private static func mutated(_ file: String, _ dice: inout Dice) -> [UInt8] {
    var bytes = Array(file.utf8)
    for _ in 0...dice.roll(4) {
      let place = dice.roll(bytes.count)
      switch dice.roll(5) {
      case 0: bytes.remove(at: place)
      case 1: bytes.insert(alphabet[dice.roll(alphabet.count)], at: place)
      case 2: bytes.swapAt(place, dice.roll(bytes.count))
      case 3: bytes.removeSubrange(place..<min(bytes.count, place + dice.roll(40)))
      default:
        bytes.insert(
          contentsOf: bytes[place..<min(bytes.count, place + dice.roll(40))], at: dice.roll(bytes.count))
      }
    }
    return bytes
  }

  @Test func theFileItselfIsRead() throws {
    #expect(try read(Self.file).claims.count == 6)
    #expect(try read(Self.training).claims.count == 3)
    #expect(try read(Self.symbolic).claims.count == 2)
  }

  @Test(arguments: [file, training, symbolic])
  func noChangeOfBytesBreaksTheReader(file: String) {
    var dice = Dice(state: Self.seed)
    var refused = 0
    for round in 0..<2_000 {
      let bytes = Self.mutated(file, &dice)
      let source = SourceText(name: "f", bytes: bytes)
      do throws(Diagnostics) {
        Self.use(try source.walkthrough())
      } catch {
        refused += 1
        Self.check(error, round)
      }
    }
    #expect(refused > 1_000 && refused < 2_000)
  }

  /// Everything that later phases take from a walkthrough is in reach.
  private static func use(_ walkthrough: Walkthrough) {
    for quantity in walkthrough.quantities.indices {
      _ = walkthrough.expression(of: quantity).text { walkthrough.quantities[$0].name }
      _ = walkthrough.nameParts(of: quantity)
    }
    for claim in walkthrough.claims {
      _ = walkthrough.expression(at: claim.formula)
      if let right = claim.symbolic { _ = walkthrough.expression(at: right) }
    }
    for cells in walkthrough.examples?.rows ?? [] {
      #expect(cells.count == walkthrough.examples?.quantities.count)
      for cell in cells { _ = walkthrough.expression(at: cell) }
    }
    for start in walkthrough.updateStarts { _ = walkthrough.expression(at: start.formula) }
  }

  private static func check(_ diagnostics: Diagnostics, _ round: Int) {
    let lines = diagnostics.report.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(diagnostics.all.count > 0 && lines.count > 3, "round \(round)")
    for diagnostic in diagnostics.all {
      #expect(diagnostic.place.lowerBound >= 0, "round \(round)")
      #expect(diagnostic.place.upperBound <= diagnostics.source.bytes.count + 1, "round \(round)")
      #expect(
        !diagnostic.message.isEmpty && !diagnostic.message.contains("``"),
        "round \(round): \(diagnostic.message)")
    }
  }
}
