import DocumentModel

/// A picture as it is drawn: each of its shapes, groups and labels on a line of its own.
///
/// Attributes are those of pages. Texts are escaped as they are there; every other value is made here, of numbers and of
/// words of the program.
struct SVGCanvas: ~Copyable {
  enum Tag: ProgramWord {
    case svg, title, desc, g, rect, ellipse, path, text, tspan
  }

  private(set) var bytes = ByteBuffer(capacity: 1 << 15)

  /// Adds an element that holds nothing; `attributes` only sets attributes.
  mutating func add(_ shape: Tag, _ attributes: (inout SVGCanvas) -> Void) {
    begin(shape)
    attributes(&self)
    bytes += "/>"
  }

  /// Adds an element around what `content` adds.
  mutating func add(
    _ tag: Tag, _ attributes: (inout SVGCanvas) -> Void, around content: (inout SVGCanvas) -> Void
  ) {
    begin(tag)
    attributes(&self)
    bytes += ">"
    content(&self)
    if tag == .g || tag == .svg { bytes += "\n" }
    HTMLElement.end(tag.rawValue, to: &bytes)
  }

  /// Adds the style of all figures.
  mutating func addStyle() {
    bytes += "\n"
    HTMLElement.style(SVGStyle.css).write(to: &bytes)
  }

  /// Adds text to the element that is open.
  mutating func write(_ text: String) { HTMLElement.text(text).write(to: &bytes) }

  /// Ends the line that the picture ends on, as a file does.
  mutating func endLine() { bytes += "\n" }

  private mutating func begin(_ tag: Tag) {
    switch tag {
    case .tspan: break  // a part of its line
    case .svg, .title, .desc, .g, .rect, .ellipse, .path, .text: if !bytes.isEmpty { bytes += "\n" }
    }
    bytes += "<"
    bytes += tag.rawValue.text
  }
}

// MARK: - Attributes

extension SVGCanvas {
  mutating func set(_ attribute: HTMLElement.Attribute, _ value: StaticString) { set(attribute) { $0 += value } }

  /// A length, in the unit of the picture.
  mutating func set(_ attribute: HTMLElement.Attribute, _ length: Double) {
    set(attribute) { FigureNumber.write(length, to: &$0) }
  }

  /// Numbers with blanks between, where there are any.
  mutating func set(_ attribute: HTMLElement.Attribute, _ first: Int?, _ second: Int? = nil) {
    if first == nil, second == nil { return }
    set(attribute) { value in
      let start = value.count
      if let first { value.append(number: first, inListFrom: start) }
      if let second { value.append(number: second, inListFrom: start) }
    }
  }

  /// A text, which is escaped.
  mutating func set(_ attribute: HTMLElement.Attribute, text: String) {
    HTMLElement.write(attribute, text, to: &bytes)
  }

  /// The classes of something of this kind, and of a tone that is not the plain one; none where there are none. Only what
  /// is of some kind can be dashed.
  mutating func set(class kind: StaticString?, _ tone: Tone, isDashed: Bool = false) {
    guard kind != nil || tone.className != nil else { return }
    set(.class) { value in
      if let kind { value += kind }
      if let name = tone.className {
        if kind != nil { value += " " }
        value += name
      }
      if isDashed { value += " dashed" }
    }
  }

  /// A value that needs no escaping: numbers, words of the program, the data of a path.
  mutating func set(_ attribute: HTMLElement.Attribute, _ write: (inout ByteBuffer) -> Void) {
    HTMLElement.begin(attribute, to: &bytes)
    write(&bytes)
    bytes += "\""
  }
}

extension Tone {
  /// Its class in the style of pictures.
  var className: StaticString? {
    switch self {
    case .plain: nil
    case .value: "tone-value"
    case .adjoint: "tone-adjoint"
    case .changed: "tone-changed"
    case .emphasized: "tone-emphasized"
    case .faded: "tone-faded"
    }
  }
}
