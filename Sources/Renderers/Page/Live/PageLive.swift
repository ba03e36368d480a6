import DocumentModel

/// What a page has for its numbers to follow the givens: data, controls in waiting, and the script that uses both.
enum PageLive {
  static func elements(_ calculation: LiveCalculation) -> [HTMLElement] {
    [
      .element(.template, [.id: "live-controls"], controls(calculation)),
      .element(.template, [.id: "live-data"], [.text(LiveData(calculation: calculation).json)]),
      .script(LiveScript.all),
    ]
  }

  private static func controls(_ calculation: LiveCalculation) -> [HTMLElement] {
    var groups: [HTMLElement] = []
    for group in calculation.groups {
      groups.append(
        .element(
          .fieldset, [:],
          [.element(.legend, [:], PageBlocks.inlines(group.heading))] + group.inputs.map { control($0) }))
    }
    return [
      .element(
        .details, [.class: "live"],
        [
          .element(.summary, [:], [.text(PageWords.changeGivens)]),
          .element(
            .button, [.type: "button", .class: "restore", .keyShortcuts: "r", .hidden: ""],
            [.text("\(PageWords.restore) "), .element(.kbd, [:], ["r"])]),
          .element(.div, [.class: "live-groups"], groups), .element(.p, [.class: "live-note", .role: "status"]),
        ])
    ]
  }

  private static func control(_ input: LiveCalculation.Input) -> HTMLElement {
    let id = "given-\(input.slot)"
    let value = plain(input.value)
    return .element(
      .div, [.class: "given"],
      [
        .element(.labelTag, [.forElement: id], [.element(.math, [:], MathMLSpelling.row(input.symbol, .sentence))]),
        .void(
          .input,
          [.type: "text", .id: id, .value: value, .autocomplete: "off", .label: input.name]),
        .void(
          .input,
          [
            .type: "range", .min: plain(input.range.lowerBound), .max: plain(input.range.upperBound),
            .step: plain(input.step), .value: value, .autocomplete: "off",
            .label: "\(input.name), \(PageWords.slider)",
          ]),
      ])
  }

  /// Without the point and zero that whole numbers get.
  private static func plain(_ value: Double) -> String {
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
