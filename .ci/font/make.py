#!/usr/bin/env python3
"""Makes Sources/Renderers/Page/MathematicsFont.swift: the characters of formulas from Latin Modern Math.

    pip install fonttools brotli
    python3 .ci/font/make.py /usr/share/texmf/fonts/opentype/public/lm-math/latinmodern-math.otf

Debian's fonts-lmodern holds the font. Whoever adds a character to formulas adds it here, and to GROWING where it grows
with what it holds: the glyphs for that come along with the table MATH, and only theirs are kept. Scripts of scripts get
the shapes of scripts, which only browsers that know the feature ssty tell apart. The same font and the same versions of
fonttools and brotli give the same bytes; a page stays readable without the font, only less well set.
"""
import base64
import io
import os
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

TARGET = os.path.join(os.path.dirname(__file__), "..", "..", "Sources", "Renderers", "Page", "MathematicsFont.swift")
FAMILY = "Longhand Mathematics"

ASCII = range(0x20, 0x7F)
GREEK = [*range(0x391, 0x3A2), *range(0x3A3, 0x3AA), *range(0x3B1, 0x3CA), 0x3D1, 0x3D5, 0x3F5]
# What a browser puts in the place of a single letter: italic Latin (its h stands elsewhere) and small italic Greek;
# capitals of Greek are upright.
ITALIC = [0x210E, *range(0x1D434, 0x1D455), *range(0x1D456, 0x1D468), *range(0x1D6FC, 0x1D71C)]
# Brackets and roots.
GROWING = "()[]|\u221a"
SIGNS = (
    "\u00a0\u00b1\u00b2\u00b3\u00b7\u00b9\u00d7\u00f7\u0302\u02c6\u2020\u2026\u2032\u2202\u2207\u2212\u2217\u2218"
    "\u221a\u2211\u2248\u2260\u2264\u2265\u2295\u2296\u2297\u2298\u2299\u22a4\u22c5\u22ee\u22ef\u22f1\u2061\u2062"
    "\u2016\u2192\u2190\u2191\u2193\u0131\u0237"
)


def keep_what_grows(font):
    """Takes away how other signs grow."""
    growing = {font.getBestCmap()[ord(sign)] for sign in GROWING}
    variants = font["MATH"].table.MathVariants
    for coverage, constructions in (("Vert", "VertGlyphConstruction"), ("Horiz", "HorizGlyphConstruction")):
        covered, made = getattr(variants, coverage + "GlyphCoverage"), getattr(variants, constructions)
        kept = [(name, one) for name, one in zip(covered.glyphs, made) if name in growing]
        covered.glyphs = [name for name, _ in kept]
        setattr(variants, constructions, [one for _, one in kept])
        setattr(variants, coverage + "GlyphCount", len(kept))


def join_scripts(font):
    """Gives scripts of scripts the shapes of scripts."""
    table = font["GSUB"].table
    places = {place for one in table.FeatureList.FeatureRecord if one.FeatureTag == "ssty" for place in one.Feature.LookupListIndex}
    for place in places:
        for part in table.LookupList.Lookup[place].SubTable:
            for name, shapes in getattr(part, "alternates", {}).items():
                part.alternates[name] = [shapes[0]] * len(shapes)


def main():
    source = sys.argv[1]
    options = subset.Options()
    options.flavor = "woff2"
    options.layout_features = ["kern", "ssty", "dtls"]
    options.hinting = False
    options.desubroutinize = True
    options.name_IDs = [0, 1, 2, 4, 5, 6, 13]
    options.notdef_outline = True
    font = TTFont(source)
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    keep_what_grows(font)
    join_scripts(font)
    subsetter = subset.Subsetter(options)
    characters = {*ASCII, *GREEK, *ITALIC, *map(ord, SIGNS)}
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    # The licence asks that what was changed goes by another name.
    for record in font["name"].names:
        if record.nameID in (1, 4):
            record.string = FAMILY
        if record.nameID == 6:
            record.string = FAMILY.replace(" ", "")
    cff = font["CFF "].cff
    cff.fontNames[0] = FAMILY.replace(" ", "")
    cff.topDictIndex[0].FullName = cff.topDictIndex[0].FamilyName = FAMILY
    font.flavor = "woff2"
    buffer = io.BytesIO()
    font.save(buffer)
    text = base64.b64encode(buffer.getvalue()).decode()
    write(text)
    print(f"{len(font.getGlyphOrder())} glyphs, {len(buffer.getvalue())} bytes, {len(text)} as text")
    missing = sorted(c for c in characters if c not in TTFont(source).getBestCmap())
    print("not in the font:", " ".join(f"{c:04x}" for c in missing))


def write(text):
    with open(TARGET, "w") as file:
        file.write(f'''/// The font of formulas on web pages, as WOFF2 in base 64.
///
/// A part of Latin Modern Math (B. Jackowski, P. Strzelczyk and P. Pianowski, GUST e-foundry, 2014) under the GUST Font
/// License, made by `.ci/font/make.py`; see `docs/third-party.md`.
enum MathematicsFont {{
  /// As style sheets call it.
  static let family: StaticString = "{FAMILY}"

  // swift-format-ignore
  static let woff2: StaticString = "{text}"
}}
''')


main()
