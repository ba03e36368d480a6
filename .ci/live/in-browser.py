"""usage: in-browser.py FOLDER NAME…

Sets the fields of pages in headless Chromium to the givens of other pages, which longhand made of files with those givens
(settings.py), and compares every number in formulas. Of the first others of each, what Chromium shows is compared whole:
numbers in figures, equations with their signs and marks, plots.
"""
import glob
import json
import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from browser import Browser

NUMBERS = """[...document.querySelectorAll('[data-slot]')].map(number => [number.dataset.slot,
  number.textContent.replace(/[\\s\\u200B()]/g, '').replace(/10⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+$/, text => '10' + [...text.slice(2)].map(
    digit => '−0123456789'['⁻⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)]).join(''))])"""
EQUATIONS = """[...document.querySelectorAll('.equation')].map(equation => {
  const copy = equation.cloneNode(true);
  for (const hidden of [...copy.querySelectorAll('*')]) if (hidden.style.display === 'none') hidden.remove();
  return copy.textContent.replace(/\\s/g, '');
})"""
# The step of a figure is named after what it plots.
PLOTS = """Object.fromEntries([...document.querySelectorAll('figure[data-recipe] .panel')].map((panel, number) =>
  [`${panel.closest('.step').id} ${number}`,
    ['.axis', '.grid', '.line'].flatMap(name => [...panel.querySelectorAll(name)]).map(shape => shape.getAttribute('d'))]))"""
MARKS = "[...document.querySelectorAll('figure[data-recipe] .remark')].map(mark => mark.style.display !== 'none')"
WHOLE = 2
MOST_PIXELS = 0.011
MOST_OTHER_EQUATIONS = 0.05  # parentheses may stand where a hand would leave them out


def most_apart(mine, theirs):
    """The largest distance of coordinates, over plots of the same kind whose axes stand in the same place."""
    most = 0
    for one, other in ((mine[name], theirs[name]) for name in mine if name in theirs):
        pairs = [[list(map(float, re.findall(r"-?[\d.]+", text))) for text in pair] for pair in zip(one, other)]
        # Wider numbers beside an axis leave the plot less room.
        if pairs[0][0][:8] != pairs[0][1][:8] or len(one) != len(other) or any(len(a) != len(b) for a, b in pairs):
            continue
        most = max(most, max(abs(x - y) for a, b in pairs for x, y in zip(a, b)))
    return most


def plain(text):
    return re.sub("×10(-?\\d+)$", r"e\1", text.replace("−", "-"))


def read(pages):
    """The givens of pages, the numbers in their formulas by slot, and their instructions, without a browser."""
    made = subprocess.run(["node", ".ci/live/read.js", *pages], capture_output=True, text=True, check=True)
    return json.loads(made.stdout)


def compare(browser, page, others):
    """How many numbers were compared, and what differs."""
    faults, count = [], 0
    whole = {}
    for other in others[:WHOLE]:
        browser.open(other)
        whole[other] = (dict(browser.js(NUMBERS)), browser.js(EQUATIONS), browser.js(PLOTS))
    own = read([page])[0]["code"]
    browser.open(page)
    printed = (browser.js(NUMBERS), browser.js(EQUATIONS))
    for other, goal in zip(others, read(others)):
        words = browser.give(list(enumerate(goal["values"])), is_drawn=other in whole)
        found = browser.js(NUMBERS)
        numbers, equations, plots = whole.get(other, (goal["numbers"], None, None))
        same = [(slot, text) for slot, text in found if slot in numbers and own[int(slot)] == goal["code"][int(slot)]]
        wrong = [(slot, text, numbers[slot]) for slot, text in same if plain(numbers[slot]) != plain(text)]
        count += len(same)
        if wrong or len(same) < 10:
            faults.append(f"{other}: {len(same)} compared, {wrong[:5]}, {words}")
        if equations is None:
            continue
        apart = most_apart(browser.js(PLOTS), plots)
        if apart > MOST_PIXELS:
            faults.append(f"{other}: plots are {apart} pixels apart")
        marks = browser.js(MARKS)
        if marks and not any(marks):
            faults.append(f"{other}: no plot has a mark left")
        mine = browser.js(EQUATIONS)
        differing = [pair for pair in zip(mine, equations) if pair[0] != pair[1]]
        if len(mine) != len(equations) or len(differing) > MOST_OTHER_EQUATIONS * len(mine):
            faults.append(f"{other}: {len(differing)} of {len(mine)} equations, {differing[:3]}")
    browser.js("document.activeElement.blur()")
    browser.key("r")
    browser.until("document.body.classList.contains('changed')", False)
    if (browser.js(NUMBERS), browser.js(EQUATIONS)) != printed:
        back = [pair for pair in zip(browser.js(EQUATIONS), printed[1]) if pair[0] != pair[1]]
        faults.append(f"{page}: the key r does not bring the printed values back: {back[:3]}")
    faults += [str(complaint) for complaint in browser.complaints()]
    return count, faults


def main(folder, names):
    browser, settings, total, faults = Browser(), 0, 0, []
    for name in names:
        page = f"{folder}/{name}-own--1.html"
        others = sorted(set(glob.glob(f"{folder}/{name}-own-*.html")) - {page})
        count, own = compare(browser, page, others)
        settings, total, faults = settings + len(others), total + count, faults + own
    browser.close()
    print(f"{settings} settings in a browser, {total} numbers, {len(faults)} faults")
    for fault in faults:
        print(fault[:1000])
    sys.exit(1 if faults or settings < 100 else 0)


main(sys.argv[1], sys.argv[2:])
