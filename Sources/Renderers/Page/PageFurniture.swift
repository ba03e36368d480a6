/// What a page has beside its document.
enum PageFurniture {
  /// The place of the controls for the givens.
  static let givens = HTMLElement.element(.section, [.id: "givens", .label: PageWords.givens, .hidden: ""])

  /// What scripts unhide: how to begin.
  static let hint = HTMLElement.element(
    .p, [.class: "hint", .hidden: ""], [.element(.kbd, [:], ["→"]), " \(PageWords.hint)"])

  static let controls: [HTMLElement] = [
    .element(
      .nav, [.id: "controls", .label: PageWords.controls, .hidden: ""],
      [
        button("previous", PageWords.previous, "‹"),
        .element(
          .span, [.id: "position", .dataWords: "\(PageWords.position)|\(PageWords.overview)"], []),
        button("next", PageWords.next, "›"),
        .element(.button, [.type: "button", .id: "predict", .isPressed: "false"], [.text(PageWords.predict)]),
        .element(
          .button,
          [
            .type: "button", .id: "reveal-all", .hidden: "",
            .dataWords: "\(PageWords.reveal)|\(PageWords.revealed)|\(PageWords.placeholder)",
          ], [.text(PageWords.revealAll)]),
        .element(
          .button, [.type: "button", .id: "theme", .dataWords: "\(PageWords.light)|\(PageWords.dark)"],
          [.text(PageWords.dark)]),
      ]),
    .element(
      .p,
      [
        .id: "status", .class: "unseen", .role: "status",
        .dataWords:
          "\(PageWords.formula)|\(PageWords.table)|\(PageWords.figure)|\(PageWords.ofChanged)|\(PageWords.ofHidden)",
      ]),
  ]

  static let footer = HTMLElement.element(.footer, [:], [.element(.p, [:], ["\(PageWords.maker) \(PageWords.font)"])])

  private static func button(_ id: String, _ label: String, _ sign: String) -> HTMLElement {
    .element(.button, [.type: "button", .id: id, .label: label], [.element(.span, [.isHidden: "true"], [.text(sign)])])
  }
}
