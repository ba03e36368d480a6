/// What a page does, topic by topic; each script stands alone and finds the others' work in the page.
enum PageScript {
  static let all: [HTMLElement] = [theme, describe, predict, steps].map { .script([$0]) }

  /// Light or dark, against what the system says.
  static let theme: StaticString = #"""
    'use strict';
    (() => {
      const root = document.documentElement, button = document.getElementById('theme');
      const [light, dark] = button.dataset.words.split('|');
      const system = matchMedia('(prefers-color-scheme: dark)');
      const isDark = () => root.dataset.theme ? root.dataset.theme === 'dark' : system.matches;
      const label = () => { button.textContent = isDark() ? light : dark; };
      button.addEventListener('click', () => {
        root.dataset.theme = isDark() ? 'light' : 'dark';
        label();
      });
      system.addEventListener('change', label);
      label();
    })();
    """#
}
