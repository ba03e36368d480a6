"""usage: fresh.py LONGHAND FOLDER

Gives one other value to a page in headless Chromium, and compares what it then states, in sentences, tables and pictures,
with the page that longhand makes of a file with that value. Then what a page says of values that cannot be, and what it makes of
addresses that are followed while it is open.
"""
import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from browser import Browser

CONSTANTS = """title: Constants
examples:
  x   | t
  1/2 | 1
  3/2 | 4
fixed: k = 2pi
weights: w = sqrt(2), b = 1/4
y = k*w*x + b
E = (y - t)^2
minimize: E, summed over the examples
rate: eta = 1/1000
"""
LINE = """title: A line through two points
examples:
  x | t
  1 | 2
  3 | 5
weights: w = 1
biases: b = 0
y = w*x + b
E = 1/2*(y - t)^2
minimize: E, averaged over the examples
rate: eta = 0.1
"""
SOFTMAX = """title: Three classes
inputs: x = [1, 2]
weights: W = [0.1, 0.2, 0.3; 0.4, -0.5, 0.6]
targets: t = [0, 1, 0]
z = x*W
p = softmax(z)
L = -sum(t.*ln(p))
minimize: L
rate: eta = 0.1
"""
# A file, what stands in it and what shall stand there, the given and its value.
CASES = [
    (CONSTANTS, "w = sqrt(2)", "w = 3", "w", "3"), (CONSTANTS, "k = 2pi", "k = 0.5", "k", "0.5"),
    (CONSTANTS, "eta = 1/1000", "eta = 0.01", "eta", "0.01"), (LINE, "w = 1", "w = 0", "w", "0"),
    (SOFTMAX, "[1, 2]", "[0, 2]", "x[1,1]", "0"),
    ("two-three-three-two", "u22 = [^,\\n]*", "u22 = 100", "u22", "100"),
    ("multiply-gate", "x = [^,\\n]*", "x = -1", "x", "-1"), ("multiply-gate", "y = [^,\\n]*", "y = 0.123456789", "y", "0.123456789"),
    ("one-neuron", "eta = [^,\\n]*", "eta = 0.0001", "eta", "0.0001"),
    ("carried-numbers", "a = [^,\\n]*", "a = 0", "a", "0"), ("carried-numbers", "b = [^,\\n]*", "b = -1", "b", "-1"),
]
# Each with the place where it stands; a picture's texts in order of the alphabet, as marks may be drawn in another one.
TEXTS = """(() => {
  const isSeen = element => !element.closest('.of-printed, [hidden]') && element.style.display !== 'none';
  const text = element => {
    const copy = element.cloneNode(true);
    for (const hidden of [...copy.querySelectorAll('*')]) if (hidden.style.display === 'none') hidden.remove();
    return copy.textContent.replace(/[\\s\\u2061-\\u2064\\u200B]+/g, '').replace(/×10⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g,
      text => '×10' + [...text.slice(3)].map(digit => '−0123456789'['⁻⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)]).join(''));
  };
  const all = (place, query) => [...place.querySelectorAll(query)].filter(isSeen).map(text);
  const found = {}, isStated = text => /[=≈]/.test(text);
  for (const step of document.querySelectorAll('.step')) {
    const told = [...all(step, '.equation, :not(.statement) > .statement, .chain').filter(isStated), ...all(step, 'td')];
    const drawn = [...step.querySelectorAll('svg')].map(drawing => all(drawing, 'text').sort());
    found[step.id] = [...told, ...drawn.flat()];
  }
  return found;
})()"""
NAMES = "[...document.querySelectorAll('#givens input[type=text]')].map(field => field.getAttribute('aria-label'))"
STATE = "[location.hash, document.querySelectorAll('.veil').length > 0, document.querySelector('.current')?.id]"
# What is typed, and what is then said.
REFUSED = [
    ("one-weight-loss", "t", "1e200", "L has no value: a number in it becomes too large"),
    ("one-neuron", "eta", "-3.25", "eta needs a positive number such as 0.5, with a point"),
    ("adam-step", "alpha", "0", "alpha needs a positive number such as 0.5, with a point"),
]


def source(name):
    return name if "\n" in name else open(f"walkthroughs/{name}/{name}.walk").read().split("\npublished")[0] + "\n"


def page(longhand, folder, text):
    path = f"{folder}/fresh.walk"
    with open(path, "w") as file:
        file.write(text)
    subprocess.run([longhand, "render", path, "--to", "html", "-o", path.replace(".walk", ".html")], check=True, capture_output=True)
    return path.replace(".walk", ".html")


def give(browser, name, value):
    return browser.give([[browser.js(NAMES).index(name), value]])


def compare(browser, longhand, folder):
    faults, count = [], 0
    for name, stands, other, given, value in CASES:
        text = source(name)
        changed = text.replace(stands, other) if "\n" in name else re.sub(rf"(?<![\w.]){stands}", other, text, count=1)
        assert changed != text, (name, stands)
        browser.open(page(longhand, folder, changed))
        fresh = browser.js(TEXTS)
        browser.open(page(longhand, folder, text))
        words = give(browser, given, value)
        live = browser.js(TEXTS)
        for step in fresh.keys() & live.keys():
            count += len(fresh[step])
            if fresh[step] != live[step]:
                pairs = [pair for pair in zip(live[step], fresh[step]) if pair[0] != pair[1]]
                faults.append(f"{text[:30]!r} {other}: {step} {len(live[step])} {len(fresh[step])} {pairs[:6]} {words}")
    return count, faults


def refuse(browser, longhand, folder):
    faults = []
    for name, given, value, expected in REFUSED:
        browser.open(page(longhand, folder, source(name)))
        words = give(browser, given, value)
        if words != expected:
            faults.append(f"{name} with {given} = {value} says {words!r}")
    return faults


def follow(browser, longhand, folder):
    """An address that is followed on the open page does what it does in a new one, and none stops the script."""
    faults = []
    path = page(longhand, folder, source("two-two-two"))
    browser.open(path)
    browser.js("location.hash = '#weight-w2;predict'")
    expected = ["#weight-w2;predict", True, "weight-w2"]
    if (state := browser.until(STATE, expected)) != expected:
        faults.append(f"#weight-w2;predict on the open page: {state}")
    for address in ("#100%", "#weight-w2;100%=3;w2=0.5"):
        browser.open(path, address)
        if browser.until("document.getElementById('controls').hidden", False):
            faults.append(f"{address} stops the script")
    # The panel of the givens may be opened and nothing changed.
    browser.open(page(longhand, folder, source("carried-numbers")))
    before = browser.js(TEXTS)
    browser.js("document.querySelector('#givens details').open = true; new Promise(resolve => setTimeout(resolve, 400))")
    after = browser.js(TEXTS)
    faults += [f"{step} is changed by a look at the givens" for step in before if before[step] != after[step]]
    return faults + [str(complaint)[:300] for complaint in browser.complaints()]


def main(longhand, folder):
    browser = Browser()
    count, faults = compare(browser, longhand, folder)
    faults += refuse(browser, longhand, folder) + follow(browser, longhand, folder)
    browser.close()
    print(f"{count} texts of pages with one other given, {len(faults)} faults")
    for fault in faults:
        print(fault[:1500])
    sys.exit(1 if faults or count < 500 else 0)


main(*sys.argv[1:])
