extension LiveScript {
  /// The numbers on the page follow: in formulas, tables, sentences and figures.
  static let numbersOnThePage: StaticString = #"""
    const mathML = 'http://www.w3.org/1998/Math/MathML';
    const element = (name, content, attributes = {}) => {
      const made = document.createElementNS(mathML, name);
      made.append(...[content].flat());
      for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
      return made;
    };
    const sign = (text, form) => element('mo', text, { form });
    const isSign = (candidate, text) => Boolean(candidate) && candidate.localName === 'mo' && text.includes(candidate.textContent);

    // Parentheses are put where a number needs them as it is then: behind a sign, before an exponent. They belong to it.
    const neighbour = (number, side) => {
      let here = number;
      while (here && !here[side]) {
        here = here.parentElement;
        if (!here || !here.matches('math, .piece')) return null;
      }
      here = here && here[side];
      while (here && here.matches('math, .piece')) here = here.firstElementChild;
      return here;
    };
    const context = number => {
      const before = number.previousElementSibling, after = number.nextElementSibling;
      const isCall = before && isSign(before.previousElementSibling, '\u2061');
      const isFenced = isSign(before, '(') && isSign(after, ')') && !isCall;
      const isNegative = number.textContent.startsWith('−');
      let outer = number;
      if (isFenced) {
        number.prepend(before);
        number.append(after);
        const row = number.parentElement;
        if (row.localName === 'mrow' && row.children.length === 1) outer = row;
      }
      const isBase = outer.parentElement.localName === 'msup' && !outer.previousElementSibling;
      const isBehindSign = isSign(outer.previousElementSibling, '+−⋅⊙⊘') || isFenced && isNegative;
      const isFactor = isSign(outer.previousElementSibling, '⋅') || isSign(neighbour(outer, 'nextElementSibling'), '⋅');
      return { whenNegative: isBase || isBehindSign, whenScientific: isBase || isFactor };
    };

    // In a picture both, and the sign of equality, are in the text beside a number.
    const textBeside = (number, side, end) => {
      const node = number[side];
      return node && node.nodeType !== Node.TEXT_NODE ? node[end] : node;
    };
    const relationBefore = number => {
      const before = textBeside(number, 'previousSibling', 'lastChild');
      return before && /[=≈] $/.test(before.data) ? before : null;
    };
    const pictureContext = number => {
      const before = textBeside(number, 'previousSibling', 'lastChild'), after = textBeside(number, 'nextSibling', 'firstChild');
      if (before && after && before.data.endsWith('(') && after.data.startsWith(')')) {
        before.data = before.data.slice(0, -1);
        after.data = after.data.slice(1);
        number.prepend('(');
        number.append(')');
      }
      const isBehindSign = Boolean(before) && before.data.endsWith('· ');
      return { whenNegative: isBehindSign, whenScientific: isBehindSign || Boolean(after) && after.data.startsWith(' ·') };
    };
    const isFenced = ({ whenNegative, whenScientific }, { mantissa, exponent }) =>
      mantissa.isNegative && whenNegative || exponent !== undefined && whenScientific;

    const spellInFormula = (number, found) => {
      if (!found) return number.replaceChildren(element('mn', '–'));
      const { mantissa, exponent } = found, row = [];
      if (mantissa.isNegative) row.push(sign('−', 'prefix'));
      row.push(element('mn', digitsOf(mantissa)));
      if (exponent !== undefined) {
        const raised = [element('mn', String(Math.abs(exponent)))];
        if (exponent < 0) raised.unshift(sign('−', 'prefix'));
        row.push(sign('×', 'infix'), element('msup', [element('mn', '10'), element('mrow', raised)]));
      }
      if (isFenced(number.needs, found)) {
        row.unshift(element('mo', '('));
        row.push(element('mo', ')'));
      }
      number.replaceChildren(...row);
    };
    const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹';
    const spellInText = found => {
      if (!found) return '–';
      const { mantissa, exponent } = found, digits = (mantissa.isNegative ? '−' : '') + digitsOf(mantissa);
      if (exponent === undefined) return digits;
      const raised = [...String(Math.abs(exponent))].map(digit => raisedDigits[digit]).join('');
      return `${digits} × 10${exponent < 0 ? '⁻' : ''}${raised}`;
    };

