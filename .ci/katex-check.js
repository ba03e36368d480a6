// Puts formulas through KaTeX in strict mode.
//
// usage: node katex-check.js [FILE]
//
// FILE, or standard input, is a JSON array of {tex, display, where}. Every formula that KaTeX refuses is printed with
// its place; the exit status is 1 then. KATEX names the katex.js to use.

const fs = require('fs');
const katex = require(process.env.KATEX || '/usr/share/javascript/katex/katex.js');

const settings = { throwOnError: true, strict: 'error', trust: false, output: 'htmlAndMathml' };

function refusal({ tex, display }) {
  try {
    katex.renderToString(tex, { ...settings, displayMode: display !== false });
    return null;
  } catch (error) {
    return error.message;
  }
}

const formulas = JSON.parse(fs.readFileSync(process.argv[2] || 0, 'utf8'));
let refused = 0;
for (const formula of formulas) {
  const message = refusal(formula);
  if (message === null) continue;
  refused += 1;
  console.log(`${formula.where || 'formula'}: KaTeX refuses ${formula.tex}\n    ${message}`);
}
console.log(`KaTeX ${katex.version}: ${formulas.length - refused} of ${formulas.length} formulas accepted`);
process.exit(refused === 0 ? 0 : 1);
