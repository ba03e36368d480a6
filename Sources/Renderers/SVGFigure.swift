import DocumentModel

/// A figure as SVG: a file of its own, or a part of a web page.
package struct SVGFigure: Sendable {
  private let figure: Figure
  private let sheet: SVGSheet

  package init(_ figure: Figure) {
    self.figure = figure
    sheet = SVGSheet(figure)
  }

  /// What an em of the layout is in the unit of the picture, a CSS pixel.
  static let unit = 16.0

  /// The style of all figures; a page may set the custom properties that begin with `--drawing-` anew.
  package static let css = SVGStyle.css

  /// What every file begins with, up to the figure's id and a quotation mark.
  package static let start = #"<svg xmlns="http://www.w3.org/2000/svg" class="drawing" id=""#

  /// In the unit of the picture.
  var width: Double { sheet.width * Self.unit }
  private var height: Double { sheet.height * Self.unit }

  /// The figure as a file in UTF-8 with its own style, on a card that is quiet on any page.
  package var file: [UInt8] {
    var canvas = SVGCanvas()
    canvas.add(.svg) { picture in
      picture.set(.xmlns, "http://www.w3.org/2000/svg")
      picture.set(.class, "drawing")
      picture.set(.id, text: figure.id)
      picture.set(.labelledBy, text: "\(figure.id)-title \(figure.id)-description")
      setSize(of: &picture)
    } around: { picture in
      picture.add(.title) {
        $0.set(.id, text: "\(figure.id)-title")
      } around: {
        $0.write(TextLabel.row(figure.caption).text)
      }
      describe(on: &picture)
      picture.addStyle()
      picture.add(.rect) { card in
        card.set(.class, "card")
        card.set(.width, width)
        card.set(.height, height)
        card.set(.rx, "10")
      }
      sheet.draw(on: &picture)
    }
    canvas.endLine()
    return canvas.bytes.bytes
  }

  /// Adds the figure to a page that has the style `css` and says the caption beside it; its ids begin with the
  /// figure's.
  func write(to bytes: inout ByteBuffer) {
    var canvas = SVGCanvas()
    canvas.add(.svg) { picture in
      picture.set(.class, "drawing")
      picture.set(.id, text: "\(figure.id)-drawing")
      picture.set(.labelledBy, text: "\(figure.id)-description")
      setSize(of: &picture)
    } around: { picture in
      describe(on: &picture)
      sheet.draw(on: &picture)
    }
    bytes.append(canvas.bytes)
  }

  private func setSize(of picture: inout SVGCanvas) {
    picture.set(.role, "img")
    picture.set(.width, width)
    picture.set(.height, height)
    picture.set(.viewBox) { value in
      value += "0 0 "
      FigureNumber.write(Point(width, height), to: &value)
    }
    picture.set(.fontSize, SVGLabel.fontSize)
    picture.set(.anchor, "middle")
  }

  private func describe(on picture: inout SVGCanvas) {
    picture.add(.desc) {
      $0.set(.id, text: "\(figure.id)-description")
    } around: {
      $0.write(figure.description)
    }
  }
}
