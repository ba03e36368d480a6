/// Which questions are asked: the word behind `--blank`.
public enum Blank: String, Sendable, CaseIterable {
  /// Every number that is worked out.
  case all
  /// The values of the forward pass.
  case forward
  /// Every number of the backward pass: factors, products and sums.
  case backward
  /// The local derivatives.
  case factors
  /// What factors come to along the paths: products, and their sums.
  case sums
  /// The new values.
  case update
  /// Which factor, or which adjoint, comes next in the backward pass.
  case next

  /// Whether questions of this kind are among them.
  func asks(_ asked: Question.Asked) -> Bool {
    switch (self, asked) {
    case (.all, .value), (.all, .factor), (.all, .product), (.all, .sum), (.all, .update): true
    case (.forward, .value), (.factors, .factor), (.update, .update), (.next, .next): true
    case (.backward, .factor), (.backward, .product), (.backward, .sum): true
    case (.sums, .product), (.sums, .sum): true
    case (.all, .next), (.forward, _), (.backward, _), (.factors, _), (.sums, _), (.update, _), (.next, _): false
    }
  }
}