    // Found at the first change, so that a page that nobody changes costs nothing.
    let bySlot, links, stated, last;
    const prepare = () => {
      if (bySlot) return;
      bySlot = new Map();
      last = new Float64Array(slots.length).fill(NaN);
      const matched = [...document.querySelectorAll('[data-slot]')].map(number => {
        if (number.namespaceURI !== mathML) return number;
        const row = element('mrow', [], { 'data-slot': number.dataset.slot, class: number.className });
        row.append(...(number.localName === 'mn' ? [element('mn', number.textContent)] : [...number.childNodes]));
        number.replaceWith(row);
        return row;
      });
      for (const number of matched) number.needs = (number.namespaceURI === mathML ? context : pictureContext)(number);
      for (const number of matched) {
        const slot = Number(number.dataset.slot);
        if (!bySlot.has(slot)) bySlot.set(slot, []);
        bySlot.get(slot).push(number);
      }
      const following = (relation, numbers, { typed: list }, link) => {
        const own = numbers.map(number => Number(number.dataset.slot)), typed = list && list.split(' ').map(Number);
        const seen = new Float64Array(own.length + (typed || []).length).fill(NaN), dagger = link && link.querySelector('.dagger');
        return relation && own.length ? [{ link, relation, own, typed, dagger, seen, isNew: true }] : [];
      };
      links = [
        ...[...document.querySelectorAll('.link.value')].flatMap(link =>
          following(link.querySelector('mo'), [...link.querySelectorAll('[data-slot]')], link.dataset, link)),
        ...matched.filter(number => number.namespaceURI !== mathML).flatMap(number =>
          following(relationBefore(number), [number], number.dataset, null)),
      ];
      const printedAt = new Map(data.inputs.map(input => [input.slot, input.value]));
      stated = [...document.querySelectorAll('.stated')].map(link => ({
        link, own: [...link.parentElement.querySelectorAll(':scope > .value [data-slot]')].map(number => Number(number.dataset.slot)),
        isPrinted: slot => slots[slot] === printedAt.get(slot),
      }));
    };
    const found = new Map();
    const shownAt = slot => {
      if (Number.isFinite(slots[slot])) return shown(slots[slot], styleOf(slot));
      return null;
    };
    const isMarkedAt = (typed, value) => {
      if (!value) return false;
      if (!Number.isFinite(slots[typed])) return true;
      const typedIn = data.carry ? carriedOn(slots[typed], data.carry) : slots[typed];
      const expected = shown(typedIn, data.style);
      return !equals(value.mantissa, expected.mantissa) || value.exponent !== expected.exponent;
    };
    const isChanged = known => {
      let isAny = known.isNew;
      [...known.own, ...(known.typed || [])].forEach((slot, place) => {
        if (Object.is(known.seen[place], slots[slot])) return;
        known.seen[place] = slots[slot];
        isAny = true;
      });
      known.isNew = false;
      return isAny;
    };
    const relate = (known, isPrinted) => {
      if (!isChanged(known)) return;
      const { link, relation, own, typed, dagger } = known, numbers = own.map(slot => found.get(slot));
      let isExact = numbers.every(number => number && number.isExact) || data.style.isAlwaysEqual;
      if (typed && typed.length === 1 && data.carry && numbers[0] && !data.style.isAlwaysEqual) {
        const raw = slots[typed[0]];
        if (Math.abs(raw - typedIn(numbers[0])) > 1e-12 * Math.abs(raw)) isExact = false;
      }
      const text = relation.textContent.replace(/[=≈](?= ?$)/, isExact ? '=' : '≈');
      if (relation.textContent !== text) relation.textContent = text;
      if (!link) return;
      const isMarked = typed ? typed.some((slot, place) => isMarkedAt(slot, numbers[place])) : Boolean(dagger) && isPrinted;
      let mark = dagger && (dagger.closest('msup') || dagger);
      if (!mark && isMarked) {
        mark = element('msup', [element('mrow', []), element('mo', data.mark, { class: 'dagger' })]);
        link.querySelector('.flow math:last-of-type').append(mark);
        known.dagger = mark.lastElementChild;
      }
      if (mark) mark.style.display = isMarked ? '' : 'none';
    };
    const render = isPrinted => {
      prepare();
      let isAnyChanged = false;
      for (const [slot, numbers] of bySlot) {
        if (Object.is(last[slot], slots[slot]) && found.has(slot)) continue;
        isAnyChanged = true;
        last[slot] = slots[slot];
        const now = shownAt(slot), key = spellInText(now);
        const before = found.get(slot);
        found.set(slot, now);
        if (before !== undefined && spellInText(before) === key) continue;
        for (const number of numbers) {
          if (number.namespaceURI === mathML) spellInFormula(number, now);
          else number.textContent = now && isFenced(number.needs, now) ? `(${key})` : key;
        }
      }
      if (!isAnyChanged) return;
      for (const link of links) relate(link, isPrinted);
      for (const { link, own, isPrinted } of stated) link.style.display = own.every(isPrinted) ? '' : 'none';
    };
    """#
}
