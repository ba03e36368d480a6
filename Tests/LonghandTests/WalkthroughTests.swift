import Foundation
import Longhand
import Proofreading
import Testing

@Suite struct WalkthroughTests {
  @Test func thereAreWalkthroughs() {
    #expect(Repository.walkthroughs.count >= 5)
  }

  /// The documents beside a walkthrough are what a visitor reads, and what this compares with their figures, byte for
  /// byte.
  @Test(arguments: Repository.walkthroughs, Format.beside)
  func documentsAreUpToDate(path: String, format: Format) throws {
    let stem = Repository.root.appending(path: String(path.dropLast(".walk".count)))
    let folder = stem.deletingLastPathComponent()
    let files = try Repository.workbook(path).files(as: format, stem: stem.lastPathComponent)
    for file in files {
      let url = folder.appending(path: file.name)
      let recorded = (try? Data(contentsOf: url)).map { [UInt8]($0) }
      if Repository.isRecording { try Data(file.bytes).write(to: url) }
      #expect(recorded == file.bytes, "\(file.name) differs; RECORD=1 swift test writes it anew, then read it")
    }
    if format.hasFigureFiles {
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      let leftOver = try names.filter { name in
        try name.hasSuffix(".svg") && !files.contains { $0.name == name }
          && FigureFile.isFigure(
            name: name, [UInt8](Data(contentsOf: folder.appending(path: name))), ofDocument: stem.lastPathComponent)
      }
      if Repository.isRecording {
        for name in leftOver { try FileManager.default.removeItem(at: folder.appending(path: name)) }
      }
      #expect(leftOver.isEmpty, "figures that no document has any more; RECORD=1 swift test takes them away")
    }
    #expect(!Repository.isRecording, "recorded; read the difference before you commit it")
  }

  @Test(arguments: Repository.walkthroughs)
  func everyPublishedLineHoldsAndEveryDerivativeAgrees(path: String) throws {
    let proof = try Repository.workbook(path).proof()
    #expect(proof.complaints.isEmpty, "\(proof.complaints)")
    let derivatives = try #require(proof.derivatives)
    #expect(derivatives.agreeing > 0 || proof.walkthrough.objective == nil)
    #expect(derivatives.unclear == 0)
  }

  @Test(arguments: Repository.walkthroughs)
  func everyTellingTellsEveryWalkthroughWithoutStrayNumbers(path: String) throws {
    let workbook = try Repository.workbook(path)
    for telling in Telling.allCases where telling.obstacle(in: workbook.walkthrough) == nil {
      var options = RenderingOptions()
      options.telling = telling.rawValue
      let text = String(decoding: try workbook.rendered(as: .text, options), as: UTF8.self)
      for stray in ["nan", "inf ", "-0.0", "e-0"] { #expect(!text.contains(stray), "\(stray) in \(telling)") }
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
      #expect(text.split(separator: "\n").allSatisfy { $0.last != " " })
    }
  }
}

@Suite struct PublishedNumbersTests {
  private static let path = "walkthroughs/two-two-two/two-two-two.walk"

  @Test func allThirtySevenHoldCutAndSixteenWouldHoldRounded() throws {
    let proof = try Repository.workbook(Self.path).proof()
    #expect(proof.report.summary.first == "37 of 37 hold, cut; 16 would hold rounded")
  }

  /// y = 1 − 1.4 × 10⁻¹¹ ends in nines: cut they stay, rounded they become 1.
  @Test(
    arguments: [
      ("published cut:\n  y = 0.9999\n  y = 1.0000\n  y = 0.999999\n", "2 of 3 hold, cut; 1 would hold rounded"),
      (
        "published cut:\n  y = 0.9999\npublished rounded:\n  y = 1.0000\n",
        "2 of 2 hold, rounded or cut as their headings say; 1 would hold rounded; 1 would hold cut"
      ),
    ])
  func theSummaryNamesTheConventionOfTheLines(published: String, summary: String) throws {
    let file = "inputs: z = 25\ny = sigmoid(z)\n" + published
    #expect(try Workbook(SourceText(name: "y.walk", text: file)).proof().report.summary.first == summary)
  }

