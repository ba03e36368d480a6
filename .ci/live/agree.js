// usage: node agree.js PAGE OTHER…
// The page works with the givens of each other page, which was written for a file with those givens: all numbers must agree
// in every digit shown. Prints how many were compared.
'use strict';
const { load, printed } = require('./page.js');
const [, , file, ...others] = process.argv;
const page = load(file);
let [count, wrong] = [0, 0];
for (const name of others) {
  const other = load(name);
  if (other.data.inputs.length !== page.data.inputs.length) {
    console.log(`${name}: other inputs`);
    wrong++;
    continue;
  }
  const words = page.run(other.data.inputs.map(input => input.value));
  if (words) {
    console.log(`${name}: ${words}`);
    wrong++;
  }
  const isSame = slot => page.data.operations[page.data.instructions[3 * slot]] === other.data.operations[other.data.instructions[3 * slot]]
    && page.data.instructions[3 * slot + 1] === other.data.instructions[3 * slot + 1]
    && page.data.instructions[3 * slot + 2] === other.data.instructions[3 * slot + 2];
  for (const [slot, text] of printed(other.html)) {
    if (!isSame(slot)) continue;
    count++;
    if (page.text(slot) !== text && wrong++ < 20) console.log(`${name}: slot ${slot} is ${page.text(slot)}, not ${text}`);
  }
}
console.log(count, wrong);
process.exit(wrong ? 1 : 0);
