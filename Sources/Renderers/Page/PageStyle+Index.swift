extension PageStyle {
  /// The page that lists others.
  static let index: StaticString = """
    :root { --measure: 76rem; }
    .cards {
      display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr)); gap: 1.5rem; margin-top: 2.5rem;
      padding: 0; list-style: none;
    }
    .cards li {
      position: relative; display: flex; flex-direction: column; gap: .5rem; margin: 0; padding: 1.25rem; border: 1px solid var(--line);
      border-radius: .75rem; background: var(--card); transition: border-color .2s, box-shadow .2s;
    }
    .cards li:hover, .cards li:focus-within { border-color: var(--accent); box-shadow: 0 2px 14px rgb(0 0 0 / 10%); }
    .cards h2 { margin: 0; padding: 0; border: 0; font-size: 1.1875rem; }
    .cards a { color: inherit; text-decoration: none; }
    .cards a::after { content: ""; position: absolute; inset: 0; border-radius: .75rem; }
    .cards a:focus-visible { outline: none; }
    .cards a:focus-visible::after { outline: 2px solid var(--accent); outline-offset: 2px; }
    .cards p { margin: 0; font-size: 1rem; line-height: 1.45; }
    .course { color: var(--soft); }
    .preview { order: -1; display: grid; place-items: center; aspect-ratio: 16 / 9; margin-bottom: .5rem; overflow: hidden; }
    .preview .drawing { width: 100%; height: 100%; }
    .preview:empty::before { content: "\\2202"; color: var(--line); font: italic 6rem/1 var(--text); }
    @media print { .cards { grid-template-columns: 1fr 1fr; } .cards li { break-inside: avoid; } }
    """
}
