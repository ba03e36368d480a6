extension LiveScript {
  /// The document's calculation: one number for each instruction, all of them worked again for other givens.
  static let calculation: StaticString = #"""
    // What has no operation is set, and not worked.
    const operations = {
      input: null, constant: null, state: null, sample: null, epochs: null,
      add: (u, v) => u + v, subtract: (u, v) => u - v, multiply: (u, v) => u * v, divide: (u, v) => u / v,
      power, negate: u => -u, exp, ln, sqrt: Math.sqrt, abs: Math.abs, sin, cos, tan, sinh, cosh, tanh, sigmoid,
      relu: u => u > 0 ? u : 0, softplus, max: (u, v) => u >= v ? u : v, min: (u, v) => v >= u ? u : v,
      greater: (u, v) => u > v ? 1 : 0, greaterOrEqual: (u, v) => u >= v ? 1 : 0, single: Math.fround,
      carried: u => carriedOn(u, data.carry), typed: u => Number.isFinite(u) ? typedIn(shown(u, data.style)) : u,
      allDigits: u => u,
    };
    const names = [], works = [], first = [], second = [];
    for (let place = 0; place < data.instructions.length; place += 3) {
      const name = data.operations[data.instructions[place]];
      if (!(name in operations)) throw new Error(name);
      names.push(name);
      works.push(operations[name]);
      first.push(data.instructions[place + 1]);
      second.push(data.instructions[place + 2]);
    }
    const slots = new Float64Array(names.length), allDigits = { ...data.style, unit: 'all' };
    const placesOf = name => names.flatMap((other, slot) => other === name ? [slot] : []);
    const samples = placesOf('sample'), epochSlots = placesOf('epochs');
    for (const slot of placesOf('constant')) slots[slot] = data.constants[first[slot]];

    // A number that does not exist makes all that follow from it not exist, whatever a double makes of it.
    const work = (start, end, isStrict = false) => {
      for (let slot = start; slot < end; slot++) {
        const operation = works[slot];
        if (!operation) continue;
        const u = slots[first[slot]], v = slots[second[slot]];
        slots[slot] = isStrict && !(Number.isFinite(u) && Number.isFinite(v)) ? NaN : operation(u, v);
      }
    };
    const isFinite = (start, end) => {
      for (let slot = start; slot < end; slot++) if (works[slot] && !Number.isFinite(slots[slot])) return false;
      return true;
    };
    const setSamples = epoch => {
      for (const slot of samples) if (second[slot] === epoch) slots[slot] = slots[first[slot]];
    };
    const rules = {
      gain: (rule, losses) => (losses.at(-1) - losses.at(-2)) * (rule.isAscent ? 1 : -1) < rule.bound,
      below: rule => rule.slots.every(slot => slots[slot] < rule.bound),
      above: rule => rule.slots.every(slot => slots[slot] > rule.bound),
      within: rule => rule.slots.every((slot, place) =>
        place % 2 || Math.abs(slots[slot] - slots[rule.slots[place + 1]]) <= rule.bound),
    };

    // Epoch after epoch, with a pause offered after each; an epoch whose numbers do not exist does not count.
    const repeated = function* ({ start, head, end, states, most, objective, rule }) {
      for (const slot of samples) slots[slot] = NaN;
      for (const slot of epochSlots) slots[slot] = NaN;
      for (let place = 0; place < states.length; place += 3) slots[states[place]] = slots[states[place + 1]];
      const losses = [], way = [states.filter((_, place) => place % 3 === 0).map(slot => slots[slot])];
      let before = [], epochs = 0;
      const restore = () => {
        before.forEach((value, place) => { slots[states[3 * place]] = value; });
        epochs -= 1;
        work(start, head);
      };
      for (;;) {
        work(start, head);
        if (!isFinite(start, head)) {
          if (epochs === 0) return;
          restore();
          break;
        }
        losses.push(slots[objective]);
        setSamples(epochs);
        if (epochs === most || epochs > 0 && rule && rules[rule.kind](rule, losses)) break;
        work(head, end);
        const next = [];
        for (let place = 0; place < states.length; place += 3) next.push(slots[states[place + 2]]);
        if (!next.every(Number.isFinite)) break;
        before = next.map((_, place) => slots[states[3 * place]]);
        next.forEach((value, place) => { slots[states[3 * place]] = value; });
        way.push(next);
        epochs += 1;
        yield epochs;
      }
      setSamples(-1);
      for (const slot of epochSlots) slots[slot] = epochs;
      history = losses.slice(0, epochs + 1);
      trail = way.slice(0, epochs + 1);
    };

    // By epoch: the objective, and what moves.
    let history = [], trail = [];
    const { start: bodyStart, end: bodyEnd } = data.repetition || { start: names.length, end: names.length };
    const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
    const plain = { unit: 'figures', count: 5, isCut: false, trusted: 15 };
    const told = value => plainText(shown(value, plain)).replaceAll('-', '−');
    // The first quantity without a value, or slope that does not exist, and why.
    const fault = () => {
      for (let place = 0; place < data.spans.length; place += 3) {
        for (let slot = data.spans[place + 1]; slot < data.spans[place + 2]; slot++) {
          const u = slots[first[slot]], v = slots[second[slot]];
          if (!works[slot] || Number.isFinite(slots[slot]) || !Number.isFinite(u) || !Number.isFinite(v)) continue;
          const isTooLarge = names[slot] === 'divide' ? v !== 0 : names[slot] === 'power' ? u > 0 || u < 0 && Number.isInteger(v)
            : names[slot] === 'ln' || names[slot] === 'sqrt' ? false : true;
          const words = isTooLarge ? data.tooLarge : data.complaints[names[slot]];
          const name = data.names[data.spans[place]];
          return fill(words, { name, u: told(u), v: told(v) });
        }
      }
      for (let place = 0; place < data.slopes.length; place += 2) {
        if (!Number.isFinite(slots[data.slopes[place + 1]])) {
          return fill(data.noSlope, { name: data.names[data.slopes[place]] });
        }
      }
      return '';
    };
    // All but the epochs; what stands behind them leans on some of their numbers.
    const workAll = () => {
      work(0, bodyStart);
      work(bodyEnd, names.length);
      const words = fault();
      if (words) work(0, bodyStart, true);
      if (words) work(bodyEnd, names.length, true);
      return words;
    };
    const setInputs = values => values.forEach((value, place) => { slots[data.inputs[place].slot] = value; });
    const styleOf = slot => names[slot] === 'allDigits' ? allDigits : data.style;
    """#
}
