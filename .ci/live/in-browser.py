"""usage: in-browser.py PAGE OTHER…

Sets the fields of a page in headless Chromium to the givens of each other page, which longhand made of a file with those
givens, and compares what the two show: every number in formulas and figures, every equation with its signs and marks.
"""
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from browser import Browser

VALUES = "[...document.querySelectorAll('#givens input[type=number]')].map(field => field.value)"
NUMBERS = """[...document.querySelectorAll('[data-slot]')].map(number => [number.dataset.slot,
  number.textContent.replace(/[\\s\\u200B()]/g, '').replace(/10⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+$/, text => '10' + [...text.slice(2)].map(
    digit => '−0123456789'['⁻⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)]).join(''))])"""
EQUATIONS = """[...document.querySelectorAll('.equation')].map(equation => {
  const copy = equation.cloneNode(true);
  for (const hidden of [...copy.querySelectorAll('*')]) if (hidden.style.display === 'none') hidden.remove();
  return copy.textContent.replace(/\\s/g, '');
})"""
PLOTS = """[...document.querySelectorAll('figure[data-recipe] .panel')].map(panel =>
  ['.axis', '.grid', '.line', '.bar'].flatMap(name => [...panel.querySelectorAll(name)]).map(shape => shape.getAttribute('d') || [
    'x', 'y', 'width', 'height'].map(name => shape.getAttribute(name)).join(' ')))"""
CODE = """(data => data.instructions.map((_, place) => place % 3 ? 0 : data.instructions.slice(place, place + 3).join())
  .filter(Boolean))(JSON.parse(document.getElementById('live-data').content.textContent))"""
SET = """(async values => {
  const fields = [...document.querySelectorAll('#givens input[type=number]')];
  const done = new Promise(resolve => document.addEventListener('live', resolve, { once: true }));
  values.forEach((value, place) => {
    fields[place].value = value;
    fields[place].dispatchEvent(new Event('input'));
  });
  await done;
  await new Promise(resolve => setTimeout(resolve, 300));
  return document.querySelector('.live-note').textContent;
})"""
MOST_PIXELS = 0.011
MOST_OTHER_EQUATIONS = 0.05  # parentheses may stand where a hand would leave them out


def most_apart(mine, theirs):
    """The largest distance of coordinates, over plots of the same kind whose axes stand in the same place."""
    most = 0
    for one, other in zip(mine, theirs):
        pairs = [[list(map(float, re.findall(r"-?[\d.]+", text))) for text in pair] for pair in zip(one, other)]
        # Wider numbers beside an axis leave the plot less room; another curve may be the steepest.
        if pairs[0][0][:1] != pairs[0][1][:1] or len(one) != len(other) or any(len(a) != len(b) for a, b in pairs):
            continue
        most = max(most, max(abs(x - y) for a, b in pairs for x, y in zip(a, b)))
    return most


def compare(browser, page, others):
    faults = []
    browser.open(page)
    printed = (browser.js(NUMBERS), browser.js(EQUATIONS))
    goals = []
    for other in others:
        browser.open(other)
        goals.append((other, browser.js(VALUES), dict(browser.js(NUMBERS)), browser.js(EQUATIONS), browser.js(CODE),
                      browser.js(PLOTS)))
    browser.open(page)
    own, count = browser.js(CODE), 0
    for other, values, numbers, equations, code, plots in goals:
        browser.js(f"{SET}({values})")
        found = browser.js(NUMBERS)
        wrong = [(slot, text, numbers[slot]) for slot, text in found if slot in numbers and numbers[slot] != text
                 and own[int(slot)] == code[int(slot)]]
        count += len(found)
        if wrong:
            faults.append(f"{other}: {wrong[:5]}")
        apart = most_apart(browser.js(PLOTS), plots)
        if apart > MOST_PIXELS:
            faults.append(f"{other}: plots are {apart} pixels apart")
        mine = browser.js(EQUATIONS)
        differing = [pair for pair in zip(mine, equations) if pair[0] != pair[1]]
        if len(mine) == len(equations) and len(differing) > MOST_OTHER_EQUATIONS * len(mine):
            faults.append(f"{other}: {len(differing)} of {len(mine)} equations, {differing[:3]}")
    browser.key("r")
    browser.js("new Promise(resolve => setTimeout(resolve, 400))")
    if (browser.js(NUMBERS), browser.js(EQUATIONS)) != printed:
        back = [pair for pair in zip(browser.js(EQUATIONS), printed[1]) if pair[0] != pair[1]]
        faults.append(f"{page}: the key r does not bring the printed values back: {back[:3]}")
    faults += [str(complaint) for complaint in browser.complaints()]
    return count, faults


def main(page, others):
    browser = Browser()
    count, faults = compare(browser, page, others)
    browser.close()
    print(f"{page}: {count} numbers in a browser, {len(faults)} faults")
    for fault in faults:
        print(fault)
    sys.exit(1 if faults or count < 100 else 0)


main(sys.argv[1], sys.argv[2:])
