#!/usr/bin/env -S python3 -B
"""Opens every DOCX given as a reader would, and looks for what schema validators let pass.

Usage: docx_view.py FILE.docx…    Exit 1 on any finding, or when no file is given.
"""

import sys
from collections import Counter

import docx
from ooxml_integrity.inspector import check as integrity_check

from docx_package import MAIN, Package, W, check_content_types, check_relationships

STYLE_TYPES = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
REFERENCES = ("REF", "PAGEREF", "NOTEREF")
# What holds a text of its own: a field or a bookmark must not run from one into another.
STORIES = tuple(W + name for name in ("body", "hdr", "ftr", "footnote", "endnote", "comment"))


def val(element, path, default=None):
    """The w:val of the child at `path`, or the default."""
    found = element.find(path) if element is not None else None
    return default if found is None else found.get(W + "val", default)


def check_bookmarks(package):
    names = Counter()
    for part, tree in package.word.items():
        for story in tree.iter(*STORIES):
            opened, closed = set(), set()
            for mark in story.iter(W + "bookmarkStart", W + "bookmarkEnd"):
                mid = mark.get(W + "id")
                start = mark.tag == W + "bookmarkStart"
                if mid in (opened if start else closed):
                    package.add(part, "two bookmark %s with the id %s" % ("starts" if start else "ends", mid))
                if start:
                    names[(mark.get(W + "name") or "").lower()] += 1
                elif mid not in opened:
                    package.add(part, "bookmarkEnd %s without a start before it" % mid)
                (opened if start else closed).add(mid)
            for mid in sorted(opened - closed):
                package.add(part, "bookmarkStart %s without an end" % mid)
    for name, count in names.items():
        if count > 1:
            package.add(MAIN, "%d bookmarks of the name %s" % (count, name))
    for part, tree in package.word.items():
        for link in tree.iter(W + "hyperlink"):
            anchor = link.get(W + "anchor")
            if anchor and anchor.lower() not in names and anchor != "_top":
                package.add(part, "a link to the missing bookmark %s" % anchor)
        # Word prints "Error! Bookmark not defined." where such a field points nowhere.
        codes = [e.text or "" for e in tree.iter(W + "instrText")]
        codes += [e.get(W + "instr") or "" for e in tree.iter(W + "fldSimple")]
        for words in map(str.split, codes):
            if len(words) > 1 and words[0].upper() in REFERENCES and words[1].strip('"').lower() not in names:
                package.add(part, "a field refers to the missing bookmark %s" % words[1])


def content(element, wanted):
    """The children of one kind, also those wrapped in content controls."""
    for child in element:
        if child.tag in wanted:
            yield child
        elif child.tag in (W + "sdt", W + "sdtContent", W + "customXml"):
            yield from content(child, wanted)


def check_tables(package):
    for part, tree in package.word.items():
        tables = [e for e in tree.iter(W + "tbl")]
        for number, table in enumerate(tables, 1):
            check_table(package, part, "table %d" % number, table)


def check_table(package, part, label, table):
    grid = table.find(W + "tblGrid")
    width = 0 if grid is None else len(grid.findall(W + "gridCol"))
    if width == 0:
        package.add(part, "%s has no grid" % label)
    above = set()
    for index, row in enumerate(content(table, (W + "tr",)), 1):
        where = "%s, row %d" % (label, index)
        column = int(val(row, W + "trPr/" + W + "gridBefore", 0))
        merged = set()
        for cell in content(row, (W + "tc",)):
            span = int(val(cell, W + "tcPr/" + W + "gridSpan", 1))
            if span < 1 or column + span > width:
                package.add(part, "%s: a cell of %d columns at column %d of %d" % (where, span, column, width))
            merge = cell.find(W + "tcPr/" + W + "vMerge")
            if merge is not None:
                if merge.get(W + "val", "continue") != "restart" and (column, span) not in above:
                    package.add(part, "%s: a merged cell continues nothing above" % where)
                merged.add((column, span))
            blocks = list(content(cell, (W + "p", W + "tbl")))
            if not blocks or blocks[-1].tag != W + "p":
                package.add(part, "%s: the cell at column %d does not end in a paragraph" % (where, column))
            column += span
        column += int(val(row, W + "trPr/" + W + "gridAfter", 0))
        if column != width:
            package.add(part, "%s: %d columns, the grid has %d" % (where, column, width))
        above = merged


