#!/usr/bin/env -S python3 -B
"""Compares our PDFs line for line with what LibreOffice makes of our DOCX files.

Usage: lines.py --pdf DIR --docx DIR [--min-percent 99.5]
Exit 1 when the pages differ, too few lines are equal, a plan has no lines or a file no counterpart.
"""

import argparse
import difflib
import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from itertools import zip_longest
from pathlib import Path

from pdf_lines import Page, read_pdf

SHOWN = 20  # differing lines printed for each plan
SAME_ROW = 5.0  # pt: in a differing block, segments this near in height are compared as one row
MOVED = (5.0, 12.0)  # pt: down and across; a segment found this near was only sorted otherwise
EMPTY = Page([], "")


def find(folder, suffix):
    """Files of one kind below the folder, by their path without the suffix."""
    files = Path(folder).rglob("*" + suffix)
    # Editors leave lock files beside open documents.
    found = [f for f in files if not f.name.startswith(("~$", ".~"))]
    return {str(f.relative_to(folder).with_suffix("")): f for f in found}


def convert(documents, folder):
    """LibreOffice's PDF of each document. One call for all, for its start takes longest."""
    source, target = Path(folder, "docx"), Path(folder, "pdf")
    source.mkdir()
    for index, path in enumerate(documents):  # numbered: names may repeat in sub-folders
        shutil.copyfile(path, source / ("%05d.docx" % index))
    profile = Path(folder, "profile").as_uri()  # its own, or a running office would take the call
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        sys.exit("lines: LibreOffice is not installed")
    command = [program, "-env:UserInstallation=" + profile, "--headless", "--convert-to", "pdf",
               "--outdir", str(target)] + sorted(map(str, source.iterdir()))
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=900)
    return [target / ("%05d.pdf" % index) for index in range(len(documents))]


def read_safely(path):
    """For the worker processes: the pages, or the reason why there are none."""
    try:
        return read_pdf(path)
    except Exception as error:  # a PDF that cannot be read is a finding, not a crash
        return "%s: %s" % (type(error).__name__, error)


def key(text):
    """What is compared: where lines break, not how wide the gaps of a line are."""
    return "".join(text.split())


def as_rows(segments):
    """(key, segments) of each row, with neighbours of nearly the same height joined."""
    rows = []
    for segment in sorted(segments, key=lambda s: (s.baseline, s.x)):
        if rows and segment.baseline - rows[-1][0].baseline <= SAME_ROW:
            rows[-1].append(segment)
        else:
            rows.append([segment])
    rows = [sorted(row, key=lambda s: s.x) for row in rows]
    return [(key("".join(s.text for s in row)), row) for row in rows]


def pair(ours, theirs):
    """Pairs of equal items (as their indexes), and the items left over on either side."""
    matcher = difflib.SequenceMatcher(None, [a for a, _ in ours], [b for b, _ in theirs], autojunk=False)
    pairs = [(i + k, j + k) for i, j, n in matcher.get_matching_blocks() for k in range(n)]
    left, right = {i for i, _ in pairs}, {j for _, j in pairs}
    return (pairs, [a for i, (_, a) in enumerate(ours) if i not in left],
            [b for j, (_, b) in enumerate(theirs) if j not in right])


