#!/usr/bin/env python3
"""Reads every SVG file as XML, then lets a browser draw it and looks where its texts come to stand.

usage: check-figures.py PATH...

Every .svg file given or below a folder given must be well-formed, say what it shows in a title and a description, hold
no script and no reference to anything outside, and have no text that overlaps another one or sticks out of the picture
in headless Chromium. Exit status 1 names the file and the fault, and is the answer too where there is no file at all.
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys
from xml.etree import ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from browser import Browser  # noqa: E402

SVG = "{http://www.w3.org/2000/svg}"
TAGS = {"svg", "title", "desc", "style", "g", "rect", "ellipse", "path", "text", "tspan"}

# The box of a text reaches from the highest accent to the deepest descender of its font; letters and digits fill the
# middle of it.
PLACES = """
(source => {
  document.body.innerHTML = source;
  const picture = document.querySelector('svg'), frame = picture.getBoundingClientRect();
  const texts = [...picture.querySelectorAll('text')].map(text => {
    const box = text.getBoundingClientRect(), trim = 0.22 * box.height;
    return {words: text.textContent, left: box.left, right: box.right, top: box.top + trim, bottom: box.bottom - trim};
  });
  const faults = [];
  texts.forEach((one, index) => {
    if (one.left < frame.left || one.right > frame.right || one.top < frame.top || one.bottom > frame.bottom)
      faults.push(`“${one.words}” sticks out of the picture`);
    for (const other of texts.slice(index + 1))
      if (Math.min(one.right, other.right) - Math.max(one.left, other.left) > 0.5
          && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 0.5)
        faults.push(`“${one.words}” overlaps “${other.words}”`);
  });
  return faults;
})
"""


def xml_faults(path, text):
    if shutil.which("xmllint"):
        outcome = subprocess.run(["xmllint", "--noout", "--nonet", str(path)], capture_output=True, text=True)
        if outcome.returncode != 0:
            yield outcome.stderr.strip()[:300]
            return
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        yield f"not well-formed: {error}"
        return
    if root.tag != SVG + "svg":
        yield f"the outermost element is {root.tag}"
    yield from word_faults(root)
    yield from reference_faults(root, text)


def word_faults(root):
    ids = {}
    for element in root.iter():
        if name := element.get("id"):
            if name in ids:
                yield f"two elements have the id {name}"
            ids[name] = element
    for tag in ("title", "desc"):
        words = root.find(SVG + tag)
        if words is None or not (words.text or "").strip():
            yield f"no {tag}, or an empty one"
        elif words.get("id") not in root.get("aria-labelledby", "").split():
            yield f"aria-labelledby does not name the {tag}"


def reference_faults(root, text):
    for element in root.iter():
        tag = element.tag.removeprefix(SVG)
        if tag not in TAGS:
            yield f"an element that figures do not need: {tag}"
        for name, value in element.attrib.items():
            if name.startswith("on") or name.endswith(("href", "src")) or "url(" in value:
                yield f"a reference or a script: {name}={value!r}"
        if tag == "style" and re.search(r"url\(|@import|//", element.text or ""):
            yield "a style that refers to something"
    if "<!DOCTYPE" in text or "<!ENTITY" in text or "<?" in text:
        yield "a declaration that figures do not need"


def figure_files(places):
    for place in map(pathlib.Path, places):
        if not place.exists():
            sys.exit(f"check-figures: there is no {place}")
        yield from [place] if place.is_file() else place.rglob("*.svg")


def main(places):
    paths = sorted(set(figure_files(places)))
    if not paths:
        print(f"check-figures: no .svg file in {' '.join(places) or 'nothing'}")
        return 1
    passes, texts = True, 0
    browser = Browser()
    for path in paths:
        text = path.read_text(encoding="utf-8")
        faults = list(xml_faults(path, text)) or browser.js(f"{PLACES}({json.dumps(text)})")
        texts += text.count("<text")
        for fault in faults:
            passes = False
            print(f"{path}: {fault}")
    browser.close()
    print(f"check-figures: {len(paths)} figures with {texts} texts {'are fine' if passes else 'have faults'}")
    return 0 if passes else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
