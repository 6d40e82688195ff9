"""The visual lines of a PDF: its characters as rows by their baseline, and rows as segments."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import groupby

import pdfplumber

BASELINE = 3.0  # pt: characters whose baselines differ by less stand in one row
SMALL = 0.75  # a footnote mark is smaller than this share of the text it stands at
# pt: a wider gap parts two columns. Cells and the blocks of a head stand further apart; the gaps
# of a justified line are wider only in rare short lines, which the comparison joins again.
SPLIT = 18.0
NEAR = 0.4  # share of the size: a mark stands no further from its word
WORD = 0.15  # share of the size: a wider gap parts two words, also without a space character
EDGE = 71.0  # pt (25 mm): page numbers stand this near to the upper or lower edge
LEADER = "\u22ef"  # stands for a row of dots to be filled in
LEAST_DOTS = 8
PAGE_NUMBER = re.compile(r"[-–—\s]*\d{1,4}[-–—\s]*")


@dataclass
class Segment:
    text: str
    baseline: float
    x: float
    row: int


@dataclass
class Page:
    segments: list
    number: str  # the page number printed, "" when there is none


@dataclass
class Glyph:
    text: str
    x0: float
    x1: float
    size: float
    baseline: float


@dataclass
class Row:
    """Glyphs of one baseline; `size` and `baseline` are those of the first, largest ones."""

    size: float
    baseline: float
    glyphs: list


def normal(text):
    """One spelling for what looks alike: ligatures, no-break spaces and hyphens, runs of spaces."""
    text = unicodedata.normalize("NFKC", text).replace("\u2010", "-")
    # Joiners and soft hyphens steer the line breaks and are not seen.
    return " ".join("".join(c for c in text if unicodedata.category(c) != "Cf").split())


def glyphs_of(page):
    """The upright characters. Spaces are left out: the gaps say the same in every producer's PDF."""
    for char in page.chars:
        if char["upright"] and normal(char["text"]):
            # The origin of the glyph, not its box: boxes differ between fonts, baselines do not.
            yield Glyph(char["text"], char["x0"], char["x1"], char["size"], page.height - char["matrix"][5])


def runs_of(glyphs):
    """Neighbours of one size and baseline together, so that a mark of two digits stays whole."""
    runs = []
    for glyph in sorted(glyphs, key=lambda g: (-round(g.size, 1), round(g.baseline, 1), g.x0)):
        last = runs[-1] if runs else None
        if (last and abs(last.size - glyph.size) < 0.1 and abs(last.baseline - glyph.baseline) < 0.1
                and glyph.x0 - last.glyphs[-1].x1 < NEAR * glyph.size):
            last.glyphs.append(glyph)
        else:
            runs.append(Row(glyph.size, glyph.baseline, [glyph]))
    return runs  # large sizes first: a mark comes after the row it belongs to


def leaders_of(page):
    """Drawn lines of dots, as the dots that a word processor sets in their place."""
    for line in page.lines:
        lengths = (line.get("dash") or ((), 0))[0]
        if lengths and lengths[0] == 0:
            # Round dots stand on the baseline, one to a quarter of an em.
            yield Glyph(LEADER, line["x0"], line["x1"], 4 * lengths[1], line["bottom"] + line["linewidth"] / 2)


def with_leaders(glyphs):
    """Rows of dots as one glyph each: how many fill a line is the word processor's choice."""
    for run in runs_of(glyphs):
        for is_dot, group in groupby(run.glyphs, key=lambda g: g.text == "."):
            group = list(group)
            if is_dot and len(group) >= LEAST_DOTS:
                yield Glyph(LEADER, group[0].x0, group[-1].x1, run.size, run.baseline)
            else:
                yield from group


def is_mark_of(run, row):
    """Is the run a raised or lowered mark right beside a character of the row?"""
    if run.size >= SMALL * row.size:
        return False
    middle = run.baseline - 0.3 * run.size
    if not row.baseline - 0.95 * row.size <= middle <= row.baseline + 0.25 * row.size:
        return False
    near, left, right = NEAR * row.size, run.glyphs[0].x0, run.glyphs[-1].x1
    return any(left - near <= other.x1 and other.x0 <= right + near for other in row.glyphs)


def rows_of(glyphs):
    rows = []
    for run in runs_of(glyphs):
        home = next((r for r in rows if is_mark_of(run, r)), None)
        if home is None:
            near = [r for r in rows if abs(r.baseline - run.baseline) <= BASELINE]
            home = min(near, key=lambda r: abs(r.baseline - run.baseline), default=None)
        if home is None:
            rows.append(run)
        else:
            home.glyphs += run.glyphs
    return sorted(rows, key=lambda r: r.baseline)


def segments_of(row, index):
    segments, text, start, last = [], "", 0.0, None
    for glyph in sorted(row.glyphs, key=lambda g: g.x0):
        gap = 0.0 if last is None else glyph.x0 - last.x1
        if last is None or gap > SPLIT:
            if text:
                segments.append(Segment(normal(text), row.baseline, start, index))
            text, start = "", glyph.x0
        elif gap > WORD * min(glyph.size, last.size):
            text += " "
        text += glyph.text
        last = glyph if last is None or glyph.x1 > last.x1 else last
    segments.append(Segment(normal(text), row.baseline, start, index))
    return segments


def read_page(page):
    segments, number = [], ""
    glyphs = [*with_leaders(glyphs_of(page)), *leaders_of(page)]
    for index, row in enumerate(rows_of(glyphs)):
        found = segments_of(row, index)
        at_edge = row.baseline < EDGE or row.baseline > page.height - EDGE
        if at_edge and len(found) == 1 and PAGE_NUMBER.fullmatch(found[0].text):
            number = found[0].text  # kept apart: it is compared as such, not as a line
        else:
            segments += found
    return Page(segments, number)


def read_pdf(path):
    """The pages of the PDF; a file that cannot be read raises."""
    with pdfplumber.open(path) as pdf:
        pages = []
        for page in pdf.pages:
            pages.append(read_page(page))
            page.close()  # else every page's objects stay in memory
        return pages
