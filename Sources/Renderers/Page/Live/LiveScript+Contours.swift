extension LiveScript {
  /// Maps of an objective over two numbers, as `ContourGrid`, `ContourWay` and `PlotFrame` have them.
  static let contours: StaticString = #"""
    const gridSize = 41, frameSize = [30, 18];
    const gridPlace = (number, [low, high]) =>
      number === gridSize - 1 ? high : low + (high - low) * (number / (gridSize - 1));
    const exactScale = (range, most = mostTicks) => {
      const size = Math.max(...range.map(Math.abs));
      if (!(size <= largest) || !(range[1] - range[0] > 1e-9 * size)) return null;
      let ticks = multiples(evenStep(range, most), range);
      if (most === mostTicks && ticks.length < 4) ticks = multiples(evenStep(range, 9), range);
      return { range, ticks, isLogarithmic: false };
    };
    const levelsIn = ([low, high], values) => {
      const span = high - low;
      if (!Number.isFinite(span) || !(span > 1e-9 * Math.max(Math.abs(low), Math.abs(high)))) return null;
      const inner = [low + span * 1e-6, high - span * 1e-6], even = multiples(evenStep(inner, 10), inner);
      const most = Math.max(...values), found = even.length ? even : null;
      const least = Math.min(...values), count = holds => even.filter(level => holds(valueOf(level))).length;
      const factors = low >= 0 && count(level => level <= most) < 2 ? byFactors([Math.max(inner[0], most / 10), inner[1]])
        : count(level => level >= least) < 2 ? belowTop(inner, least) : [];
      return factors.length > 2 ? factors : found;
    };
    const byFactors = range => {
      if (!(range[0] > 0) || range[0] > range[1]) return [];
      const [start, end] = [Math.max(magnitude(range[0]), magnitude(range[1]) - 4), magnitude(range[1])];
      const powers = Array.from({ length: end - start + 1 }, (_, place) => start + place);
      return decadeTicks([1, 2, 5], powers, range).slice(-10);
    };
    const belowTop = (range, least) => {
      const step = valueOf(decimal(1, ...evenStep(range, 10))), top = Math.ceil(range[1] / step) * step;
      if (!(top - range[1] < (range[1] - range[0]) / 100)) return [];
      const depths = byFactors([Math.max(top - range[1], (top - least) / 10), top - range[0]]);
      if (!depths.length) return [];
      const power = -depths[0].places, unit = valueOf(decimal(1, 1, power));
      const counts = depths.reverse().map(depth => Math.round((top - valueOf(depth)) / unit));
      return counts.every(count => Math.abs(count) < 1e12)
        ? counts.map(count => decimal(count, 1, power)).filter(level => valueOf(level) >= range[0] && valueOf(level) <= range[1]) : [];
    };

    // Marching squares: an even side is the one to the right of a corner, an odd one that above it.
    const linesAt = (level, values, horizontal, vertical) => {
      const links = new Int32Array(4 * values.length).fill(-1);
      const join = (one, other) => {
        links[2 * one + (links[2 * one] < 0 ? 0 : 1)] = other;
        links[2 * other + (links[2 * other] < 0 ? 0 : 1)] = one;
      };
      for (let corner = 0; corner < values.length - gridSize; corner++) {
        if (corner % gridSize === gridSize - 1) continue;
        const corners = [values[corner], values[corner + 1], values[corner + gridSize + 1], values[corner + gridSize]];
        const sum = corners[0] + corners[1] + corners[3] + corners[2];
        if (!Number.isFinite(sum)) continue;
        const [bottom, left, top, right] = [2 * corner, 2 * corner + 1, 2 * (corner + gridSize), 2 * (corner + 1) + 1];
        const above = corners.map(value => value > level), which = above.reduce((bits, bit, place) => bits | bit << place, 0);
        const isSplit = above[0] === (sum / 4 > level);
        switch (Math.min(which, 15 - which)) {
          case 1: join(left, bottom); break;
          case 2: join(bottom, right); break;
          case 4: join(right, top); break;
          case 7: join(top, left); break;
          case 3: join(left, right); break;
          case 6: join(bottom, top); break;
          case 5:
            join(left, isSplit ? top : bottom);
            join(right, isSplit ? bottom : top);
        }
      }
      const crossing = side => {
        const corner = side >> 1, isUpwards = side % 2 === 1, other = corner + (isUpwards ? gridSize : 1);
        const part = (level - values[corner]) / (values[other] - values[corner]);
        const within = (start, end) => Math.min(Math.max(start + part * (end - start), start), end);
        const row = Math.floor(corner / gridSize), column = corner % gridSize;
        const x = gridPlace(column, horizontal), y = gridPlace(row, vertical);
        return isUpwards ? [x, within(y, gridPlace(row + 1, vertical))] : [within(x, gridPlace(column + 1, horizontal)), y];
      };
      const isUsed = new Uint8Array(2 * values.length), chains = [];
      const nextAfter = side => [links[2 * side], links[2 * side + 1]].find(other => other >= 0 && !isUsed[other]);
      for (const onlyOpen of [true, false]) {
        for (let start = 0; start < isUsed.length; start++) {
          if (isUsed[start] || links[2 * start] < 0 || onlyOpen && links[2 * start + 1] >= 0) continue;
          const chain = [];
          for (let here = start; here !== undefined; here = nextAfter(here)) {
            isUsed[here] = 1;
            chain.push(here);
          }
          if (!onlyOpen) chain.push(start);
          chains.push(chain.map(crossing));
        }
      }
      return chains;
    };

    // Where marks find room, in em of the layout, y downwards.
    const framed = (horizontal, vertical) => {
      const drawn = [], taken = [], places = [], [width, height] = frameSize;
      const placeOf = ([x, y]) => [share(horizontal, x) * width, (1 - share(vertical, y)) * height];
      const drawLine = points => points.map(placeOf).forEach(([x, y], place, all) => {
        if (place === 0) return drawn.push([x, y]);
        const [u, v] = all[place - 1], steps = Math.max(1, Math.ceil(Math.max(Math.abs(x - u), Math.abs(y - v)) / 0.5));
        for (let step = 1; step <= steps; step++) drawn.push([u + step / steps * (x - u), v + step / steps * (y - v)]);
      });
      const boxAt = ([x, y], side, breadth) => {
        const across = 0.6 + breadth / 2, along = 0.6 + 0.7;
        const [cx, cy] = { above: [x, y - along], below: [x, y + along], left: [x - across, y], right: [x + across, y] }[side];
        return { x: cx - breadth / 2, y: cy - 0.7, right: cx + breadth / 2, bottom: cy + 0.7 };
      };
      const [low, high] = vertical.range;
      if (low < 0 && high > 0) drawLine(horizontal.range.map(x => [x, 0]));
      const valueAt = ({ range: [low, high] }, part) => low * (1 - part) + high * part;
      const moved = (point, across, up) => {
        const parts = [share(horizontal, point[0]) + across / width, share(vertical, point[1]) + up / height];
        return across === 0 && up === 0 ? point : parts.every(part => part >= 0 && part <= 1)
          && [across === 0 ? point[0] : valueAt(horizontal, parts[0]), up === 0 ? point[1] : valueAt(vertical, parts[1])];
      };
      const positions = ['above', 'below', 'right', 'left'].flatMap(side => [0, 1, -1, 0.5, -0.5].map(aside => [side, aside]));
      const mark = (point, length, mostCovered = Infinity) => {
        const breadth = length * 0.56;
        let best = null;
        for (const [side, aside] of positions) {
          const isAcross = side === 'left' || side === 'right';
          const place = isAcross ? moved(point, 0, aside) : moved(point, aside * breadth / 2, 0);
          if (!place) continue;
          const box = boxAt(placeOf(place), side, breadth);
          if (box.x < 0 || box.y < 0 || box.right > width || box.bottom > height) continue;
          if (taken.some(other => box.x < other.right && other.x < box.right && box.y < other.bottom && other.y < box.bottom)) continue;
          const covered = drawn.filter(([x, y]) => box.x < x && x < box.right && box.y < y && y < box.bottom).length;
          const cost = 2 * covered + (aside === 0 ? 0 : 1);
          if (covered <= mostCovered && cost < (best ? best.cost : Infinity)) best = { place, side, box, cost, length };
          if (best && best.cost === 0) break;
        }
        if (best) taken.push({ ...best.box, x: best.box.x - 0.4, right: best.box.right + 0.4 });
        return best;
      };
      return { drawLine, drawDot: point => drawn.push(placeOf(point)), mark, placeOf };
    };

    const isSampled = epoch => {
      if (epoch <= 3) return true;
      let unit = epoch;
      while (unit % 10 === 0) unit /= 10;
      return unit === 1 || unit === 2 || unit === 5;
    };
    const wayOf = ({ inputs, objective, gradient, after, isEveryUpdate }) => {
      const start = inputs.map(slot => slots[slot]);
      if (gradient) return { points: [start], objectives: [slots[objective]], gradient: gradient.map(slot => slots[slot]) };
      if (after) return { points: [start, after.slice(0, 2).map(slot => slots[slot])], objectives: [slots[objective], slots[after[2]]] };
      const { states } = data.repetition, starts = states.filter((_, place) => place % 3 === 1);
      const own = inputs.map(slot => starts.indexOf(slot)), end = history.length - 1;
      if (end < 1 || own.includes(-1)) return null;
      const isDrawn = (_, epoch) => isEveryUpdate && end <= 60 || epoch === end || isSampled(epoch);
      const points = trail.filter(isDrawn).map(values => own.map(place => values[place]));
      return { points, objectives: [history[0], history[end]] };
    };
    const windowAround = points => {
      const ends = [0, 1].map(axis => [Math.min, Math.max].map(most => most(...points.map(point => point[axis]))));
      const halves = ends.map(([low, high]) => (high - low) * 0.7), centre = ends.map(([low, high]) => low / 2 + high / 2);
      const sizes = ends.map(([low, high]) => Math.max(Math.abs(low), Math.abs(high)) * 0.2);
      const [across, up] = [0, 1].map(axis => Math.max(sizes[axis], halves[axis])), proportion = frameSize[0] / frameSize[1];
      const range = (middle, half) => [middle - (half > 0 ? half : 1), middle + (half > 0 ? half : 1)];
      if (!(across <= 20 * up && up <= 20 * across)) return [range(centre[0], across), range(centre[1], up)];
      const half = Math.max(halves[1], halves[0] / proportion, ...sizes) || 1;
      return [range(centre[0], half * proportion), range(centre[1], half)];
    };
    const contours = (recipe, texts) => {
      const way = wayOf(recipe);
      if (!way || ![...way.points.flat(), ...way.objectives, ...(way.gradient || [])].every(Number.isFinite)) return null;
      const [horizontal, vertical] = windowAround(way.points).map(range => exactScale(range));
      if (!horizontal || !vertical) return null;
      const value = functionOf(recipe.inputs, recipe.objective), values = [];
      for (let row = 0; row < gridSize; row++) {
        for (let column = 0; column < gridSize; column++) {
          values.push(value(gridPlace(column, horizontal.range), gridPlace(row, vertical.range)));
        }
      }
      const finite = values.filter(Number.isFinite);
      if (finite.length * 2 <= values.length) return null;
      const levels = levelsIn([Math.min(...finite), Math.max(...finite)], way.objectives);
      if (!levels) return null;
      const frame = framed(horizontal, vertical), { points } = way, start = points[0];
      const lines = levels.map(level => linesAt(valueOf(level), values, horizontal.range, vertical.range));
      lines.flat().forEach(frame.drawLine);
      let path, tip;
      const places = points.map(frame.placeOf), end = places.at(-1);
      // What is too short to be told from its dot is not drawn.
      const isHidden = places.every(([x, y]) => (x - places[0][0]) ** 2 + (y - places[0][1]) ** 2 < 1);
      if (!isHidden) {
        const far = places.findLastIndex(([x, y]) => Math.max(Math.abs(x - end[0]), Math.abs(y - end[1])) >= 0.8);
        path = [...points.slice(0, Math.min(Math.max(far, 0), points.length - 2) + 1), points.at(-1)];
      } else if (way.gradient) {
        if (way.gradient.every(slope => slope === 0)) return null;
        const size = Math.max(...way.gradient.map(Math.abs)), unit = way.gradient.map(slope => slope / size);
        const [width, height] = [horizontal, vertical].map(({ range }, axis) => (range[1] - range[0]) / frameSize[axis]);
        const part = frameSize[1] / 4 / Math.sqrt((unit[0] / width) * (unit[0] / width) + (unit[1] / height) * (unit[1] / height));
        tip = start.map((coordinate, axis) => coordinate + part * unit[axis]);
        path = [start, tip];
      }
      if (path) frame.drawLine(path);
      if (isHidden) frame.drawDot(start);
      const anchors = { emphasized: start, changed: isHidden ? null : points.at(-1), adjoint: tip };
      const placed = texts.map(([tone, length]) => anchors[tone] && frame.mark(anchors[tone], length));
      const labels = levels.flatMap((level, number) => {
        const text = tickTexts({ ticks: [level], isLogarithmic: false })[0];
        const longest = [...lines[number]].sort((a, b) => b.length - a.length).slice(0, 2).filter(line => line.length > 4);
        return longest.flatMap(line => {
          for (const mostCovered of [1, 3]) {
            for (const part of [2, 5, 3, 6, 4]) {
              const found = frame.mark(line[Math.floor(line.length * part / 8)], text.length, mostCovered);
              if (found) return [{ ...found, text }];
            }
          }
          return [];
        });
      });
      return {
        horizontal, vertical, lines: lines.flat(), tone: 'faded', path, pathTone: tip ? 'adjoint' : 'changed',
        dots: isHidden ? [start] : [], placed, labels, anchors: {},
      };
    };
    """#
}
