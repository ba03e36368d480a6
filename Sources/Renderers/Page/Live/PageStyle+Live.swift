extension PageStyle {
  /// The givens as fields and sliders, which stay in view while the numbers follow.
  static let live: StaticString = """
    .live { margin-block: 1.5rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--card); font-size: 1rem; }
    .live[open] {
      position: sticky; top: .5rem; z-index: 1; max-height: min(22rem, 33vh); overflow: auto; scrollbar-width: thin;
      box-shadow: 0 2px 14px rgb(0 0 0 / 12%);
    }
    .live summary { position: sticky; top: 0; z-index: 1; padding: .625rem 1rem; background: var(--card); color: var(--link); cursor: pointer; }
    .restore {
      position: sticky; top: .4375rem; z-index: 2; float: right; height: 2rem; margin: -2.4375rem .5rem .4375rem; padding: 0 .875rem;
      border: 1px solid var(--line); border-radius: 1.5rem; background: var(--card); color: inherit; font: inherit; cursor: pointer;
    }
    .restore[hidden] { display: none; }
    #givens { display: contents; }
    .live-groups { columns: auto 18rem; column-gap: 2rem; padding: 0 1rem .75rem; }
    .live fieldset { margin: 0; padding: 0; border: 0; min-width: 0; }
    .live legend { padding: .25rem 0 0; color: var(--soft); break-after: avoid; }
    .given { display: grid; grid-template-columns: 4.5rem 6.5rem minmax(4rem, 1fr); gap: .625rem; align-items: center; min-height: 2.25rem; break-inside: avoid; }
    .given label { overflow: hidden; }
    .given input { width: 100%; min-width: 0; accent-color: var(--accent); }
    .given input[aria-invalid] { border-color: var(--ink); border-style: dashed; }
    .live fieldset:not(:has(.given:nth-of-type(5))) { break-inside: avoid; }
    .given input[type="text"] {
      padding: .2rem .4rem; border: 1px solid var(--line); border-radius: .25rem; background: var(--paper); color: inherit;
      font: .9375rem/1.4 var(--digits);
    }
    .live-note { position: sticky; bottom: 0; margin: 0; padding: .375rem 1rem; background: var(--card); color: var(--soft); }
    .live-note:empty { display: none; }
    .live-note.fault { color: var(--ink); font-weight: 600; }
    .live-note.fault::before { content: "⚠ "; }
    .live[open] .given { scroll-margin-block: 3.5rem 3rem; }
    #givens:has(.live[open]) ~ .illustrated { --top: calc(min(22rem, 33vh) + .5rem); }
    #givens:has(.live[open]) ~ * .step { scroll-margin-top: calc(min(22rem, 33vh) + 2rem); }
    @media (max-width: 40rem), (max-height: 46rem) {
      .live summary { padding: .3125rem .75rem; }
      .restore { top: .1875rem; height: 1.75rem; margin: -1.9375rem .375rem .1875rem; padding: 0 .625rem; font-size: .875rem; }
      .live-groups { columns: auto 15rem; padding: 0 .75rem .25rem; }
      .live legend { padding: 0; font-size: .875rem; line-height: 1.3; }
      .given { grid-template-columns: 3.5rem 5.5rem minmax(4rem, 1fr); min-height: 2.125rem; }
      .live-note { padding: .125rem .75rem; font-size: .8125rem; line-height: 1.3; }
    }
    @media (max-width: 30rem) {
      .live summary { font-size: .9375rem; }
      .restore { padding: 0 .5rem; font-size: .8125rem; }
    }
    @media (hover: none) { .restore kbd { display: none; } }
    .of-printed { display: none; }
    .changed .of-printed { display: block; color: var(--soft); font-style: italic; }
    @media print { .live { display: none; } }
    """
}