def check_fields(package):
    for part, tree in package.word.items():
        for story in tree.iter(*STORIES):
            stack = []  # one entry for each open field: was its separator seen?
            for element in story.iter(W + "fldChar", W + "instrText"):
                kind = element.get(W + "fldCharType")
                if element.tag == W + "instrText":
                    if not stack or stack[-1]:
                        package.add(part, "a field code outside of a field: %r" % element.text)
                elif kind == "begin":
                    stack.append(False)
                elif not stack:
                    package.add(part, "field %s without a begin" % kind)
                elif kind == "separate":
                    if stack[-1]:
                        package.add(part, "a field is separated twice")
                    stack[-1] = True
                else:
                    stack.pop()
            if stack:
                package.add(part, "%d fields without an end" % len(stack))


def check_styles(package):
    tree = package.word.get("word/styles.xml")
    styles = {} if tree is None else {s.get(W + "styleId"): s.get(W + "type") for s in tree.iter(W + "style")}
    for part, tree in package.word.items():
        for tag, kind in STYLE_TYPES.items():
            for name in sorted({e.get(W + "val") for e in tree.iter(W + tag)}):
                if styles.get(name) != kind:
                    package.add(part, "%s %s: the %s style is not defined" % (tag, name, kind))
        for tag in ("basedOn", "next", "link"):
            for element in tree.iter(W + tag):
                if element.get(W + "val") not in styles:
                    package.add(part, "%s %s: the style is not defined" % (tag, element.get(W + "val")))


def check_numbering(package):
    tree = package.word.get("word/numbering.xml")
    abstracts, numbers = {}, {}
    if tree is not None:
        for abstract in tree.iter(W + "abstractNum"):
            levels = {level.get(W + "ilvl") for level in abstract.iter(W + "lvl")}
            abstracts[abstract.get(W + "abstractNumId")] = levels
        for number in tree.iter(W + "num"):
            numbers[number.get(W + "numId")] = val(number, W + "abstractNumId")
    for nid, abstract in numbers.items():
        if abstract not in abstracts:
            package.add("word/numbering.xml", "num %s: abstractNum %s is not defined" % (nid, abstract))
    for part, tree in package.word.items():
        for properties in tree.iter(W + "numPr"):
            nid, level = val(properties, W + "numId"), val(properties, W + "ilvl", "0")
            if nid is None or nid == "0":  # 0 takes an inherited number away
                continue
            if nid not in numbers:
                package.add(part, "numId %s is not defined" % nid)
            elif level not in abstracts.get(numbers[nid], {level}):
                package.add(part, "numId %s has no level %s" % (nid, level))


def read_as_user(path, package):
    """What a program that reads DOCX files sees; an exception in it is a finding."""
    document = docx.Document(path)
    texts = [p.text for p in document.paragraphs if p.text.strip()]
    if not texts:
        package.add(MAIN, "python-docx reads no text")
    for paragraph in document.paragraphs:
        if paragraph.style is None or not paragraph.style.name:
            package.add(MAIN, "python-docx finds no style for %r" % paragraph.text[:40])
    for section in document.sections:
        sizes = (section.page_width, section.page_height, section.left_margin, section.right_margin)
        if None in sizes or section.page_width <= section.left_margin + section.right_margin:
            package.add(MAIN, "a section without a usable page size")
    core = document.core_properties
    if not (core.title or "").strip():
        package.add("docProps/core.xml", "no title")
    first = document.sections[0]
    return "%d paragraphs, %d tables, %d sections of %.0f x %.0f mm, title %r" % (
        len(texts), len(document.tables), len(document.sections),
        first.page_width.mm, first.page_height.mm, core.title)


CHECKS = (check_content_types, check_relationships, check_bookmarks, check_tables,
          check_fields, check_styles, check_numbering)


def view(path):
    """All findings about one file, and a line that says what was read."""
    summary = "unreadable"
    try:
        package = Package(path)
    except Exception as error:  # whatever a reader stumbles over is the file's fault
        return ["no package: %s: %s" % (type(error).__name__, error)], summary
    try:
        for check in CHECKS:
            check(package)
        summary = read_as_user(path, package)
    except Exception as error:
        package.add(MAIN, "cannot be read: %s: %s" % (type(error).__name__, error))
    for finding in integrity_check(path):
        package.add(finding.part or MAIN, "%s %s %s" % (finding.code, finding.message, finding.where))
    return package.findings, summary


def main(paths):
    if not paths:
        print("docx_view: no files given", file=sys.stderr)
        return 1
    total = 0
    for path in paths:
        findings, summary = view(path)
        total += len(findings)
        print("%s %s: %s" % ("FAIL" if findings else "PASS", path, summary))
        for finding in findings:
            print("    " + finding)
    print("docx: %d files, %d findings" % (len(paths), total))
    return 1 if total else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