  /// Every digit of every published number counts: change one, and its line is named.
  @Test func anyChangedDigitIsFoundAndItsLineNamed() throws {
    let lines = try Repository.text(Self.path).components(separatedBy: "\n")
    let start = try #require(lines.firstIndex { $0.hasPrefix("published:") })
    let claims = lines.indices.filter { $0 > start && lines[$0].contains("=") }
    #expect(claims.count == 37)
    for index in claims {
      let line = Array(lines[index])
      let equals = try #require(line.lastIndex(of: "="))
      for place in line.indices where place > equals && line[place].isNumber {
        var changed = line
        changed[place] = line[place] == "9" ? "8" : Character("\(Int(String(line[place]))! + 1)")
        var altered = lines
        altered[index] = String(changed)
        let source = SourceText(name: "two-two-two.walk", text: altered.joined(separator: "\n"))
        let proof = try Workbook(source).proof()
        #expect(proof.failures.count == 1)
        #expect(proof.complaints.hasPrefix("two-two-two.walk:\(index + 1):3: error: "), "\(proof.complaints)")
      }
    }
  }

  @Test func aWrongLineIsReportedWithPlacePrintedAndRightNumber() throws {
    let source = SourceText(
      name: "w.walk",
      text: """
        inputs: x = 2
        y = 1/(x + 1)
        show: 4 decimals, cut
        published:
          y = 0.3334
        published rounded:
          y = 0.3333

        """)
    let proof = try Workbook(source).proof()
    #expect(
      proof.complaints == """
        w.walk:5:3: error: `y` is printed as 0.3334, but it is 0.3333, cut
         5 |   y = 0.3334
           |   ^^^^^^^^^^
           = help: only its last digit is off, by one

        """)
  }

  @Test func aWrongFormulaIsReportedWithTheRightOne() throws {
    let text = "inputs: x, y\nf = 3x^2 + 2x*y\ndifferentiate: f\npublished:\n  df/dx = 6x + y\n  df/dy = 2x\n"
    let proof = try Workbook(SourceText(name: "w.walk", text: text)).proof()
    #expect(
      proof.complaints == """
        w.walk:5:3: error: `df/dx` is printed as 6x + y, but it is 6x + 2y
         5 |   df/dx = 6x + y
           |   ^^^^^^^^^^^^^^

        """)
    #expect(proof.report.rows.map(\.verdict) == ["not equal", "holds"])
    #expect(proof.report.rows.map(\.right) == ["6x + 2y", "2x"])
    #expect(proof.report.summary == ["1 of 2 hold", "4 derivatives agree with central differences at 3 points"])
  }

  @Test func whatIsMarkedAndRightIsReportedAndWhatIsMarkedAndWrongIsNot() throws {
    let file = "weights: w = [0.5, 0.25]\nE = sum(w.^2)\nminimize: E\nrate: 0.1\npublished:\n"
    func proof(_ lines: String) throws -> Proof { try Workbook(SourceText(name: "w.walk", text: file + lines)).proof() }
    let wrong = try proof("  E = 0.3152 (erratum)\n  new w = [0.4, 0.02 (erratum)]\n")
    #expect(wrong.complaints == "" && wrong.isClean)
    #expect(wrong.report.rows.map(\.isErratum) == [true, true] && wrong.report.rows.allSatisfy { !$0.isFault })
    let right = try proof("  E = 0.3125 (erratum)\n  new w = [0.4 (erratum), 0.02 (erratum)]\n")
    #expect(right.complaints.contains("`E` is marked as an erratum, and what is printed is right"))
    #expect(right.complaints.contains("`new w[1, 1]` is marked as an erratum"))
    #expect(right.report.rows.map(\.isFault) == [true, true, false])
    #expect(right.report.rows.map(\.verdict) == ["holds, though marked", "holds, though marked", "wrong"])
  }

  @Test(arguments: [("minimize", "new w = 0.7", "ascent"), ("maximize", "new w = 0.3", "descent")])
  func theWrongDirectionIsNamed(sense: String, line: String, word: String) throws {
    let text = "weights: w = 0.5\nE = w^2\n\(sense): E\nrate: 0.2\npublished:\n  \(line)\n"
    let complaints = try Workbook(SourceText(name: "w.walk", text: text)).proof().complaints
    #expect(complaints.contains("possibly: it follows from \(word)"))
  }

  @Test func aNumberThatFollowsAnotherConventionSaysWhich() throws {
    let text = "inputs: x = 2\ny = x/3\nshow: 4 decimals, cut\npublished:\n  y = 0.6667\n"
    let proof = try Workbook(SourceText(name: "w.walk", text: text)).proof()
    #expect(proof.complaints.contains("help: the printed number is what the value gives rounded"))
  }
}
