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
      // What stands for the first time behind a hidden result follows from it, wherever it stands again.
      const hiddenSlots = () => {
        const hidden = new Set(), known = new Set();
        let isBehind = false;
        for (const place of document.querySelectorAll('.result, .step :not(svg *)[data-slot]')) {
          if (place.matches('.result')) {
            const isHidden = place.querySelector('.veil') !== null;
            isBehind ||= isHidden;
            for (const number of place.querySelectorAll('[data-slot]')) {
              if (isHidden && !known.has(number.dataset.slot)) hidden.add(number.dataset.slot);
              if (!isHidden) hidden.delete(number.dataset.slot);
              known.add(number.dataset.slot);
            }
          } else if (!known.has(place.dataset.slot)) {
            known.add(place.dataset.slot);
            if (isBehind) hidden.add(place.dataset.slot);
          }
        }
        // What only figures tell waits for all results.
        if (document.querySelector('.veil')) {
          for (const number of document.querySelectorAll('svg [data-slot]')) {
            if (!known.has(number.dataset.slot)) hidden.add(number.dataset.slot);
          }
        }
        return hidden;
      };

      // A value that was not revealed is not given away further on, nor in a figure.
      const veil = () => {
        const hidden = hiddenSlots();
        for (const number of document.querySelectorAll('[data-slot]')) {
          const isHidden = hidden.has(number.dataset.slot);
          number.classList.toggle('veiled', isHidden);
          if (isHidden) number.setAttribute('aria-hidden', 'true');
          else number.removeAttribute('aria-hidden');
        }
        document.dispatchEvent(new CustomEvent('veil'));
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
      const isPredicting = () => document.body.classList.contains('predicting');
      const predicting = isOn => {
        results.forEach(isOn ? close : open);
        veil();
        document.body.classList.toggle('predicting', isOn);
        toggle.setAttribute('aria-pressed', String(isOn));
        all.hidden = !isOn;
      };
      toggle.hidden = results.length === 0;
      toggle.addEventListener('click', () => {
        predicting(!isPredicting());
        document.dispatchEvent(new CustomEvent('predict'));
      });
      all.addEventListener('click', () => {
        results.forEach(open);
        veil();
        all.hidden = true;
        toggle.focus();
      });
      // The steps follow the address behind this, and write it again.
      const follow = () => { if (/;predict(;|$)/.test(location.hash) && !isPredicting()) predicting(true); };
      addEventListener('hashchange', follow);
      if (new URLSearchParams(location.search).has('predict')) predicting(true);
      follow();
    })();
    """#
}
