extension PageScript {
  /// Results hidden behind buttons, wherever they stand on the page, until they are revealed.
  static let predict: StaticString = #"""
    'use strict';
    (() => {
      const toggle = document.getElementById('predict'), all = document.getElementById('reveal-all');
      const status = document.getElementById('status');
      const [reveal, revealed, sign] = all.dataset.words.split('|');
      const results = [...document.querySelectorAll('.result')];
      const fill = (words, name) => words.replace('{name}', name);
      const slotsOf = result => [...result.querySelectorAll('[data-slot]')].map(number => number.dataset.slot);
      const copies = slot => document.querySelectorAll(`[data-slot="${slot}"]`);

      // A value that was not revealed is not given away further on, nor in a figure.
      const veil = () => {
        const open = new Set(results.filter(result => !result.querySelector('.veil')).flatMap(slotsOf));
        const closed = new Set(results.filter(result => result.querySelector('.veil')).flatMap(slotsOf));
        for (const number of document.querySelectorAll('.veiled')) {
          number.classList.remove('veiled');
          number.removeAttribute('aria-hidden');
        }
        for (const slot of closed) {
          if (open.has(slot)) continue;
          for (const number of copies(slot)) {
            number.classList.add('veiled');
            number.setAttribute('aria-hidden', 'true');
          }
        }
      };
      const remaining = () => document.querySelectorAll('.veil').length;
      const open = result => {
        const button = result.querySelector('.veil');
        if (!button) return;
        button.remove();
        result.querySelector('.flow').hidden = false;
      };
      const openOne = result => {
        const step = result.closest('.step');
        open(result);
        veil();
        all.hidden = remaining() === 0;
        step.tabIndex = -1;
        step.focus({ preventScroll: true });
        status.textContent = fill(revealed, result.dataset.name);
      };
      const close = result => {
        if (result.querySelector('.veil')) return;
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'veil';
        button.textContent = sign;
        button.setAttribute('aria-label', fill(reveal, result.dataset.name));
        button.addEventListener('click', () => openOne(result));
        result.querySelector('.flow').hidden = true;
        result.append(button);
      };
      const predicting = isOn => {
        results.forEach(isOn ? close : open);
        veil();
        document.body.classList.toggle('predicting', isOn);
        toggle.setAttribute('aria-pressed', String(isOn));
        all.hidden = !isOn;
        document.dispatchEvent(new CustomEvent('predict'));
      };
      toggle.hidden = results.length === 0;
      toggle.addEventListener('click', () => predicting(toggle.getAttribute('aria-pressed') !== 'true'));
      all.addEventListener('click', () => {
        results.forEach(open);
        veil();
        all.hidden = true;
        toggle.focus();
      });
      const isAsked = /;predict(;|$)/.test(location.hash) || new URLSearchParams(location.search).has('predict');
      if (isAsked) predicting(true);
    })();
    """#
}
