// usage: node read.js PAGE…
// Of each page its givens, the numbers that stand in its formulas by slot, and its instructions, as JSON.
'use strict';
const { load, printed } = require('./page.js');
console.log(JSON.stringify(process.argv.slice(2).map(file => {
  const { data, html } = load(file), code = [];
  for (let place = 0; place < data.instructions.length; place += 3) code.push(data.instructions.slice(place, place + 3).join());
  return { values: data.inputs.map(input => input.value), numbers: Object.fromEntries(printed(html)), code };
})));
