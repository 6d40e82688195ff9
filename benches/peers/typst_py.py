"""Peer: the PyPI package `typst` compiles plan.typ for each row, in one process; PDF/A-2a only, no DOCX.

Usage: typst_py.py CSV COLUMN COUNT OUT
"""

import csv
import resource
import sys
import time
from importlib.metadata import version
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
STANDARD = "a-2a"


def arguments():
    """The names of the communes and the folder to write into."""
    if len(sys.argv) != 5:
        sys.exit(sys.modules["__main__"].__doc__)
    path, column, count, out = sys.argv[1:]
    with open(path, encoding="utf-8-sig", newline="") as file:
        names = [row[column] for row in csv.DictReader(file)]
    if not names:
        sys.exit(f"{path} has no rows")
    # Where the file has fewer rows, its names again, with a number to tell them apart.
    rounds = (at // len(names) + 1 for at in range(int(count)))
    names = [names[at % len(names)] + (f" {turn}" if turn > 1 else "") for at, turn in enumerate(rounds)]
    folder = Path(out)
    folder.mkdir(parents=True, exist_ok=True)
    return names, folder


def report(what, documents, seconds, packages):
    """The line of the result. A peak is that of one process: the largest child's, not the sum of all."""
    own, child = (
        resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    versions = ", ".join(f"{name} {version(name)}" for name in packages)
    print(
        f"{what}: {documents} documents, {seconds:.2f} s, peak {own:.0f} MiB itself, {child:.0f} MiB largest child; "
        f"Python {sys.version.split()[0]}, {versions}"
    )


def main():
    # Here, so that the other script does not load it.
    import typst

    names, folder = arguments()
    start = time.perf_counter()
    compiler = typst.Compiler(
        HERE / "plan.typ", root=ROOT, font_paths=[ROOT / "fonts"], ignore_system_fonts=True
    )
    for at, name in enumerate(names, 1):
        compiler.compile(
            output=folder / f"{at:03}.pdf", format="pdf", sys_inputs={"commune": name}, pdf_standards=STANDARD
        )
    report(f"typst, PDF/{STANDARD.upper()}", len(names), time.perf_counter() - start, ["typst"])


if __name__ == "__main__":
    main()
