extension LiveScript {
  /// How much is seen of a curve over one number.
  static let curveWindow: StaticString = #"""
    const radiusOf = (value, start, height, slope, step) => {
      const bend = radius => {
        const distances = [-1, -0.5, 0.5, 1].map(part => Math.abs(value(start + part * radius) - height - slope * part * radius));
        if (!distances.every(Number.isFinite)) return NaN;
        const most = Math.max(...distances), rise = Math.abs(slope) * radius;
        return most <= 1e-12 * Math.abs(height) ? 0 : rise === 0 ? 1 : most / rise;
      };
      const least = 1.6 * Math.abs(step);
      let radius = Math.max(1, Math.abs(start), least);
      for (let turn = 0; turn < 4 && bend(radius) > 12 && radius / 2 > least; turn++) radius /= 2;
      for (let turn = 0; turn < 4 && bend(radius) < 0.25; turn++) radius *= 2;
      return radius;
    };
    // How far to both sides a curve is drawn, as `WeightCurve.Window` has it.
    const windowOf = (value, start, slope, [low, high], after) => {
      const sides = [low, high].map(end => {
        const side = [start];
        for (let part = 1; part <= 80; part++) {
          const x = part === 80 ? end : start[0] + (part / 80) * (end - start[0]), height = value(x);
          if (!Number.isFinite(height)) break;
          side.push([x, height]);
        }
        return side;
      });
      const halfway = sides.map(side => Math.abs(side[Math.min(40, side.length - 1)][1] - start[1]));
      const rise = Math.max(Math.abs(slope) * (high - low) / 2, Math.min(...halfway));
      const turnOf = side => {
        let way = 0;
        return side.slice(0, -1).find(([, height], place) => {
          const change = side[place + 1][1] - height, isTurn = way * change < 0;
          if (change !== 0) way = Math.sign(change);
          return isTurn;
        });
      };
      const turns = sides.map(turnOf).filter(turn => turn && Math.abs(turn[1] - start[1]) <= rise);
      const shown = after ? [...turns, after] : turns, heights = [start, ...shown].map(point => point[1]);
      const [least, most] = [Math.min(...heights), Math.max(...heights)];
      const room = rise > 0 ? 5 * Math.max(most - least, turns.length ? rise / 8 : rise / 2) : Infinity;
      const jumps = (first, second) => {
        const large = Math.abs(second[1] - first[1]) / 2;
        for (let turn = 0; turn < 40 && Math.abs(second[1] - first[1]) > large; turn++) {
          const x = first[0] / 2 + second[0] / 2, middle = [x, value(x)];
          if (!Number.isFinite(middle[1])) return true;
          if (Math.abs(first[1] - middle[1]) > Math.abs(second[1] - middle[1])) second = middle; else first = middle;
        }
        return Math.abs(second[1] - first[1]) > large;
      };
      const [floor, top] = [least - room, most + room];
      const endOf = side => {
        const end = side.findIndex((point, place) => point[1] < floor || point[1] > top
          || place > 0 && Math.abs(point[1] - side[place - 1][1]) > (top - floor) / 1000 && jumps(side[place - 1], point));
        return side.at(end < 0 ? -1 : end - 1)[0];
      };
      const [left, right] = sides.map(endOf);
      const reach = Math.max(
        5 * Math.min(start[0] - left, right - start[0]), ...shown.map(point => 1.6 * Math.abs(point[0] - start[0])));
      return [Math.max(left, start[0] - reach), Math.min(right, start[0] + reach)];
    };
    """#
}
