// usage: node compare.js PAGE ELEMENTARY NUMBERS
// Compares the JavaScript of a page with tables that our Swift code wrote: elementary functions bit for bit, shown numbers
// character for character.
'use strict';
const fs = require('fs');
const { load } = require('./page.js');
const [, , file, elementary, numbers] = process.argv;
const page = load(file);

const view = new DataView(new ArrayBuffer(8));
const double = bits => {
  view.setBigUint64(0, BigInt('0x' + bits));
  return view.getFloat64(0);
};
const bits = value => {
  view.setFloat64(0, value);
  return view.getBigUint64(0).toString(16);
};
const isSame = (mine, theirs) => mine === theirs
  || Number.isNaN(double(theirs)) && Number.isNaN(double(mine));
let [count, wrong] = [0, 0];
const complain = words => { if (wrong++ < 20) console.log(words); };

const functions = {
  ...page, root: Math.sqrt,
  wideExp(x) {
    const [value, exponent] = page.wideExponential(page.wide.of(x));
    return page.wide.rounded(value, exponent);
  },
  wideLn: x => page.wide.rounded(page.wideLogarithm(x)),
};
for (const line of fs.readFileSync(elementary, 'utf8').split('\n')) {
  const [name, first, second, result] = line.split(' ');
  if (!result || !functions[name]) continue;
  count++;
  const mine = bits(functions[name](double(first), second === '-' ? undefined : double(second)));
  if (!isSame(mine, result)) complain(`${name} ${first} ${second}: ${mine}, not ${result}`);
}
if (count < 1000) complain(`only ${count} values of elementary functions`);

let shownCount = 0;
for (const line of fs.readFileSync(numbers, 'utf8').split('\n')) {
  const [unit, places, reduction, trusted, value, text, isExact, carried, typed] = line.split(' ');
  if (!typed) continue;
  shownCount++;
  const style = { unit, count: Number(places), isCut: reduction === 'cut', trusted: Number(trusted) };
  const shown = page.shown(double(value), style), mine = page.plainText(shown);
  if (mine !== text || shown.isExact !== (isExact === '1')) {
    complain(`${line}: ${mine} ${shown.isExact}`);
  }
  const on = bits(page.carriedOn(double(value), style));
  if (on !== carried) complain(`${line}: carried ${on}`);
  if (bits(page.typedIn(shown)) !== typed) complain(`${line}: typed ${bits(page.typedIn(shown))}`);
}
if (shownCount < 1000) complain(`only ${shownCount} shown numbers`);
console.log(`${count} values of elementary functions and ${shownCount} shown numbers, ${wrong} wrong`);
process.exit(wrong ? 1 : 0);
