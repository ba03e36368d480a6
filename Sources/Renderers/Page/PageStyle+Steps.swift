extension PageStyle {
  /// Steps, and the one that is taken in now.
  static let steps: StaticString = """
    .step { position: relative; scroll-margin-block: 6rem 9rem; }
    .step::before {
      content: ""; position: absolute; inset: -.25rem -1rem; z-index: -1; border-left: 3px solid transparent;
      border-radius: .25rem; transition: background-color .2s;
    }
    .step:focus { outline: none; }
    .current::before { border-left-color: var(--accent); background: var(--lit); }
    .current:has(figure)::before { background: none; }
    .stepping .step:not(.current) { color: var(--soft); }
    .step { transition: color .2s; }
    @media (prefers-reduced-motion: reduce) {
      html { scroll-behavior: auto; }
      .step, .step::before { transition: none; }
    }
    .veil {
      min-width: 3.5em; padding: 0 .75em; border: 1px dashed currentColor; border-radius: .375rem;
      background: var(--veil); color: var(--on-veil); font: 600 .9375rem/1.6 var(--text); cursor: pointer;
    }
    .veiled { color: transparent; background: var(--veil); border-radius: .25rem; }
    svg .veiled { opacity: 0; }
    """

  /// The bar of buttons at the foot of the screen.
  static let controls: StaticString = """
    #controls {
      position: fixed; inset: auto 0 1rem; z-index: 2; display: flex; align-items: center; gap: .25rem; width: max-content;
      max-width: calc(100vw - 1rem); margin-inline: auto; padding: .3125rem; border: 1px solid var(--line); border-radius: 2rem;
      background: var(--card); box-shadow: 0 2px 14px rgb(0 0 0 / 14%); font-size: .9375rem;
    }
    #controls[hidden], #controls > [hidden] { display: none; }
    #controls button {
      min-width: 2.5rem; height: 2.5rem; padding: 0 .875rem; border: 0; border-radius: 1.5rem; background: none; color: inherit;
      font: inherit; white-space: nowrap; cursor: pointer;
    }
    #controls button:hover { background: var(--lit); }
    #controls button[aria-pressed="true"] { background: var(--accent); color: var(--on-accent); }
    #controls button:disabled { color: var(--soft); cursor: default; }
    #previous, #next { padding: 0; font-size: 1.5rem; line-height: 1; }
    #position { min-width: 5.5em; text-align: center; color: var(--soft); font-variant-numeric: tabular-nums; white-space: nowrap; }
    @media (max-width: 30rem) {
      #controls { bottom: .5rem; gap: 0; font-size: .875rem; }
      #controls button { padding: 0 .625rem; }
      #position { min-width: 4em; }
    }
    """

  /// On paper: no controls, no step torn apart, and lines to write on for what is hidden.
  static let print: StaticString = """
    @page { margin: 1.75cm 2cm; }
    @media print {
      :root, :root:not([data-theme="light"]), :root[data-theme="dark"] {
        color-scheme: light; --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --link: #000; --lit: #fff; --card: #fff;
        --accent: #000;
      }
      html { font-size: 76%; }
      body { padding: 0; line-height: 1.45; }
      body > header, body > footer, main, .told { max-width: none; }
      h2 { margin-top: 2.25rem; padding-top: .75rem; }
      h3 { margin-top: 1.5rem; }
      p, ul, .equation, .scrolling, figure { margin-block: .75rem; }
      #controls, .hint, .veil { display: none !important; }
      .result > .flow[hidden] { display: block; min-width: 9em; border-bottom: 1px solid; }
      .result > .flow[hidden] > *, svg .veiled { visibility: hidden; }
      .veiled:not(svg *) { padding: 1rem 1.75rem 0; border-bottom: 1px solid var(--ink); border-radius: 0; background: none; font-size: 0; }
      p, li, .equation, figure, tr { break-inside: avoid; }
      h2, h3, h4, thead, p:has(+ :is(.equation, .scrolling)) { break-after: avoid; }
      .step:not(.current), .stepping .step:not(.current) { color: inherit; }
      .step::before { display: none; }
      .equation, .scrolling, .picture { overflow: visible; box-shadow: none; }
      .drawing { min-width: 0; }
      footer { margin-top: 1rem; break-inside: avoid; }
    }
    """
}
