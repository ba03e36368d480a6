/// The part of a page's JavaScript that works its numbers again.
///
/// Its pieces are one script, topic by topic; `data` is the document's calculation.
enum LiveScript {
  static let all: [StaticString] = [
    opening, doubleDouble, wideFixedPoint, exponentials, angles, numbers, calculation, numbersOnThePage,
    plotScales, contours, curveWindow, plotRecipes, plotDrawing, controls,
    closing,
  ]

  private static let opening: StaticString = #"""
    'use strict';
    (() => {
    const data = JSON.parse(document.getElementById('live-data').content.textContent);
    """#

  private static let closing: StaticString = "})();"
}
