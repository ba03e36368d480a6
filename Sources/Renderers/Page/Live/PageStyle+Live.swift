extension PageStyle {
  /// The givens as fields and sliders, which stay in view while the numbers follow.
  static let live: StaticString = """
    .live { margin-block: 1.5rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--card); font-size: 1rem; }
    .live[open] { position: sticky; top: .5rem; z-index: 1; max-height: min(22rem, 46vh); overflow: auto; box-shadow: 0 2px 14px rgb(0 0 0 / 12%); }
    .live summary { padding: .625rem 1rem; color: var(--link); cursor: pointer; }
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
    .live-state { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1rem; padding: 0 1rem; position: sticky; bottom: 0; background: var(--card); }
    .live-note { flex: 1 1 16rem; margin: .5rem 0; color: var(--soft); }
    .live-note.fault { color: var(--ink); font-weight: 600; }
    .live-note.fault::before { content: "⚠ "; }
    .restore {
      margin-block: .375rem; padding: .25rem .875rem; border: 1px solid var(--line); border-radius: 1.5rem; background: none;
      color: inherit; font: inherit; cursor: pointer;
    }
    .restore[hidden] { display: none; }
    .of-printed { display: none; }
    .changed .of-printed { display: block; color: var(--soft); font-style: italic; }
    @media print { .live { display: none; } }
    """
}
