extension PageStyle {
  /// Figures in the text, and beside it where there is room; what the step is about is lit.
  static let figures: StaticString = """
    figure { margin-block: 1.75rem; }
    figcaption { max-width: var(--measure); margin-top: .5rem; color: var(--soft); font-size: 1rem; line-height: 1.45; }
    .picture { overflow-x: auto; scrollbar-width: thin; }
    .drawing { display: block; width: var(--width); min-width: var(--least); max-width: 100%; height: auto; }
    .more-before { --before: inset 1.25rem 0 .75rem -1rem var(--shade); }
    .more-behind { --behind: inset -1.25rem 0 .75rem -1rem var(--shade); }
    .more-before, .more-behind { box-shadow: var(--before, 0 0), var(--behind, 0 0); }
    .drawing :is(.node, .line, .head) { transition: stroke .2s, stroke-width .2s, fill .2s; }
    .drawing .lit.node { --tone: var(--lamp); --fill: var(--lamp-fill); stroke-width: 3; }
    .drawing .lit.wire { --tone: var(--lamp); }
    .drawing .lit.wire .line { stroke-width: 3.5; }
    @media screen and (min-width: 64rem) {
      :root:has(.narrow) { --measure: 42rem; --beside: 50rem; --side: 2.5rem; }
      main { --room: min(var(--measure) + var(--beside), 100vw - 2 * var(--side)); }
      .told { max-width: var(--measure); }
      .part:not(.illustrated) figure { width: max(100%, min(var(--width), var(--room))); }
      .part:not(.illustrated) .scrolling { width: max-content; max-width: var(--room); }
      .illustrated {
        --column: min(var(--width), 100% - 36.5rem); display: grid; column-gap: 2.5rem; align-items: start;
        grid-template-columns: min(var(--measure), 100% - 2.5rem - var(--column)) var(--column);
      }
      .illustrated > .told { grid-column: 1; }
      .illustrated > .step {
        grid-column: 2; grid-row: 1 / span 2; position: sticky; top: var(--top, 1.5rem); padding-top: 2.5rem;
      }
    }
    @media screen and (min-width: 80rem) {
      :root:has(.illustrated) { --measure: 42rem; --beside: 50rem; --side: 2.5rem; }
    }
    @media (max-width: 79.98rem) {
      .middling { display: block; }
      .middling > .step { position: relative; top: 0; padding-top: 0; }
    }
    @media (max-width: 95.98rem) {
      .broad { display: block; }
      .broad > .step { position: relative; top: 0; padding-top: 0; }
    }
    @media (prefers-reduced-motion: reduce) { .drawing :is(.node, .line, .head) { transition: none; } }
    """

  /// The colours of figures, which follow the switch of the page too.
  static let drawings: StaticString = """
    :root { --lamp: #8a5a00; --lamp-fill: #fff0c2; }
    :root .drawing {
      --drawing-card: #fbfaf7; --drawing-line: #dedad1; --drawing-node: #ffffff;
      --drawing-plain: #23262b; --drawing-value: #1256a6; --drawing-adjoint: #ab2f1b;
      --drawing-changed: #17683a; --drawing-emphasized: #6a2c9e; --drawing-faded: #666a72;
      --drawing-value-fill: #edf3fb; --drawing-adjoint-fill: #fcf0ed; --drawing-changed-fill: #eaf5ed;
      --drawing-emphasized-fill: #f4edfa;
    }
    @media screen and (prefers-color-scheme: dark) {
      :root:not([data-theme="light"]) { --lamp: #ffd166; --lamp-fill: #4a3b10; }
      :root:not([data-theme="light"]) .drawing {
        --drawing-card: #1b1d21; --drawing-line: #3b3e44; --drawing-node: #25282d;
        --drawing-plain: #e8e5df; --drawing-value: #8fc1ff; --drawing-adjoint: #ff9f8c;
        --drawing-changed: #84d6a0; --drawing-emphasized: #d3b4ff; --drawing-faded: #a0a3a9;
        --drawing-value-fill: #1f2b3c; --drawing-adjoint-fill: #3a2623; --drawing-changed-fill: #203328;
        --drawing-emphasized-fill: #30283f;
      }
    }
    @media screen {
      :root[data-theme="dark"] { --lamp: #ffd166; --lamp-fill: #4a3b10; }
      :root[data-theme="dark"] .drawing {
        --drawing-card: #1b1d21; --drawing-line: #3b3e44; --drawing-node: #25282d;
        --drawing-plain: #e8e5df; --drawing-value: #8fc1ff; --drawing-adjoint: #ff9f8c;
        --drawing-changed: #84d6a0; --drawing-emphasized: #d3b4ff; --drawing-faded: #a0a3a9;
        --drawing-value-fill: #1f2b3c; --drawing-adjoint-fill: #3a2623; --drawing-changed-fill: #203328;
        --drawing-emphasized-fill: #30283f;
      }
    }
    """
}
