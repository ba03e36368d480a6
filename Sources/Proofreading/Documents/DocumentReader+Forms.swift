import Numerals

extension DocumentReader {
  /// Names with signs between them, as in `b*c - d`.
  struct Form: Hashable {
    let signs: [Unicode.Scalar]
    let terms: [DocumentTerm]
  }

  /// Forms that are kept of one left side, and what they may hold.
  private static let (mostForms, mostOperands) = (8, 64)

  /// Where a right side is all names it is kept; where it is all numbers they are given to the names that stood in
  /// the same places, if that was said in one way only.
  mutating func substitute(in pieces: ArraySlice<Piece>, of left: DocumentTerm) {
    guard left.isUnderstood, let operands = operands(pieces) else { return }
    if let terms = names(operands.parts) {
      keep(Form(signs: operands.signs, terms: terms), of: left)
      return
    }
    let numbers = operands.parts.compactMap { plainNumber($0) }
    guard numbers.count == operands.parts.count else { return }
    let forms = (forms[left] ?? []).filter { $0.signs == operands.signs }
    guard forms.count == 1, let form = forms.first else { return }
    let start = pieces[pieces.startIndex].tokens.lowerBound
    let place = self.place(start..<pieces[pieces.endIndex - 1].tokens.upperBound)
    let calculation = found.count
    for (term, number) in zip(form.terms, numbers) {
      found.append(
        Found(
          left: term, decimal: number.decimal, number: self.place(number.tokens), place: place,
          doubt: surroundings(of: term, from: start, number.tokens), calculation: calculation, order: found.count))
    }
  }

  private mutating func keep(_ form: Form, of left: DocumentTerm) {
    let known = forms[left] ?? []
    if known.count < Self.mostForms, !known.contains(form) { forms[left] = known + [form] }
  }

  private func names(_ parts: [ArraySlice<Piece>]) -> [DocumentTerm]? {
    let terms = parts.compactMap { $0.count == 1 ? $0.first?.term : nil }
    return terms.count == parts.count && terms.allSatisfy(\.isUnderstood) ? terms : nil
  }

  /// What stands between the signs; nothing without a sign, or where a product is written without one.
  private func operands(_ pieces: ArraySlice<Piece>) -> (signs: [Unicode.Scalar], parts: [ArraySlice<Piece>])? {
    var (signs, parts): ([Unicode.Scalar], [ArraySlice<Piece>]) = ([], [])
    var start = pieces.startIndex
    for index in pieces.indices where index > start {
      guard case .sign(let sign) = pieces[index].kind else { continue }
      parts.append(pieces[start..<index])
      signs.append(sign)
      start = index + 1
      guard signs.count < Self.mostOperands else { return nil }
    }
    guard !signs.isEmpty, start < pieces.endIndex else { return nil }
    return (signs, parts + [pieces[start...]])
  }
}
