/// How pages look, topic by topic.
enum PageStyle {
  /// Light and dark, as the reader's system or the page's own switch says.
  static let colours: StaticString = """
    :root {
      color-scheme: light;
      --paper: #fdfcfa; --ink: #23211e; --soft: #625d55; --line: #ddd8cf; --link: #1d4f8a;
      --card: #fff; --lit: #eef3fa; --accent: #1d4f8a; --on-accent: #fff; --veil: #f6e7bd; --on-veil: #4d3800;
    }
    @media (prefers-color-scheme: dark) {
      :root:not([data-theme="light"]) {
        color-scheme: dark;
        --paper: #191a1c; --ink: #e8e5df; --soft: #a8a49b; --line: #3a3b3e; --link: #9cc3f2;
        --card: #222427; --lit: #202a37; --accent: #9cc3f2; --on-accent: #10202f; --veil: #4a3b10; --on-veil: #ffe7a3;
      }
    }
    :root[data-theme="dark"] {
      color-scheme: dark;
      --paper: #191a1c; --ink: #e8e5df; --soft: #a8a49b; --line: #3a3b3e; --link: #9cc3f2;
      --card: #222427; --lit: #202a37; --accent: #9cc3f2; --on-accent: #10202f; --veil: #4a3b10; --on-veil: #ffe7a3;
    }
    """

  /// Sentences, headings, tables; on wide screens a column for figures beside the text.
  static let text: StaticString = """
    :root {
      --text: Charter, "Bitstream Charter", "Sitka Text", Cambria, "Noto Serif", Georgia, serif;
      --digits: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
      --measure: 44rem; --beside: 0rem; --side: 1.25rem; --shade: color-mix(in srgb, var(--ink) 45%, transparent);
    }
    * { box-sizing: border-box; }
    [hidden] { display: none; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-behavior: smooth; }
    body {
      margin: 0; padding: 3.5rem var(--side) 8rem; background: var(--paper); color: var(--ink);
      font: 1.1875rem/1.6 var(--text); overflow-wrap: break-word;
    }
    body > header, body > footer, main { max-width: calc(var(--measure) + var(--beside)); margin-inline: auto; }
    h1, h2, h3, h4, p, ul, figure { margin: 0; padding: 0; }
    h1, h2, h3, h4 { font-weight: 600; text-wrap: balance; }
    h1 { font-size: 2.25rem; line-height: 1.2; letter-spacing: -.01em; max-width: var(--measure); }
    h2 { margin-top: 4rem; padding-top: 1.25rem; border-top: 1px solid var(--line); font-size: 1.625rem; line-height: 1.25; }
    h3 { margin-top: 2.75rem; font-size: 1.3125rem; line-height: 1.3; }
    h4 { margin-top: 2rem; font-size: 1.1875rem; }
    p { margin-block: .875rem; text-wrap: pretty; }
    ul { margin-block: .875rem; padding-left: 1.25rem; }
    li { margin-block: .375rem; }
    li::marker { color: var(--soft); }
    code, kbd { font-family: var(--digits); font-size: .875em; }
    kbd { padding: .05em .4em; border: 1px solid var(--line); border-bottom-width: 2px; border-radius: .25rem; }
    a { color: var(--link); }
    .hint, footer { color: var(--soft); font-size: 1rem; }
    .hint { margin-top: 1rem; }
    footer { margin-top: 5rem; border-top: 1px solid var(--line); }
    .scrolling { position: relative; overflow-x: auto; margin-block: 1.25rem; scrollbar-width: thin; }
    table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
    th, td { padding: .4375rem 2rem .4375rem 0; text-align: left; vertical-align: baseline; }
    th:last-child, td:last-child { padding-right: 0; }
    th { border-bottom: 1px solid var(--ink); color: var(--soft); font-size: 1rem; font-weight: 400; white-space: nowrap; }
    tbody tr + tr > * { border-top: 1px solid var(--line); }
    .right { text-align: right; }
    .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    :focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: .125rem; }
    @media (min-width: 120rem) { html { font-size: 118.75%; } }
    @media (max-width: 30rem) {
      :root { --side: 1rem; }
      body { padding-top: 1.75rem; font-size: 1.0625rem; }
      h1 { font-size: 1.625rem; }
      h2 { margin-top: 2.75rem; font-size: 1.375rem; }
      h3 { margin-top: 2rem; font-size: 1.1875rem; }
      th, td { padding-right: 1rem; }
    }
    """

  /// Formulas, and equations that break where a page is narrow: what stands before a piece of them stands at its first
  /// line, as before a table, and not at its last, as before an inline block.
  static let formulas: StaticString = """
    math { font-family: "Longhand Mathematics", "Latin Modern Math", math; font-size: 1.0625em; }
    mtd { padding: .2em .45em; }
    mtd.aligned { text-align: right; text-align: -webkit-right; }
    .statement { white-space: nowrap; }
    .wide { display: inline-block; max-width: 100%; overflow-x: auto; overflow-y: hidden; vertical-align: middle; }
    .equation {
      display: flex; flex-wrap: wrap; align-items: baseline; gap: .375rem 0; margin-block: 1rem; padding: .25rem 0 .25rem 1.5rem;
      overflow-x: auto; overflow-y: hidden; scrollbar-width: thin;
    }
    .equation math { math-style: normal; }
    .links { display: flex; flex: 1 1 13rem; flex-wrap: wrap; align-items: baseline; gap: .375rem 0; min-width: 0; }
    .turn { display: flex; flex-wrap: wrap; align-items: baseline; gap: .375rem 0; min-width: 0; }
    .turn > .link { display: flex; align-items: baseline; min-width: 0; max-width: 100%; }
    .turn > .link > math { flex: none; }
    .flow { min-width: 0; line-height: 1.7; }
    .piece { display: inline-table; max-width: 100%; }
    .flow math { padding-block: .125em; }
    .dagger { color: var(--soft); }
    .step > p, .step .equation, .step > .scrolling { content-visibility: auto; contain-intrinsic-size: auto 3rem; }
    figure .picture { content-visibility: auto; contain-intrinsic-size: auto 20rem; }
    @media print { .step > p, .step .equation, .step > .scrolling, figure .picture { content-visibility: visible; } }
    @media (max-width: 30rem) {
      .equation { padding-left: .25rem; font-size: .9375em; }
      .links { flex-basis: 9rem; }
    }
    """
}
