#!/usr/bin/env python3
"""Compiles every LaTeX document twice and reads what the compiler says about it.

usage: check-latex.py PATH...

Every .tex file given or below a folder given must compile without an error, without a box more than 10 pt too wide or too high,
without a character that its font lacks, and without an undefined or unsettled reference. Exit status 1 names the
file and the fault, and is the answer too where there is no file at all.

PDFLATEX names another compiler than the one found.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

PDFLATEX = os.environ.get("PDFLATEX", "pdflatex")
WIDEST_EXCESS = 10.0  # pt

WARNINGS = re.compile(
    r"LaTeX Warning: (?:Reference|Citation|Label|There were undefined|There were multiply).*"
    r"|.*Rerun to get .*|.*Rerun LaTeX.*|Missing character: .*"
)


def compiled(path, folder):
    """The log of one run, and whether it went through."""
    command = [
        PDFLATEX, "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape",
        f"-output-directory={folder}", str(path.resolve()),
    ]  # fmt: skip
    environment = os.environ | {
        "SOURCE_DATE_EPOCH": "0",
        "FORCE_SOURCE_DATE": "1",
        "max_print_line": "10000",
        "openout_any": "p",
        "TEXMFOUTPUT": folder,
    }
    outcome = subprocess.run(command, cwd=folder, env=environment, capture_output=True, timeout=300)
    return outcome.stdout.decode(errors="replace"), outcome.returncode == 0


def faults(log):
    for match in re.finditer(r"Overfull \\[hv]box \(([0-9.]+)pt too (?:wide|high)\).*", log):
        if float(match[1]) > WIDEST_EXCESS:
            yield match[0]
    for match in WARNINGS.finditer(log):
        yield match[0]


def checked(path):
    """The pages of a document, and what is wrong with it."""
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(2):
            log, passes = compiled(path, folder)
            if not passes:
                start = max(log.find("\n!"), 0)
                return 0, [log[start:].strip()[:600] or "pdflatex failed and said nothing"]
    pages = re.search(r"Output written on .*?\((\d+) pages?", log, re.DOTALL)
    return int(pages[1]) if pages else 0, list(faults(log)) + ([] if pages else ["no page came out"])


def latex_files(places):
    for place in map(pathlib.Path, places):
        if not place.exists():
            sys.exit(f"check-latex: there is no {place}")
        yield from [place] if place.is_file() else place.rglob("*.tex")


def main(places):
    paths = sorted(set(latex_files(places)))
    if not paths:
        print(f"check-latex: no .tex file in {' '.join(places) or 'nothing'}")
        return 1
    total = bad = 0
    with ThreadPoolExecutor(2) as pool:
        for path, (pages, found) in zip(paths, pool.map(checked, paths)):
            print(f"{path}: {pages} pages")
            for fault in found:
                print(f"{path}: {fault}")
            total += pages
            bad += 1 if found else 0
    print(f"check-latex: {len(paths) - bad} of {len(paths)} documents are fine, {total} pages")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
