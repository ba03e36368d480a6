extension LiveScript {
  /// The rule of all plots for scales and ticks, as `PlotScale` has it.
  static let plotScales: StaticString = #"""
    const largest = 1e305, mostTicks = 7;
    const decimal = (count, coefficient, power) => ({
      isNegative: count < 0, coefficient: BigInt(Math.abs(count) * coefficient), places: count === 0 ? 0 : -power,
    });
    const multiples = ([coefficient, power], [low, high], limit = 64) => {
      const step = valueOf(decimal(1, coefficient, power));
      const start = Math.ceil(low / step - 1e-6), end = Math.min(Math.floor(high / step + 1e-6), start + limit), found = [];
      for (let count = start; count <= end; count++) {
        const tick = decimal(count, coefficient, power), value = valueOf(tick);
        if (value >= low && value <= high) found.push({ ...tick, count });
      }
      return found;
    };
    const evenStep = (range, most) => {
      const power = magnitude((range[1] - range[0]) / most) - 1;
      const steps = [0, 1, 2].flatMap(more => [1, 2, 5].map(coefficient => [coefficient, power + more]));
      return steps.find(step => multiples(step, range, most + 1).length <= most) || steps.at(-1);
    };
    const evenScale = values => {
      const least = Math.min(...values), most = Math.max(...values), size = Math.max(Math.abs(least), Math.abs(most));
      let range;
      if (!(most - least > 1e-9 * size)) range = size === 0 ? [-1, 1] : [least - size / 2, most + size / 2];
      else {
        const room = (most - least) / 20, near = (most - least) / 4;
        range = [least - room > 0 && least <= near ? 0 : least - room, most + room < 0 && -most <= near ? 0 : most + room];
      }
      const step = evenStep(range, mostTicks);
      let ticks = multiples(step, range);
      while (ticks.length < 4) {
        const below = valueOf(decimal(ticks.length ? ticks[0].count - 1 : 0, ...step));
        const above = valueOf(decimal(ticks.length ? ticks.at(-1).count + 1 : 1, ...step));
        if (range[0] - below < above - range[1]) range[0] = below; else range[1] = above;
        ticks = multiples(step, range);
      }
      return { range, ticks, isLogarithmic: false };
    };
    const decadeTicks = (coefficients, powers, range) =>
      powers.flatMap(power => coefficients.map(coefficient => decimal(1, coefficient, power)))
        .filter(tick => valueOf(tick) >= range[0] && valueOf(tick) <= range[1]);
    const logarithmicTicks = range => {
      const [start, end] = [magnitude(range[0]), magnitude(range[1])];
      const powers = Array.from({ length: end - start + 1 }, (_, place) => start + place);
      if (powers.length <= mostTicks + 1) {
        for (const coefficients of [[1, 2, 5], [1, 3], [1]]) {
          const ticks = decadeTicks(coefficients, powers, range);
          if (ticks.length <= mostTicks) return ticks;
        }
      }
      for (const step of [2, 3, 5, 10, 20, 50, 100]) {
        const ticks = decadeTicks([1], powers.filter(power => power % step === 0), range);
        if (ticks.length <= mostTicks) return ticks;
      }
      return [];
    };
    const logarithmicScale = values => {
      const [low, high] = [Math.min(...values), Math.max(...values)], span = ln(high / low);
      const factor = exp(span > 1e-9 && Number.isFinite(span) ? span / 20 : Number.isFinite(span) ? 1.2 : 30);
      let range = [Math.max(low / factor, 1 / largest), Math.min(high * factor, largest)], ticks = logarithmicTicks(range);
      const near = value => [-1, 0, 1].flatMap(more =>
        [1, 2, 5].map(coefficient => valueOf(decimal(1, coefficient, magnitude(value) + more))));
      for (let turn = 0; ticks.length < 3 && turn < 9; turn++) {
        const below = near(range[0]).filter(tick => tick < range[0]).at(-1) || range[0] / 2;
        const above = near(range[1]).find(tick => tick > range[1]) || range[1] * 2;
        range = range[0] / below < above / range[1] ? [below, range[1]] : [range[0], above];
        ticks = logarithmicTicks(range);
      }
      return { range, ticks, isLogarithmic: true };
    };
    const share = ({ range: [low, high], isLogarithmic }, value) => isLogarithmic
      ? (ln(value) - ln(low)) / (ln(high) - ln(low)) : (value - low) / (high - low);
    const tickTexts = ({ ticks, isLogarithmic }) => {
      const sizes = ticks.filter(tick => tick.coefficient !== 0n).map(magnitudeOf);
      const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
      const plainly = tick => spellInText(number(stripped(tick, 0)));
      const withPower = (tick, power) => tick.coefficient === 0n ? plainly(tick)
        : spellInText(number(stripped(shifted(tick, -power), 0), power));
      if (isLogarithmic) {
        if (-4 < least && most < 5) return ticks.map(plainly);
        return ticks.map(tick => tick.coefficient === 1n
          ? withPower(tick, magnitudeOf(tick)).replace('1 × ', '') : withPower(tick, magnitudeOf(tick)));
      }
      return -4 < most && most < 6 ? ticks.map(plainly) : ticks.map(tick => withPower(tick, most));
    };
    """#

  /// What plots show, worked again: an objective by epoch or over one number, sizes of adjoints.
  static let plotRecipes: StaticString = #"""
    // The instructions between inputs and a slot.
    const between = (inputs, target) => {
      const reached = new Uint8Array(names.length), needed = new Uint8Array(names.length);
      for (const input of inputs) reached[input] = 1;
      needed[target] = 1;
      const isBehind = slot => works[slot] && !inputs.includes(slot);
      for (let slot = 0; slot <= target; slot++) {
        if (isBehind(slot) && (reached[first[slot]] || reached[second[slot]])) reached[slot] = 1;
      }
      for (let slot = target; slot >= 0; slot--) {
        if (needed[slot] && isBehind(slot)) needed[first[slot]] = needed[second[slot]] = 1;
      }
      return placesWhere(slot => isBehind(slot) && reached[slot] && needed[slot]);
    };
    const placesWhere = holds => names.flatMap((_, slot) => holds(slot) ? [slot] : []);
    const known = new Map();
    const pathBetween = (inputs, target) => {
      const key = [...inputs, target].join();
      if (!known.has(key)) known.set(key, between(inputs, target));
      return known.get(key);
    };
    // Curves are of doubles, whatever the file's arithmetic.
    const isRounding = name => name === 'single' || name === 'carried', hasRounding = names.some(isRounding);
    const plainly = hasRounding ? works.map((operation, slot) => isRounding(names[slot]) ? u => u : operation) : works;
    const functionOf = (inputs, target) => {
      const path = pathBetween(inputs, target), own = slots.slice();
      const workPlainly = slot => { own[slot] = plainly[slot](own[first[slot]], own[second[slot]]); };
      if (hasRounding) {
        for (let slot = 0; slot <= target; slot++) if (plainly[slot] && !inputs.includes(slot)) workPlainly(slot);
      }
      return (...coordinates) => {
        coordinates.forEach((coordinate, place) => { own[inputs[place]] = coordinate; });
        for (const slot of path) {
          workPlainly(slot);
          if (!Number.isFinite(own[slot])) return NaN;
        }
        return own[target];
      };
    };
    // Of many points the first, the last, and the least and largest of each stretch.
    const thinned = points => {
      if (points.length <= 200) return points;
      const inner = points.length - 2, kept = [points[0]];
      for (let stretch = 0; stretch < 99; stretch++) {
        const own = points.slice(1 + Math.floor(stretch * inner / 99), 1 + Math.floor((stretch + 1) * inner / 99));
        const extremes = [own.reduce((a, b) => b[1] < a[1] ? b : a), own.reduce((a, b) => b[1] > a[1] ? b : a)];
        kept.push(...new Set(extremes.sort((a, b) => a[0] - b[0])));
      }
      return [...kept, points.at(-1)];
    };
    const sampled = (value, [low, high], parts) => Array.from({ length: parts + 1 }, (_, place) => {
      const x = place === parts ? high : low + (high - low) * (place / parts);
      return [x, value(x)];
    });
    const recipes = {
      epochs() {
        if (history.length < 2) return null;
        const least = Math.min(...history), most = Math.max(...history), end = history.length - 1;
        const horizontal = evenScale([0, end]);
        const vertical = least > 0 && most / least > 1000 ? logarithmicScale(history) : evenScale(history);
        const all = history.map((loss, epoch) => [epoch, loss]), ends = [all[0], all[end]], points = thinned(all);
        return { horizontal, vertical, lines: [points], dots: ends, anchors: { plain: ends } };
      },
      curve({ input, objective, slope: slopeSlot, after: afterSlot }) {
        const start = slots[input], slope = slots[slopeSlot], value = functionOf([input], objective), height = value(start);
        const after = afterSlot === undefined ? undefined : slots[afterSlot];
        if (![start, slope, height, after ?? 0].every(Number.isFinite)) return null;
        const radius = radiusOf(value, start, height, slope, after === undefined ? 0 : after - start);
        const here = [start, height], there = after === undefined ? undefined : [after, value(after)];
        if (there && !Number.isFinite(there[1])) return null;
        const whole = evenScale([start - radius, start + radius]), window = windowOf(value, here, slope, whole.range, there);
        if (!(window[0] < start && start < window[1])) return null;
        const isWhole = window.every((end, side) => end === whole.range[side]);
        const horizontal = isWhole ? whole : evenScale([...window, ...(there ? [after] : [])]), [low, high] = horizontal.range;
        const points = sampled(value, window, 80).filter(point => Number.isFinite(point[1]));
        const vertical = evenScale([...points, here, ...(there ? [there] : [])].map(point => point[1]));
        const width = (high - low) / 3, steepness = Math.abs(slope), [floor, top] = vertical.range;
        const fall = steepness * width > height - floor ? (height - floor) / steepness : width;
        const rise = steepness * width > top - height ? (top - height) / steepness : width;
        const ends = slope > 0 ? [fall, rise] : [rise, fall], left = Math.min(ends[0], start - low), right = Math.min(ends[1], high - start);
        const tangent = [[start - left, height - slope * left], [start + right, height + slope * right]];
        const on = part => [0, 1].map(axis => tangent[0][axis] + part * (tangent[1][axis] - tangent[0][axis]));
        const apart = (scale, axis) => (share(scale, there[axis]) - share(scale, here[axis])) * frameSize[axis];
        const path = there && Math.hypot(apart(horizontal, 0), apart(vertical, 1)) >= 1 ? [here, there] : undefined;
        return {
          horizontal, vertical, lines: [points], dashed: [tangent], path, dots: path ? [] : [here],
          anchors: {
            emphasized: [here], changed: there ? [there] : [], adjoint: [1, 0, 0.85, 0.15, 0.7, 0.3].map(on),
          },
        };
      },
      closeUp({ input, objective, slope: slopeSlot, after: afterSlot }) {
        const start = slots[input], slope = slots[slopeSlot], after = slots[afterSlot], value = functionOf([input], objective);
        const middle = start / 2 + after / 2, half = 1.6 * Math.abs(after - start);
        const horizontal = exactScale([middle - half, middle + half], 5);
        if (!horizontal) return null;
        const [low, high] = horizontal.range, here = [start, value(start)], there = [after, value(after)];
        const points = sampled(value, horizontal.range, 20);
        const tangent = [low, high].map(x => [x, here[1] + slope * (x - start)]);
        const heights = [...points, ...tangent, here, there].map(point => point[1]);
        if (!heights.every(Number.isFinite)) return null;
        return {
          horizontal, vertical: evenScale(heights), lines: [points], dashed: [tangent], path: [here, there],
          anchors: { emphasized: [here], changed: [there] },
        };
      },
      sizes({ slots: places }) {
        const means = places.map(slot => slots[slot]);
        if (!means.every(mean => mean > 0 && Number.isFinite(mean))) return null;
        const [least, most] = [Math.min(...means), Math.max(...means)];
        const room = exp(Math.max(ln(most / least) * 0.15, 0.3));
        const horizontal = { range: [0.5, means.length + 0.5], ticks: null, isLogarithmic: false };
        const points = means.map((mean, place) => [place + 1, mean]);
        const vertical = logarithmicScale([least / room, most * room]);
        return { horizontal, vertical, lines: [points], tone: 'adjoint', dots: points, dotsTone: 'adjoint', anchors: { adjoint: points } };
      },
      contours,
    };
    """#
}
