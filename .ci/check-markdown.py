#!/usr/bin/env python3
"""Puts every Markdown document, and every formula in it, through the programs that will show it.

usage: check-markdown.py PATH...

For every .md file given or below a folder given:
  - KaTeX, in strict mode, accepts every formula (one node process for all);
  - cmark-gfm, which is GitHub's Markdown, hands every formula on byte for byte, and none stands where GitHub
    would not see it;
  - pandoc turns every formula into MathML without a warning.
A file with a line `$$` is read as pandoc's Markdown, any other as GitHub's. Exit status 1 names file and formula,
and is the answer too where there is no file or no formula at all.

Needs node, katex, cmark-gfm and pandoc. NODE, KATEX, CMARK and PANDOC name others than those found; without PANDOC,
the one in the Python package pypandoc_binary is used.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections import namedtuple
from concurrent.futures import ThreadPoolExecutor

HERE = pathlib.Path(__file__).resolve().parent
NODE = os.environ.get("NODE", "node")
CMARK = os.environ.get("CMARK", "cmark-gfm")

Formula = namedtuple("Formula", "tex kind")  # kind: display, dollar, code
Document = namedtuple("Document", "path text is_github formulas")


# Formulas as they stand in the file


def displays_and_lines(lines, opening, closing):
    """The content of every display, and the lines outside displays, in order."""
    content = None
    fence = None  # another code fence, which holds no formula
    for line in lines:
        if content is not None:
            if line == closing:
                yield Formula("\n".join(content), "display")
                content = None
            else:
                content.append(line)
        elif fence is not None:
            fence = None if line.strip() == fence else fence
        elif line.startswith("    "):
            pass  # code by indentation
        elif line == opening:
            content = []
        elif line.startswith("```"):
            fence = re.match("`+", line)[0]
        else:
            yield line
    if content is not None:
        yield Formula("\n".join(content), "unclosed")


def inline_formulas(line):
    """The formulas of one line, in both forms; escapes, code and literal dollars are passed over."""
    index = 0
    while index < len(line):
        rest = line[index:]
        if match := re.match(r"\$`([^`]+)`\$", rest):
            yield Formula(match[1], "code")
        elif match := re.match(r"<span>\$</span>|\\.|(`+)(?!`).*?(?<!`)\1(?!`)", rest):
            pass
        elif match := re.match(r"\$([^$]+)\$", rest):
            yield Formula(match[1], "dollar")
        else:
            index += 1
            continue
        index += match.end()


def read(path):
    text = path.read_text(encoding="utf-8")
    lines = text.split("\n")
    is_github = "$$" not in lines
    fences = ("```math", "```") if is_github else ("$$", "$$")
    formulas = []
    for piece in displays_and_lines(lines, *fences):
        formulas += [piece] if isinstance(piece, Formula) else inline_formulas(piece)
    return Document(path, text, is_github, formulas)


# Formulas as they come out of cmark-gfm


def runs(block):
    """What a block shows: ("text", …) for text without a break in it, ("code", …), ("other", …)."""
    for node in block:
        kind = node.tag.rpartition("}")[2]
        if kind in ("text", "code"):
            yield kind, node.text or ""
        elif kind == "html_inline":
            yield "other", node.text or ""
        else:
            yield "other", ""
            yield from runs(node)
            yield "other", ""


def joined(pieces):
    """Neighbouring texts as one."""
    result = []
    for kind, text in pieces:
        if kind == "text" and result and result[-1][0] == "text":
            result[-1] = ("text", result[-1][1] + text)
        else:
            result.append((kind, text))
    return result


def seen_in(block):
    """The formulas GitHub would see in a block, each with the characters beside it."""
    pieces = joined(runs(block))
    for number, (kind, text) in enumerate(pieces):
        before = pieces[number - 1] if number else ("other", "")
        after = pieces[number + 1] if number + 1 < len(pieces) else ("other", "")
        if kind == "code":
            if before[0] == after[0] == "text" and before[1].endswith("$") and after[1].startswith("$"):
                yield Formula(text, "code"), before[1][-2:-1], after[1][1:2]
        elif kind == "text" and before[1] != "<span>":
            body = text[1:] if before[0] == "code" and text.startswith("$") else text
            body = body[:-1] if after[0] == "code" and body.endswith("$") else body
            for match in re.finditer(r"\$([^$]+)\$", body):
                yield Formula(match[1], "dollar"), body[: match.start()][-1:], body[match.end() :][:1]


def cmark_faults(document):
    command = [CMARK, "--to", "xml", "-e", "table", "-e", "strikethrough", "-e", "autolink"]
    xml = subprocess.run(command, input=document.text.encode(), capture_output=True, check=True).stdout
    seen = []
    for node in ElementTree.fromstring(xml).iter():
        kind = node.tag.rpartition("}")[2]
        if kind == "code_block" and node.get("info") == "math":
            seen.append(Formula((node.text or "").removesuffix("\n"), "display"))
        elif kind in ("paragraph", "heading", "table_cell"):
            if "".join(text for _, text in runs(node)).startswith("| "):
                yield "a table that GitHub takes for a paragraph"
            for formula, before, after in seen_in(node):
                seen.append(formula)
                yield from gluing_faults(formula, before, after)
    yield from differences(document.formulas, seen)


def gluing_faults(formula, before, after):
    """What github/markup's issue 1742 says GitHub does not see as a formula."""
    if formula.kind == "code" and before.isalpha():
        yield f"glued to a letter: $`{formula.tex}`$"
    if formula.kind == "dollar":
        if before and not before.isspace() or after and not (after.isspace() or after in ".,;:!?"):
            yield f"glued to {before + after!r}: ${formula.tex}$"
        if re.search(r"[^A-Za-z0-9\\]_", formula.tex):
            yield f"an underscore that can open emphasis: ${formula.tex}$"


