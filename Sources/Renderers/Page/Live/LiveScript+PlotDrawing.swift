extension LiveScript {
  /// Draws what a recipe gives into the picture of a plot.
  static let plotDrawing: StaticString = #"""
    const plots = [];
    const two = value => String(Math.round(value * 100) / 100);
    const preparePlots = () => {
      const figures = [...document.querySelectorAll('figure[data-recipe]')];
      for (const figure of figures) JSON.parse(figure.dataset.recipe).forEach((recipe, number) => {
        const panel = figure.querySelectorAll('.panel')[number], axis = panel.querySelector('.axis');
        const [left, top, , bottom, , , right] = axis.getAttribute('d').match(/-?[\d.]+/g).map(Number);
        const children = [...panel.children], series = children.filter(child => child.matches('.series'));
        const title = children.filter(child => child.matches('.panel-title'));
        const texts = children.filter(child => child.localName === 'text' && !title.includes(child));
        const isBehind = text => series[0].compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING;
        const axisTexts = texts.filter(text => !isBehind(text));
        const rows = axisTexts.filter(text => text.getAttribute('text-anchor') === 'end');
        const names = axisTexts.slice(axisTexts.lastIndexOf(rows.at(-1)) + 1);
        const columns = axisTexts.slice(0, axisTexts.indexOf(rows[0]));
        plots.push({
          recipe, panel, figure, title, grid: panel.querySelector('.grid'), axis, series,
          area: { left, top, bottom, right }, columns, rows, names, marks: texts.filter(isBehind), kept: [...panel.childNodes],
          paths: [panel.querySelector('.grid'), axis].map(line => line.getAttribute('d')),
        });
      });
      for (const { figure } of plots) observer.observe(figure);
      // Where each mark stands beside what it speaks of, as the plot was printed.
      for (const plot of plots) {
        const drawing = recipeOf(plot);
        plot.offsets = plot.marks.map(mark => drawing && offset(plot, drawing, mark));
        // Measured once, as measuring makes a browser lay out the whole page; digits are all as wide.
        plot.breadths = plot.marks.map(mark => mark.getComputedTextLength() / (textOf(mark).length || 1));
        plot.texts = plot.marks.map(mark => [mark.getAttribute('x'), mark.getAttribute('y')]);
      }
    };
    const textOf = mark => mark.textContent.replace(/[\s\u200B]+/g, text => text.includes(' ') ? ' ' : '');
    const toneOf = mark => (/tone-(\w+)/.exec(mark.getAttribute('class')) || [, 'plain'])[1];
    const recipeOf = ({ recipe, marks }) =>
      recipes[recipe.kind](recipe, marks.map(mark => [toneOf(mark), textOf(mark).length]));
    const toPixels = ({ area }, { horizontal, vertical }, [x, y]) => [
      area.left + share(horizontal, x) * (area.right - area.left), area.bottom - share(vertical, y) * (area.bottom - area.top),
    ];
    const offset = (plot, drawing, mark) => {
      const tone = toneOf(mark), anchors = drawing.anchors[tone];
      if (!anchors || !anchors.length) return null;
      const here = [Number(mark.getAttribute('x')), Number(mark.getAttribute('y'))];
      const distances = anchors.map(anchor => {
        const [x, y] = toPixels(plot, drawing, anchor);
        return [here[0] - x, here[1] - y];
      });
      const sizes = distances.map(([x, y]) => Math.hypot(x, y)), place = sizes.indexOf(Math.min(...sizes));
      return { tone, place, distance: distances[place] };
    };
    const svg = (name, attributes, text = '') => {
      const made = document.createElementNS('http://www.w3.org/2000/svg', name);
      for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
      made.textContent = text;
      return made;
    };
    const draw = plot => {
      const drawing = recipeOf(plot), { area } = plot;
      plot.panel.style.opacity = drawing ? '' : 0.3;
      if (!drawing) return;
      const pixels = point => toPixels(plot, drawing, point).map(two).join(' ');
      const path = points => 'M' + points.map(pixels).join('L');
      const { horizontal, vertical } = drawing;
      const columns = horizontal.ticks ? horizontal.ticks.map(valueOf) : plot.columns.map((_, place) => place + 1);
      const across = columns.map(value => two(area.left + share(horizontal, value) * (area.right - area.left)));
      const up = vertical.ticks.map(tick => area.bottom - share(vertical, valueOf(tick)) * (area.bottom - area.top));
      plot.grid.setAttribute('d', across.map(x => `M${x} ${area.bottom}L${x} ${area.top}`).join('')
        + up.map(y => `M${area.left} ${two(y)}L${area.right} ${two(y)}`).join(''));
      const zero = !vertical.isLogarithmic && vertical.range[0] < 0 && vertical.range[1] > 0 ? share(vertical, 0) : 0;
      const level = area.bottom - zero * (area.bottom - area.top);
      plot.axis.setAttribute('d', `M${area.left} ${area.top}L${area.left} ${area.bottom}M${area.left} ${area.bottom}L${area.right} ${area.bottom}`
        + (zero > 0 ? `M${area.left} ${two(level)}L${area.right} ${two(level)}` : ''));
      const labels = [];
      if (horizontal.ticks) {
        const y = plot.columns[0].getAttribute('y');
        tickTexts(horizontal).forEach((text, place) => labels.push(svg('text', { x: across[place], y }, text)));
      } else labels.push(...plot.columns);
      const x = plot.rows[0].getAttribute('x');
      tickTexts(vertical).forEach((text, place) =>
        labels.push(svg('text', { x, y: two(up[place] + 4.95), 'text-anchor': 'end' }, text)));
      const group = (tone, ...children) => {
        const made = svg('g', { class: `series tone-${tone}` });
        made.append(...children);
        return made;
      };
      const line = points => svg('path', { class: 'line', d: path(points) });
      const dots = points => svg('path', { class: 'dots', d: points.map(point => `M${pixels(point)}h0`).join('') });
      const curves = [];
      for (const points of drawing.lines || []) curves.push(group(drawing.tone || 'value', line(points)));
      for (const points of drawing.dashed || []) curves.push(group('adjoint dashed', line(points)));
      if (drawing.path) {
        curves.push(group(
          drawing.pathTone || 'changed', line(drawing.path), dots(drawing.path.slice(0, -1)),
          svg('path', { class: 'head', d: head(plot, drawing) })));
      }
      if (drawing.dots && drawing.dots.length) curves.push(group(drawing.dotsTone || 'emphasized', dots(drawing.dots)));
      const levels = (drawing.labels || []).map(({ text, ...label }) => {
        const [x, y] = centreOf(plot, drawing, label);
        return svg('text', { x: two(x), y: two(y), class: 'remark tone-faded' }, text);
      });
      const marks = plot.marks.filter(mark => toneOf(mark) !== 'faded');
      plot.panel.replaceChildren(...plot.title, plot.grid, plot.axis, ...labels, ...plot.names, ...curves, ...marks, ...levels);
      if (drawing.placed) {
        plot.marks.forEach((mark, place) => {
          const found = drawing.placed[place];
          mark.style.display = found ? '' : 'none';
          if (found) centreOf(plot, drawing, found).forEach((value, axis) => mark.setAttribute('xy'[axis], two(value)));
        });
        return;
      }
      // What marks should not cover: the curves, the arrow and the axis, in short steps.
      const axis = zero > 0 ? [horizontal.range.map(x => [x, 0])] : [], arrow = drawing.path ? [drawing.path] : [];
      const drawn = [...(drawing.lines || []), ...(drawing.dashed || []), ...arrow, ...axis].flatMap(points => points.flatMap((point, place) => {
        const [x, y] = toPixels(plot, drawing, point), [u, v] = place ? toPixels(plot, drawing, points[place - 1]) : [x, y];
        const steps = Math.ceil(Math.max(Math.abs(x - u), Math.abs(y - v)) / 6) || 1;
        return Array.from({ length: steps }, (_, step) => [x + (u - x) * step / steps, y + (v - y) * step / steps]);
      }));
      plot.marks.forEach((mark, place) => {
        const own = plot.offsets[place];
        const anchor = own && (drawing.anchors[own.tone] || [])[own.place];
        mark.style.display = anchor ? '' : 'none';
        if (!anchor) return;
        const [x, y] = toPixels(plot, drawing, anchor), half = textOf(mark).length * plot.breadths[place] / 2 + 4;
        const near = [[...own.distance, 0], ...[0, 19, 38, 58].flatMap(off => [0, half, -half].flatMap(dx =>
          [[dx, -12 - off, off / 19], [dx, 24 + off, off / 19]]))];
        const places = near.map(([dx, dy, cost]) => [
          Math.min(Math.max(x + dx, area.left + half), area.right - half), Math.min(Math.max(y + dy, area.top + 12), area.bottom - 4), cost,
        ]);
        const covered = ([cx, cy, cost]) => cost + 2 * drawn.filter(([px, py]) => Math.abs(px - cx) < half && py > cy - 14 && py < cy + 4).length;
        const best = places.reduce((a, b) => covered(b) < covered(a) ? b : a);
        drawn.push(...[-1, -0.5, 0, 0.5, 1].map(part => [best[0] + part * half, best[1] - 5]));
        mark.setAttribute('x', two(best[0]));
        mark.setAttribute('y', two(best[1]));
      });
    };
    // As a picture has it beside its place; a label is as wide as its characters, of nine pixels each.
    const centreOf = (plot, drawing, { place, side, length }) => {
      const { area } = plot, half = length * 0.28 * 16, [x, y] = toPixels(plot, drawing, place);
      const [dx, dy] = { above: [0, -20.8], below: [0, 20.8], left: [-half - 9.6, 0], right: [half + 9.6, 0] }[side];
      const last = tickTexts(drawing.horizontal).at(-1) || '', right = area.right + Math.max(last.length * 4.48, 12.8);
      const least = area.left + half + 3.2;
      return [
        Math.min(Math.max(x + dx, least), Math.max(right - half, least)),
        Math.min(Math.max(y + dy, area.top - 3.2), area.bottom - 9.6) + 4.95,
      ];
    };
    // An arrowhead at the end of a step, of the length and breadth of those in the picture.
    const head = (plot, drawing) => {
      const places = drawing.path.map(point => toPixels(plot, drawing, point)), [x, y] = places.at(-1);
      const [x0, y0] = places.findLast(([u, v]) => u !== x || v !== y) || [x, y];
      const length = Math.hypot(x - x0, y - y0) || 1, [dx, dy] = [(x - x0) / length, (y - y0) / length];
      const corner = side => `${two(x - 9 * dx + side * 4 * dy)} ${two(y - 9 * dy - side * 4 * dx)}`;
      return `M${two(x)} ${two(y)}L${corner(-1)}L${corner(1)}Z`;
    };
    // What is out of sight, or takes long, is drawn when the givens rest.
    const visible = new Set();
    const observer = new IntersectionObserver(entries => {
      for (const { target, isIntersecting } of entries) if (isIntersecting) visible.add(target); else visible.delete(target);
      drawStale(plot => visible.has(plot.figure));
    });
    let resting = 0;
    const drawStale = isWanted => {
      for (const plot of plots) {
        if (!plot.isStale || !isWanted(plot)) continue;
        plot.isStale = false;
        draw(plot);
      }
    };
    const isQuick = ({ recipe }) => recipe.kind !== 'contours' || pathBetween(recipe.inputs, recipe.objective).length <= 40;
    const drawPlots = isPrinted => {
      clearTimeout(resting);
      for (const plot of plots) plot.isStale = !isPrinted;
      if (!isPrinted) {
        drawStale(plot => visible.has(plot.figure) && isQuick(plot));
        resting = setTimeout(() => {
          drawStale(() => true);
          document.dispatchEvent(new CustomEvent('drawn'));
        }, 120);
        return;
      }
      for (const plot of plots) {
        plot.panel.removeAttribute('style');
        plot.marks.forEach((mark, place) => {
          mark.removeAttribute('style');
          [mark.getAttribute('x'), mark.getAttribute('y')].join() === plot.texts[place].join()
            || ['x', 'y'].forEach((name, axis) => mark.setAttribute(name, plot.texts[place][axis]));
        });
        plot.panel.replaceChildren(...plot.kept);
        plot.grid.setAttribute('d', plot.paths[0]);
        plot.axis.setAttribute('d', plot.paths[1]);
      }
    };
    """#
}