def compare_page(ours, theirs):
    """(equal on our side, equal on theirs, largest shift of an equal line, lines of a diff)."""
    pairs, left, right = pair([(key(s.text), s) for s in ours.segments], [(key(s.text), s) for s in theirs.segments])
    shift = max((abs(ours.segments[i].baseline - theirs.segments[j].baseline) for i, j in pairs), default=0.0)
    equal = [len(pairs), len(pairs)]

    # Two columns of different pitch may be sorted otherwise; the same text in the same place is equal.
    for segment in list(left):
        twin = next((t for t in right if key(t.text) == key(segment.text) and abs(t.baseline - segment.baseline)
                     <= MOVED[0] and abs(t.x - segment.x) <= MOVED[1]), None)
        if twin is not None:
            left.remove(segment)
            right.remove(twin)
            equal = [equal[0] + 1, equal[1] + 1]

    # One side may have split a row at a gap which the other has not: compare whole rows.
    our_rows, their_rows = as_rows(left), as_rows(right)
    pairs, left, right = pair(our_rows, their_rows)
    equal[0] += sum(len(our_rows[i][1]) for i, _ in pairs)
    equal[1] += sum(len(their_rows[j][1]) for _, j in pairs)

    texts = [("-", row) for row in left] + [("+", row) for row in right]
    texts.sort(key=lambda t: (t[1][0].baseline, t[0] == "+"))
    diff = ["%s %s" % (sign, " | ".join(s.text for s in row)) for sign, row in texts]
    if ours.number != theirs.number:
        diff.append("? page number: ours %r, theirs %r" % (ours.number, theirs.number))
    return equal[0], equal[1], shift, diff


def compare(name, ours, theirs, minimum):
    """Prints the comparison of one plan; returns whether it holds."""
    for side, pages in (("ours", ours), ("theirs", theirs)):
        if isinstance(pages, str):
            print("FAIL %s: %s cannot be read: %s" % (name, side, pages))
            return False
    equal_ours = equal_theirs = numbers = 0
    shift, diff = 0.0, []
    for index, (our_page, their_page) in enumerate(zip_longest(ours, theirs, fillvalue=EMPTY), 1):
        mine, other, moved, lines = compare_page(our_page, their_page)
        equal_ours, equal_theirs, shift = equal_ours + mine, equal_theirs + other, max(shift, moved)
        numbers += our_page.number != their_page.number
        diff += ["p.%d %s" % (index, line) for line in lines]
    total_ours = sum(len(p.segments) for p in ours)
    total_theirs = sum(len(p.segments) for p in theirs)
    # The worse side counts, so that neither missing nor added lines go unnoticed.
    percent = min(100.0 * equal_ours / max(1, total_ours), 100.0 * equal_theirs / max(1, total_theirs))
    good = (len(ours) == len(theirs) and percent >= minimum and numbers == 0
            and total_ours > 0 and total_theirs > 0)
    print("%s %s: pages %d/%d, lines %d/%d, equal %.2f %%, largest shift %.1f pt%s" % (
        "PASS" if good else "FAIL", name, len(ours), len(theirs), total_ours, total_theirs, percent, shift,
        "" if total_ours and total_theirs else ", NO LINES"))
    for line in diff[:SHOWN]:
        print("    " + line)
    if len(diff) > SHOWN:
        print("    … and %d more" % (len(diff) - SHOWN))
    return good


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pdf", required=True, help="folder of our PDFs")
    parser.add_argument("--docx", required=True, help="folder of our DOCX files")
    parser.add_argument("--min-percent", type=float, default=99.5)
    options = parser.parse_args()
    pdfs, documents = find(options.pdf, ".pdf"), find(options.docx, ".docx")
    failed = 0
    for name in sorted(pdfs.keys() ^ documents.keys()):
        print("FAIL %s: no %s" % (name, "DOCX" if name in pdfs else "PDF"))
        failed += 1
    names = sorted(pdfs.keys() & documents.keys())
    if names:
        with ProcessPoolExecutor(os.cpu_count()) as pool, tempfile.TemporaryDirectory() as folder:
            ours = pool.map(read_safely, [pdfs[n] for n in names])  # runs while LibreOffice works
            theirs = pool.map(read_safely, convert([documents[n] for n in names], folder))
            for name, our_pages, their_pages in zip(names, ours, theirs, strict=True):
                failed += not compare(name, our_pages, their_pages, options.min_percent)
    print("lines: %d plans, %d failed (minimum %.1f %%)" % (len(names), failed, options.min_percent))
    return 1 if failed or not names else 0


if __name__ == "__main__":
    sys.exit(main())
