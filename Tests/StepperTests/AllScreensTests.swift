import DocumentModel
import Foundation
import Longhand
import Renderers
import Testing

@testable import Stepper

/// Every walkthrough in every telling that fits it, every other step or fewer.
@Suite struct AllScreensTests {
  @Test(arguments: Walkthroughs.all) func everyScreenFits(_ path: String) throws {
    let workbook = try Workbook(Walkthroughs.source(path))
    var told = 0
    for telling in Telling.allCases where telling.fits(workbook) {
      var options = RenderingOptions()
      options.telling = telling.rawValue
      let lesson = try Lesson(workbook, options)
      told += 1
      // Other sizes with one telling: screens take their time where nothing is optimized.
      let sizes = [(80, 24, true)] + (told == 1 ? [(40, 12, false), (160, 50, false)] : [])
      for (columns, rows, usesColour) in sizes {
        var stepper = Stepper(lesson, size: Size(columns: columns, rows: rows), usesColour: usesColour)
        stepper.isFolded = stepper.isFolded.map { _ in false }
        for number in lesson.steps.indices {
          defer { stepper.press(.right) }
          if number % (told == 1 ? 2 : 5) != 0 { continue }
          let screen = stepper.screen
          #expect(screen.count == rows && stepper.place == number, "\(telling), step \(number)")
          let widest = screen.map { TextRow(onScreen: $0).width }.max() ?? 0
          #expect(widest <= columns, "\(telling), step \(number) at \(columns) columns")
          if columns == 160 {
            #expect(
              screen.dropFirst(4).dropLast(2).allSatisfy { $0.contains("│ ") || $0.isEmpty }, "\(telling), \(number)")
          }
        }
      }
    }
    #expect(told > 0)
  }

  /// What is asked depends on where one is, which the ids of headings say; those of examples leave it as it was.
  @Test func everyHeadingSaysWhereOneIs() throws {
    var unknown: Set<String> = []
    for path in Walkthroughs.all {
      let workbook = try Workbook(Walkthroughs.source(path))
      for telling in Telling.allCases where telling.fits(workbook) {
        var options = RenderingOptions()
        options.telling = telling.rawValue
        for step in try workbook.told(options).document.steps where step.blocks.contains(where: \.isHeading) {
          if Lesson.Phase(ofStep: step.id) == nil { unknown.insert(step.id) }
        }
      }
    }
    #expect(unknown.allSatisfy { $0.wholeMatch(of: /example-\d+/) != nil }, "\(unknown.sorted())")
  }
}
