// The calculation of a page without the page: its own script up to where it touches the document's elements.
'use strict';
const fs = require('fs');

const unescape = text => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');

function load(file) {
  const html = fs.readFileSync(file, 'utf8');
  const data = unescape(/<template id="live-data">([\s\S]*?)<\/template>/.exec(html)[1].trim());
  const script = html.split('<script>').map(part => part.split('</script>')[0])
    .find(part => part.includes("getElementById('live-data')"));
  const body = script.slice(script.indexOf('(() => {') + 8, script.indexOf("const mathML ="));
  const names = 'wideExponential wideLogarithm wide exp ln power sin cos tan sinh cosh tanh sigmoid softplus shown plainText carriedOn typedIn data slots names '
    + 'workAll setInputs repeated styleOf work bodyEnd fault';
  const document = { getElementById: () => ({ content: { textContent: data } }) };
  const page = new Function('document', `'use strict';${body}\nreturn { ${names.split(' ').join(', ')} };`)(document);
  page.html = html;
  // Works everything for these values of the inputs; returns what is wrong, or nothing.
  page.run = values => {
    page.setInputs(values);
    const words = page.workAll();
    if (page.data.repetition && !words) for (const _ of page.repeated(page.data.repetition)) ;
    page.work(page.bodyEnd, page.names.length);
    return words;
  };
  page.text = slot => Number.isFinite(page.slots[slot])
    ? page.plainText(page.shown(page.slots[slot], page.styleOf(slot))) : '-';
  return page;
}
// The numbers that stand in the page's formulas, each with its slot, as text.
function printed(html) {
  const found = [], tags = /<(mn|mrow) data-slot="(\d+)"[^>]*>/g;
  for (let match; (match = tags.exec(html)); ) {
    let [end, depth] = [match.index, 0];
    const own = new RegExp(`</?${match[1]}[ >]`, 'g');
    own.lastIndex = match.index;
    for (let tag; (tag = own.exec(html)); ) {
      depth += tag[0][1] === '/' ? -1 : 1;
      end = own.lastIndex;
      if (depth === 0) break;
    }
    const text = html.slice(match.index, end).replace(/<[^>]*>?/g, '').replace(/\s/g, '');
    found.push([Number(match[2]), text.replace(/^−/, '-').replace(/×10(−?)(\d+)$/, (_, minus, digits) => `e${minus && '-'}${digits}`)]);
  }
  return found;
}
module.exports = { load, printed };