def differences(written, seen):
    for expected, found in zip(written, seen):
        if expected != found:
            yield f"cmark-gfm makes of the {expected.kind} {expected.tex}\n    the {found.kind} {found.tex}"
            return
    if len(written) != len(seen):
        shorter = min(len(written), len(seen))
        first = (written if len(written) > shorter else seen)[shorter]
        yield f"cmark-gfm keeps {len(seen)} of {len(written)} formulas; the first without a partner: {first.tex}"


# Pandoc


def pandoc_path():
    if "PANDOC" in os.environ:
        return os.environ["PANDOC"]
    try:
        import pypandoc

        return pypandoc.get_pandoc_path()
    except ImportError:
        return "pandoc"


def pandoc_faults(document, pandoc):
    reader = "gfm+tex_math_dollars+tex_math_gfm" if document.is_github else "markdown"
    command = [pandoc, "-f", reader, "-t", "html", "--mathml", "--fail-if-warnings"]
    # GitHub documents this spelling of a literal dollar; pandoc knows another.
    text = document.text.replace("<span>$</span>", r"\$") if document.is_github else document.text
    outcome = subprocess.run(command, input=text, capture_output=True, text=True)
    if outcome.returncode != 0:
        yield f"pandoc refuses: {outcome.stderr.strip()}"
    count = outcome.stdout.count("<math ")
    if outcome.returncode == 0 and count != len(document.formulas):
        yield f"pandoc sees {count} formulas where {len(document.formulas)} are written"


# All of it


def katex_passes(documents):
    items = [
        {"tex": formula.tex, "display": formula.kind == "display", "where": str(document.path)}
        for document in documents
        for formula in document.formulas
    ]
    script = [NODE, str(HERE / "katex-check.js")]
    return subprocess.run(script, input=json.dumps(items), text=True).returncode == 0


def faults(document, pandoc):
    found = [f"a display without an end: {f.tex}" for f in document.formulas if f.kind == "unclosed"]
    if document.is_github:
        found += cmark_faults(document)
    return found + list(pandoc_faults(document, pandoc))


def markdown_files(places):
    for place in map(pathlib.Path, places):
        if not place.exists():
            sys.exit(f"check-markdown: there is no {place}")
        yield from [place] if place.is_file() else place.rglob("*.md")


def main(places):
    paths = sorted(set(markdown_files(places)))
    documents = [read(path) for path in paths]
    count = sum(len(document.formulas) for document in documents)
    if not count:
        print(f"check-markdown: no formula in {len(paths)} Markdown files of {' '.join(places) or 'nothing'}")
        return 1
    passes = katex_passes(documents)
    pandoc = pandoc_path()
    with ThreadPoolExecutor(2) as pool:
        for document, found in zip(documents, pool.map(lambda each: faults(each, pandoc), documents)):
            for fault in found:
                passes = False
                print(f"{document.path}: {fault}")
    print(f"check-markdown: {count} formulas in {len(documents)} files {'are fine' if passes else 'have faults'}")
    return 0 if passes else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
