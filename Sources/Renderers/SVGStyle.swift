/// The style of all figures in SVG.
///
/// A tone shows by its colour and, for who sees none, by strokes (strong, dashed, dotted) and type (bold, slanted,
/// underlined, small). What a program without custom properties shows stands before what follows them.
enum SVGStyle {
  static let css: StaticString = """
    .drawing {
      --drawing-card: #fbfaf7; --drawing-line: #dedad1; --drawing-node: #ffffff;
      --drawing-plain: #23262b; --drawing-value: #1256a6; --drawing-adjoint: #ab2f1b;
      --drawing-changed: #17683a; --drawing-emphasized: #6a2c9e; --drawing-faded: #666a72;
      --drawing-value-fill: #edf3fb; --drawing-adjoint-fill: #fcf0ed; --drawing-changed-fill: #eaf5ed;
      --drawing-emphasized-fill: #f4edfa;
      font-family: var(
        --drawing-font, "STIX Two Text", "Times New Roman", Times, "Liberation Serif", "Nimbus Roman", "TeX Gyre Termes",
        FreeSerif, "DejaVu Serif Condensed", serif);
      font-variant-numeric: lining-nums tabular-nums;
    }
    @media screen and (prefers-color-scheme: dark) {
      .drawing {
        --drawing-card: #1b1d21; --drawing-line: #3b3e44; --drawing-node: #25282d;
        --drawing-plain: #e8e5df; --drawing-value: #8fc1ff; --drawing-adjoint: #ff9f8c;
        --drawing-changed: #84d6a0; --drawing-emphasized: #d3b4ff; --drawing-faded: #a0a3a9;
        --drawing-value-fill: #1f2b3c; --drawing-adjoint-fill: #3a2623; --drawing-changed-fill: #203328;
        --drawing-emphasized-fill: #30283f;
      }
    }
    .drawing .card { fill: #fbfaf7; fill: var(--drawing-card); stroke: #dedad1; stroke: var(--drawing-line); }
    .drawing text { fill: #23262b; fill: var(--tone); white-space: pre; }
    .drawing .node { fill: #ffffff; fill: var(--fill); stroke: #23262b; stroke: var(--tone); stroke-width: 1.2; }
    .drawing .line { fill: none; stroke: #23262b; stroke: var(--tone); stroke-width: 1.2; stroke-linejoin: round; }
    .drawing .head { fill: #23262b; fill: var(--tone); }
    .drawing { --tone: var(--drawing-plain); --fill: var(--drawing-node); }
    .drawing .tone-value { --tone: var(--drawing-value); --fill: var(--drawing-value-fill); }
    .drawing .tone-adjoint { --tone: var(--drawing-adjoint); --fill: var(--drawing-adjoint-fill); }
    .drawing .tone-changed { --tone: var(--drawing-changed); --fill: var(--drawing-changed-fill); }
    .drawing .tone-emphasized { --tone: var(--drawing-emphasized); --fill: var(--drawing-emphasized-fill); }
    .drawing .tone-faded { --tone: var(--drawing-faded); --fill: var(--drawing-card); }
    .drawing .tone-value.node, .drawing .tone-value .line { stroke-width: 1.8; }
    .drawing .tone-adjoint.node, .drawing .tone-adjoint .line { stroke-width: 1.6; stroke-dasharray: 6 3; }
    .drawing .tone-changed.node, .drawing .tone-changed .line { stroke-width: 2; stroke-dasharray: 10 3 2 3; }
    .drawing .tone-emphasized.node, .drawing .tone-emphasized .line { stroke-width: 3; }
    .drawing .tone-faded.node, .drawing .tone-faded .line { stroke-width: 1; stroke-dasharray: 1.5 3; }
    .drawing text.tone-value { font-weight: 600; }
    .drawing text.tone-adjoint { font-style: italic; }
    .drawing text.tone-changed { font-weight: 600; font-style: italic; }
    .drawing text.tone-emphasized { font-weight: 600; text-decoration: underline; }
    .drawing text.tone-faded { font-size: 0.87em; }
    .drawing .panel-title { font-weight: 600; }
    .drawing .italic { font-style: italic; }
    .drawing .upright { font-style: normal; }
    .drawing .bold { font-weight: 700; }
    .drawing .code { font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 0.85em; }
    .drawing .script { font-size: 0.7em; }
    .drawing .small-script { font-size: 0.55em; }
    .drawing .remark { paint-order: stroke; stroke: #fbfaf7; stroke: var(--drawing-card); stroke-width: 4; stroke-linejoin: round; }
    .drawing .grid { fill: none; stroke: #dedad1; stroke: var(--drawing-line); stroke-width: 0.8; }
    .drawing .axis { fill: none; stroke: #23262b; stroke: var(--drawing-plain); stroke-width: 1.2; }
    .drawing .dashed .line { stroke-dasharray: 5 4; }
    .drawing .dots { fill: none; stroke: #23262b; stroke: var(--tone); stroke-width: 5.5; stroke-linecap: round; }
    .drawing .tone-value .dots { stroke-width: 7; }
    .drawing .tone-adjoint .dots { stroke-width: 6; stroke-linecap: square; }
    .drawing .tone-changed .dots { stroke-width: 9; }
    .drawing .tone-emphasized .dots { stroke-width: 9; stroke-linecap: square; }
    .drawing .tone-faded .dots { stroke-width: 3.5; }
    """
}
