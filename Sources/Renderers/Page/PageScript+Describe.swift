extension PageScript {
  /// What is read out for a figure tells the printed numbers: not where others stand in it, and none before its time.
  static let describe: StaticString = #"""
    'use strict';
    (() => {
      const [, , , changed, hidden] = document.getElementById('status').dataset.words.split('|');
      const all = [...document.querySelectorAll('svg.drawing > desc')].map(desc => ({
        desc, drawing: desc.parentElement, printed: desc.textContent,
        follows: !desc.closest('figure').querySelector('.of-printed'),
      }));
      const isHidden = drawing => {
        const first = document.querySelector('.veil');
        return first && (drawing.querySelector('.veiled')
          || first.compareDocumentPosition(drawing) & Node.DOCUMENT_POSITION_FOLLOWING);
      };
      const describe = () => {
        const isChanged = document.body.classList.contains('changed');
        for (const { desc, drawing, printed, follows } of all) {
          const words = isHidden(drawing) ? hidden : isChanged && follows ? changed : printed;
          if (desc.textContent !== words) desc.textContent = words;
        }
      };
      for (const name of ['veil', 'address', 'live']) document.addEventListener(name, describe);
    })();
    """#
}
