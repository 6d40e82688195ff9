"""One DOCX as a package: its parts, their content types, and the relationships between them."""

import posixpath
import zipfile
from collections import Counter

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
MAIN = "word/document.xml"


class Package:
    """The parts of one DOCX, and the findings about them."""

    def __init__(self, path):
        self.findings = []
        with zipfile.ZipFile(path) as archive:
            names = [i.filename for i in archive.infolist() if not i.is_dir()]
            for name, count in Counter(names).items():
                if count > 1:
                    self.add(name, "the part is stored %d times" % count)
            self.parts = {name: archive.read(name) for name in names}
        self.trees = {}
        for name, data in self.parts.items():
            if name.endswith((".xml", ".rels")):
                try:
                    self.trees[name] = etree.fromstring(data)
                except etree.XMLSyntaxError as error:
                    self.add(name, "not well-formed: %s" % error)
        # Parts with text in the WordprocessingML namespace.
        self.word = {n: t for n, t in self.trees.items() if t.tag.startswith(W)}
        if MAIN not in self.word:
            self.add(MAIN, "the main document part is missing")

    def add(self, part, text):
        self.findings.append("%s: %s" % (part, text))


def rels_of(part):
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", name + ".rels")


def check_content_types(package):
    tree = package.trees.get("[Content_Types].xml")
    if tree is None:
        package.add("[Content_Types].xml", "missing")
        return
    defaults = {d.get("Extension").lower(): d.get("ContentType") for d in tree.iter(TYPES + "Default")}
    overrides = {o.get("PartName"): o.get("ContentType") for o in tree.iter(TYPES + "Override")}
    for part in package.parts:
        if part == "[Content_Types].xml":
            continue
        kind = overrides.get("/" + part) or defaults.get(part.rpartition(".")[2].lower())
        if kind is None:
            package.add(part, "no content type")
        elif part in package.word and kind in ("application/xml", "text/xml"):
            # A forgotten override falls back to the default of the ending, and Word refuses the file.
            package.add(part, "a Word part with the general content type %s" % kind)
    for name in overrides:
        if name.lstrip("/") not in package.parts:
            package.add("[Content_Types].xml", "an override for the missing part %s" % name)


def check_relationships(package):
    reached = set()
    for rels, tree in package.trees.items():
        if not rels.endswith(".rels"):
            continue
        folder, name = posixpath.split(rels)
        source = posixpath.join(posixpath.dirname(folder), name[: -len(".rels")])
        if source and source not in package.parts:
            package.add(rels, "belongs to the missing part %s" % source)
        seen = Counter(r.get("Id") for r in tree.iter(RELS + "Relationship"))
        for rid, count in seen.items():
            if count > 1:
                package.add(rels, "the id %s stands %d times" % (rid, count))
        for relation in tree.iter(RELS + "Relationship"):
            if relation.get("TargetMode") == "External":
                continue
            base = "/" + posixpath.dirname(source)
            target = posixpath.normpath(posixpath.join(base, relation.get("Target") or "")).lstrip("/")
            reached.add(target)
            if target not in package.parts:
                package.add(rels, "%s points at the missing part %s" % (relation.get("Id"), target))
    for part, tree in package.trees.items():
        if part.endswith(".rels") or part == "[Content_Types].xml":
            continue
        own = package.trees.get(rels_of(part))
        known = set() if own is None else {r.get("Id") for r in own.iter(RELS + "Relationship")}
        for element in tree.iter(etree.Element):
            for key, rid in element.attrib.items():
                if key.startswith(R) and rid not in known:
                    package.add(part, "uses the unknown relationship %s" % rid)
    for part in package.parts:
        if part not in reached and part != "[Content_Types].xml" and not part.endswith(".rels"):
            package.add(part, "no relationship leads to this part")
