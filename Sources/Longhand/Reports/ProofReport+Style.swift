/// How a report looks on a page.
extension ProofReport {
  /// Light and dark, from 320 pixels up, and on paper; whatever colour says is said by words and lines too.
  static let pageStyle: StaticString = """
    :root {
      --paper: #fdfcfa; --ink: #23211e; --soft: #625d55; --line: #ddd8cf; --link: #1d4f8a;
      --wrong: #a1220e; --known: #75520a; --mark: #ffe7a3; --target: #fdf3d3;
      --text: Charter, "Bitstream Charter", "Sitka Text", Cambria, "Noto Serif", Georgia, serif;
      --digits: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #191a1c; --ink: #e8e5df; --soft: #a8a49b; --line: #3a3b3e; --link: #9cc3f2;
        --wrong: #ff9d8a; --known: #e6c06a; --mark: #5c4600; --target: #2b2719;
      }
    }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body {
      margin: 0 auto; padding: 3rem 1.25rem 2rem; max-width: 46rem;
      background: var(--paper); color: var(--ink);
      font: 1.0625rem/1.6 var(--text); overflow-wrap: anywhere;
    }
    h1, h2, h3, h4, p, dl, dd, ul { margin: 0; padding: 0; }
    h1 { font-size: 1.75rem; line-height: 1.25; font-weight: 600; }
    h2 { margin: 2.75rem 0 .75rem; font-size: 1.25rem; line-height: 1.3; font-weight: 600; }
    code, .numbers, td.count { font-family: var(--digits); font-variant-numeric: tabular-nums; font-size: .875rem; }
    a { color: var(--link); }
    a:focus-visible, .scrolling:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
    :target { background: var(--target); }
    .file, .place, footer { color: var(--soft); font-size: .9375rem; }
    .file { margin-top: .25rem; }
    .summary { margin-top: 1.25rem; }
    .report { margin-top: 3.5rem; padding-top: .25rem; border-top: 1px solid var(--line); }
    .report h2 { margin: 1.5rem 0 0; font-size: 1.4375rem; }
    .report h3 { margin: 2.25rem 0 .75rem; font-size: 1.125rem; font-weight: 600; }

    .claim {
      display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: baseline; justify-content: space-between;
      margin: 1.25rem 0; padding: .125rem 0 .25rem 1rem; border-left: 3px solid var(--wrong);
    }
    .erratum { border-left: 3px double var(--known); }
    .claim h3, .claim h4 { margin: 0; min-width: 0; font-size: 1rem; font-weight: 400; }
    .claim h3 code, .claim h4 code { font-size: 1rem; font-weight: 600; }
    .verdict { color: var(--wrong); font-weight: 600; }
    .erratum .verdict { color: var(--known); }
    .claim > .place, .claim > .numbers, .claim > .scrolling, .claim > .reason { flex: 0 0 100%; min-width: 0; }
    .numbers { display: grid; grid-template-columns: max-content max-content; gap: 0 1.25rem; margin: .5rem 0; }
    .numbers dt { color: var(--soft); font-family: var(--text); font-size: .9375rem; }
    .numbers code { font-size: 1.0625rem; white-space: pre; }
    mark {
      background: var(--mark); color: inherit; border-bottom: 2px solid var(--wrong);
    }

    .scrolling { overflow-x: auto; }
    table { width: 100%; margin: .5rem 0; border-collapse: collapse; }
    header + main > .scrolling:first-child { margin-top: 1.5rem; }
    th, td { padding: .3125rem 1.5rem .3125rem 0; text-align: left; vertical-align: baseline; font-weight: 400; }
    th:last-child, td:last-child { padding-right: 0; }
    thead th { white-space: nowrap; border-bottom: 1px solid var(--ink); color: var(--soft); font: .9375rem/1.4 var(--text); }
    tbody tr + tr > * { border-top: 1px solid var(--line); }
    .count { width: 1%; text-align: right; white-space: nowrap; color: var(--soft); }
    .number { width: 1%; }
    td, tbody th { overflow-wrap: normal; }
    .number code, .claimed code { white-space: pre; }
    .long code { display: block; min-width: 13rem; white-space: pre-wrap; overflow-wrap: anywhere; }
    .context { padding-top: 1.5rem; font-style: italic; }
    .wrong { color: var(--wrong); font-weight: 600; }
    .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

    .asides { list-style: none; }
    .asides li { margin: 1rem 0; padding-left: 1rem; border-left: 3px dotted var(--soft); }
    footer { margin-top: 3.5rem; padding-top: .75rem; border-top: 1px solid var(--line); }

    @media (max-width: 30rem) {
      body { padding-top: 1.5rem; font-size: 1rem; }
      h1 { font-size: 1.4375rem; }
      th, td { padding-right: .75rem; }
      .numbers { gap: 0 .75rem; }
      .numbers code { font-size: 1rem; }
    }
    @media print {
      :root {
        --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --link: #000;
        --wrong: #000; --known: #000; --mark: #fff; --target: #fff;
      }
      @page { margin: 2cm; }
      body { max-width: none; padding: 0; font-size: 10.5pt; }
      .scrolling { overflow: visible; }
      .long code { min-width: 9rem; }
      .numbers code { white-space: pre-wrap; }
      .numbers { grid-template-columns: max-content 1fr; }
      .claim, tr, .asides li { break-inside: avoid; }
      h2, h3, h4, thead, .context { break-after: avoid; }
      mark { border: 0; outline: 1px solid var(--ink); }
      footer { margin-top: 1rem; break-before: avoid; }
      a { text-decoration: none; }
    }
    """
}
