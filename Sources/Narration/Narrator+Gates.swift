import Differentiation
import DocumentModel
import Numerals
import WalkthroughLanguage

/// What one gate sends back to one operand: ∂objective/∂(result) as a formula and a number, and the local derivative.
struct SentBack {
  let upstream: Formula
  let adjoint: ShownNumber
  let localDerivative: Expression
}

extension Narrator {
  /// Backwards gate by gate: every operation sends its adjoint back to its operands, times the local derivative; as
  /// far as they depend on `asked`.
  mutating func gates(towards asked: [Int], level: Int, _ tell: (Step) -> Void) {
    guard let backward = trace.backward else { return }
    let isVarying = trace.depends(on: asked)
    let gates = quantities.indices.map { trace.gates(of: $0, isVarying: isVarying) }
    let uses = usesByGates(gates)
    var received = [[SentBack]](repeating: [], count: quantities.count)
    for quantity in quantities.indices.reversed() where backward.reaches[quantity] && isVarying[quantity] {
      let isGiven = quantities[quantity].role.isGiven
      if isGiven, uses[quantity] < 2 { continue }
      var blocks: [Block] = [
        .heading(level: level, (isGiven ? Wording.nodeHeading : Wording.gatesHeading)(symbol(quantity)).inlines)
      ]
      if quantity == backward.seed {
        let one = Calculation(.one, leaves)
        blocks.append(Wording.seed(symbol(quantity)).paragraph)
        blocks.append(.equation(writer.equation(derivative(quantity, by: quantity), one, value: writer.style.shown(1))))
      } else if uses[quantity] > 1 {
        blocks.append(Wording.returned(symbol(quantity), count: uses[quantity]).paragraph)
        blocks.append(.equation(sum(of: received[quantity], quantity)))
      }
      for gate in gates[quantity] {
        blocks += self.blocks(for: gate, in: quantity, uses, &received)
      }
      tell(
        Step(
          id: "gates-\(name(quantity))", blocks: blocks, quantities: [quantity],
          edges: trace.edgesIntoResult[quantity].filter { isVarying[trace.edges[$0].operand] },
          resultBlock: blocks.count - 1))
    }
  }

  /// By quantity: how many operands of gates it is.
  private func usesByGates(_ gates: [[Gate]]) -> [Int] {
    var uses = [Int](repeating: 0, count: quantities.count)
    for input in gates.joined().flatMap(\.inputs) {
      if case .quantity(let operand) = input.expression { uses[operand] += 1 }
    }
    return uses
  }

  /// A sentence that says what the gate does, and what each operand is sent back.
  private mutating func blocks(
    for gate: Gate, in quantity: Int, _ uses: [Int], _ received: inout [[SentBack]]
  ) -> [Block] {
    guard let seed = trace.backward?.seed else { return [] }
    let formula = Calculation(gate.expression, leaves).inSymbols
    let upstream = Formula.derivative(of: symbol(seed), by: gate.isWhole ? symbol(quantity) : formula.grouped)
    var blocks = [sentence(for: gate, formula).paragraph]
    if gate.primitive.hasKink, !isBracketExplained {
      blocks.append(Wording.bracket.paragraph)
      isBracketExplained = true
    }
    for input in gate.inputs {
      let term = SentBack(
        upstream: upstream, adjoint: writer.shown(gate.adjoint, gate.adjointSlot),
        localDerivative: input.localDerivative)
      let left = Formula.derivative(of: symbol(seed), by: Calculation(input.expression, leaves).inSymbols.grouped)
      let (work, value) = (calculation([term]), writer.shown(input.contribution, input.contributionSlot))
      guard case .quantity(let operand) = input.expression else {
        blocks.append(.equation(writer.equation(left, work, value: value)))
        continue
      }
      received[operand].append(term)
      if uses[operand] > 1 {
        blocks.append(Wording.oneUse(symbol(operand), received[operand].count, of: uses[operand]).paragraph)
        blocks.append(.equation(writer.equation(work.inSymbols, work, value: value, showsSymbols: false)))
      } else {
        blocks.append(.equation(writer.equation(left, work, value: value)))
      }
    }
    return blocks
  }

  private func sentence(for gate: Gate, _ formula: Formula) -> Sentence {
    switch gate.expression {
    case .sum: Wording.sumGate(formula, gate.inputs.count, hasSubtracted: gate.inputs.contains { $0.slope < 0 })
    case .power(let base, let exponent):
      Wording.powerGate(
        formula, hasVaryingBase: gate.inputs.contains { $0.expression == base },
        hasVaryingExponent: gate.inputs.contains { $0.expression == exponent })
    case .number, .constant, .quantity, .product, .negation, .call, .declared, .slope, .matrix:
      Wording.gate(formula, gate.primitive, gate.inputs.count)
    }
  }

  private func sum(of terms: [SentBack], _ quantity: Int) -> Equation {
    writer.equation(
      derivative(trace.backward?.seed ?? 0, by: quantity), calculation(terms), value: shownAdjoints[quantity])
  }

  /// Adjoints times local derivatives, added up.
  private func calculation(_ terms: [SentBack]) -> Calculation {
    var leaves = leaves
    let products = terms.map { term -> Expression in
      let upstream = leaves.add(term.upstream, term.adjoint)
      if term.localDerivative == .one { return upstream }
      if term.localDerivative == .negation(.one) { return .negation(upstream) }
      // In 1/p the adjoint takes the place of the 1.
      let factors = term.localDerivative.factors.filter { $0.isDivisor || $0.expression != .one }
      return .product([Expression.Factor(upstream)] + factors)
    }
    return Calculation(products.count == 1 ? products[0] : .sum(products.map { Expression.Term($0) }), leaves)
  }
}

extension Formula {
  /// In parentheses, unless it is a single name.
  fileprivate var grouped: Formula {
    if case .symbol = self { self } else { .parenthesized(self) }
  }
}
