extension LiveScript {
  /// The fields, the sliders and the key that brings the printed values back.
  static let controls: StaticString = #"""
    const section = document.getElementById('givens');
    section.append(document.getElementById('live-controls').content.cloneNode(true));
    section.hidden = false;
    const fields = [...section.querySelectorAll('input[type=text]')];
    const sliders = [...section.querySelectorAll('input[type=range]')];
    const note = section.querySelector('.live-note'), restore = section.querySelector('.restore');
    const printed = data.inputs.map(input => input.value);
    const values = [...printed];

    // Before the first change, so that it is as quick as any other.
    section.querySelector('details').addEventListener('toggle', () => { setTimeout(prepareAll, 0); }, { once: true });
    // What plots printed is needed to know where their marks stand.
    let isPrepared = false;
    const prepareAll = () => {
      if (isPrepared) return;
      isPrepared = true;
      prepare();
      setInputs(printed);
      if (workAll()) return;
      if (data.repetition) for (const _ of repeated(data.repetition));
      work(bodyEnd, names.length);
      preparePlots();
    };
    let frame = 0, run = null, timer = 0;
    const isPrinted = () => values.every((value, place) => value === printed[place]);
    const settle = () => document.dispatchEvent(new CustomEvent('live'));
    const goOn = isLate => {
      const limit = performance.now() + 8;
      while (run) {
        if (run.next().done) {
          run = null;
          work(bodyEnd, names.length);
          render(isPrinted());
          drawPlots(isPrinted());
          if (isLate) settle();
        } else if (performance.now() > limit) {
          timer = setTimeout(goOn, 0, true);
          return;
        }
      }
    };
    const follow = () => {
      frame = 0;
      clearTimeout(timer);
      prepareAll();
      setInputs(values);
      const words = workAll();
      run = data.repetition && !words ? repeated(data.repetition) : null;
      if (!run) for (const slot of [...samples, ...epochSlots]) slots[slot] = NaN;
      if (run) history = [];
      const isRepeated = Boolean(run);
      goOn(false);
      if (run || !isRepeated) render(isPrinted());
      if (run || !isRepeated) drawPlots(isPrinted());
      const state = isPrinted();
      say(words, state ? '' : data.following);
      restore.hidden = state;
      document.body.classList.toggle('changed', !state);
      address();
      if (!run) settle();
    };
    const nameOf = place => fields[place].getAttribute('aria-label');
    // What is wrong in a field comes first, then what is wrong with the numbers.
    const say = (words, otherwise) => {
      const wrong = fields.findIndex(field => field.hasAttribute('aria-invalid'));
      const needed = wrong >= 0 && data.inputs[wrong].isPositive ? data.noPositive : data.noNumber;
      const fault = wrong >= 0 ? fill(needed, { name: nameOf(wrong) }) : words;
      if (note.textContent !== (fault || otherwise)) note.textContent = fault || otherwise;
      note.classList.toggle('fault', Boolean(fault));
    };
    const change = () => { if (!frame) frame = requestAnimationFrame(follow); };
    const numberIn = text => {
      const plain = text.trim().replace('−', '-');
      return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain) ? Number(plain) : NaN;
    };
    const set = (place, text, source) => {
      const value = numberIn(text);
      if (!Number.isFinite(value) || data.inputs[place].isPositive && !(value > 0)) {
        fields[place].setAttribute('aria-invalid', 'true');
        say('', '');
        return;
      }
      fields[place].removeAttribute('aria-invalid');
      values[place] = value;
      if (source !== fields[place]) fields[place].value = String(value);
      if (source !== sliders[place]) sliders[place].value = String(value);
      change();
    };
    fields.forEach((field, place) => field.addEventListener('input', () => set(place, field.value, field)));
    sliders.forEach((slider, place) => slider.addEventListener('input', () => set(place, slider.value, slider)));
    const bringBack = () => {
      printed.forEach((value, place) => {
        values[place] = value;
        fields[place].removeAttribute('aria-invalid');
        fields[place].value = sliders[place].value = String(value);
      });
      change();
    };
    restore.addEventListener('click', () => {
      bringBack();
      fields[0].focus({ preventScroll: true });
    });
    addEventListener('keydown', event => {
      if (event.key !== 'r' || event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.target.closest('textarea, select, [contenteditable]')) return;
      event.preventDefault();
      bringBack();
    });

    // A link to a setting: `#step;i1=0.3;w5=0.6`; of givens with one name the second is `x1~2`.
    const keys = fields.map((_, place) => {
      const count = fields.slice(0, place).filter((_, other) => nameOf(other) === nameOf(place)).length;
      return nameOf(place) + (count ? `~${count + 1}` : '');
    });
    const address = () => {
      const parts = keys.map((key, place) => values[place] === printed[place] ? '' : `;${encodeURIComponent(key)}=${values[place]}`);
      if (parts.join('') === document.body.dataset.givens) return;
      document.body.dataset.givens = parts.join('');
      document.dispatchEvent(new CustomEvent('address'));
    };
    const decoded = text => { try { return decodeURIComponent(text); } catch { return text; } };
    const read = () => {
      const parts = location.hash.split(';').slice(1).filter(part => part.includes('='));
      for (const part of parts) {
        const [key, text] = part.split('='), place = keys.indexOf(decoded(key));
        if (place >= 0) set(place, text, null);
      }
      if (parts.length) section.querySelector('details').open = true;
    };
    addEventListener('hashchange', read);
    read();
    """#
}
