extension PageScript {
  /// Keys and buttons walk through the steps; the address follows.
  ///
  /// The address is `#step`, `#step;predict` or `#;predict`, with other givens behind.
  static let steps: StaticString = #"""
    'use strict';
    (() => {
      const $ = id => document.getElementById(id);
      const isHeading = element => /^H[1-6]$/.test(element.tagName);
      const steps = [...document.querySelectorAll('.step')].filter(step => ![...step.children].every(isHeading));
      const [position, previous, next, status] = ['position', 'previous', 'next', 'status'].map($);
      const [numbered, overview] = position.dataset.words.split('|');
      let current = -1;

      const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
      const where = () => current < 0 ? fill(overview, { count: steps.length })
        : fill(numbered, { number: current + 1, count: steps.length });
      const write = () => {
        const step = current < 0 ? '' : encodeURIComponent(steps[current].id);
        const predicts = document.body.classList.contains('predicting') ? ';predict' : '';
        const kept = location.hash.split(';').slice(1).filter(part => part.includes('=')).map(part => ';' + part).join('');
        const givens = document.body.dataset.givens ?? kept;
        const hash = step || predicts || givens ? '#' + step + predicts + givens : '';
        if (hash !== location.hash) history.replaceState(null, '', hash || location.href.split('#')[0]);
        written = performance.now();
      };
      // Browsers refuse more than a few changes of the address in a second, so the last of several counts.
      let written = -Infinity, timer = 0, sought = null;
      // What was out of sight may turn out higher or lower than thought, once it is laid out on the way.
      const settle = () => {
        const step = sought;
        sought = null;
        if (!step || step !== steps[current]) return;
        const { top, height } = step.getBoundingClientRect();
        if (top >= 0 && top < innerHeight * 0.8) return;
        step.scrollIntoView({ block: height < innerHeight * 0.7 ? 'center' : 'start', behavior: 'instant' });
        if (Math.abs(step.getBoundingClientRect().top - top) > 1) sought = step;
      };
      addEventListener('scrollend', settle);
      // The step of a link stays in view while the page gets its font and is laid out, until the reader moves.
      let linked = null;
      const stay = () => {
        if (!linked) return;
        sought = linked;
        settle();
      };
      new ResizeObserver(stay).observe(document.querySelector('main'));
      document.fonts.ready.then(stay);
      for (const kind of ['wheel', 'pointerdown', 'touchstart', 'keydown']) {
        addEventListener(kind, () => { linked = null; }, { passive: true });
      }
      const address = () => {
        clearTimeout(timer);
        if (performance.now() - written > 150) write(); else timer = setTimeout(write, 150);
      };
      const lightUp = step => {
        for (const shape of document.querySelectorAll('.lit')) shape.classList.remove('lit');
        if (!step) return;
        const select = (list, attribute) => (step.dataset[list] || '').split(' ').filter(Boolean)
          .map(number => `svg [${attribute}~="${number}"]`);
        const selectors = [...select('quantities', 'data-quantity'), ...select('edges', 'data-edge')];
        if (!selectors.length) return;
        for (const shape of document.querySelectorAll(selectors.join())) shape.classList.add('lit');
      };
      const show = () => {
        position.textContent = where();
        previous.disabled = current < 0;
        next.disabled = current === steps.length - 1;
        document.body.classList.toggle('stepping', current >= 0);
        for (const step of document.querySelectorAll('.current')) step.classList.remove('current');
        const step = steps[current];
        if (step) step.classList.add('current');
        lightUp(step);
        address();
      };
      const go = number => {
        if (number < 0 || number >= steps.length) return;
        current = number;
        show();
        const step = steps[number], veil = step.querySelector('.veil');
        step.tabIndex = -1;
        (veil || step).focus({ preventScroll: true });
        const height = step.getBoundingClientRect().height;
        step.scrollIntoView({ block: height < innerHeight * 0.7 ? 'center' : 'start' });
        sought = step;
        status.textContent = where();
      };
      const leave = () => {
        if (current < 0) return;
        current = -1;
        if (document.activeElement) document.activeElement.blur();
        show();
        status.textContent = where();
      };

      // A reader who has scrolled on begins with the step in view.
      const begin = () => {
        const visible = steps.findIndex(step => step.getBoundingClientRect().bottom > innerHeight * 0.25);
        return scrollY < innerHeight / 2 || visible < 0 ? 0 : visible;
      };
      const forth = () => go(current < 0 ? begin() : current + 1);
      const back = () => current === 0 ? leave() : go(current - 1);
      const keys = {
        ArrowRight: forth, j: forth, ArrowLeft: back, k: back,
        Home: () => go(0), End: () => go(steps.length - 1), Escape: leave,
      };
      const takesKeys = element => element.closest('input, select, textarea, [contenteditable], [tabindex="0"]');
      addEventListener('keydown', event => {
        if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
        const isLeaving = event.key === 'Escape';
        if (!Object.hasOwn(keys, event.key) || !isLeaving && takesKeys(event.target)) return;
        if (event.key === 'Home' && current < 0 || event.key === 'End' && current < 0) return;
        event.preventDefault();
        keys[event.key]();
      });
      next.addEventListener('click', forth);
      previous.addEventListener('click', back);
      document.addEventListener('predict', address);
      document.addEventListener('address', address);

      const decoded = text => { try { return decodeURIComponent(text); } catch { return text; } };
      const follow = () => {
        const id = decoded(location.hash.slice(1).split(';')[0]);
        const found = steps.findIndex(step => step.id === id);
        if (found >= 0) go(found); else show();
        linked = found >= 0 ? steps[found] : null;
      };
      addEventListener('hashchange', follow);

      // What is wider than the page is moved by keys; its name says why it takes the focus.
      const [formula, table, figure] = status.dataset.words.split('|');
      const nameOf = element => element.matches('.equation, .wide') ? formula : element.matches('.picture') ? figure : table;
      const frames = document.querySelectorAll('.equation, .wide, .scrolling, .picture');
      // An edge shows that there is more behind it.
      const shade = element => {
        const hidden = element.scrollWidth - element.clientWidth - element.scrollLeft;
        element.classList.toggle('more-before', element.scrollLeft > 1);
        element.classList.toggle('more-behind', hidden > 1);
      };
      const frame = element => {
        shade(element);
        if (element.scrollWidth > element.clientWidth + 1) {
          element.tabIndex = 0;
          element.setAttribute('role', 'group');
          element.setAttribute('aria-label', nameOf(element));
        } else for (const name of ['tabindex', 'role', 'aria-label']) element.removeAttribute(name);
      };
      const observer = new ResizeObserver(entries => { for (const entry of entries) frame(entry.target); });
      for (const element of frames) observer.observe(element);
      document.addEventListener('scroll', event => { if (event.target !== document) shade(event.target); }, true);
      // What is out of sight is laid out when it comes near.
      document.addEventListener('contentvisibilityautostatechange', event => {
        if (!event.skipped && event.target.matches('.equation, .wide, .scrolling, .picture')) frame(event.target);
      });

      document.querySelector('.hint').hidden = false;
      $('controls').hidden = false;
      follow();
    })();
    """#
}
