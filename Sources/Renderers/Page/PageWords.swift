/// The words on a page that are no part of its document: labels of buttons, what is announced.
///
/// Scripts get those that they need by way of attributes; `{…}` stands for what is filled in.
enum PageWords {
  static let controls = "Steps and view"
  static let hint = "walks through it, step by step."
  static let previous = "Previous step"
  static let next = "Next step"
  static let position = "{number} of {count}"
  static let overview = "{count} steps"
  static let predict = "Predict first"
  static let predictHelp = "Hide the results, and reveal them one by one"
  static let revealAll = "Reveal all"
  static let reveal = "Reveal the value of {name}"
  static let revealed = "{name} is revealed"
  static let placeholder = "?"
  static let light = "Light"
  static let dark = "Dark"
  static let formula = "Formula, wider than the page"
  static let table = "Table, wider than the page"
  static let figure = "Figure, wider than the page"
  static let givens = "The givens"
  static let index = "Worked examples"
  static let maker = "Written by Longhand."
  static let font = "Formulas are set in a part of Latin Modern Math, under the GUST Font License."
}
