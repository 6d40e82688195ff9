#!/usr/bin/env -S python3 -B
"""Compares the numbers that we read out with what vn-numberwords makes of them.

Usage: words.py plan > PLAN.yaml    prints a plan with 10,000 numbers to read out
       words.py compare FILE.docx   the plan as we built it
Exit 1 on any difference, or when not all of the numbers were found.
"""

import itertools
import random
import sys

SEED = 30
COUNT = 10_000
ALL_BELOW = 2_000  # each of these; what is above is drawn
LENGTHS = range(4, 16)  # digits; vn-numberwords goes by way of floats, which hold no more than 15
SHOWN = 20  # differences printed

PLAN = """\
issuer: {parent: UBND tỉnh Quảng Trị, name: Liên minh Hợp tác xã, code: LMHTX}
number: 1
place: Quảng Trị
date: 2026-03-10
subject: Đọc số bằng chữ
objectives:
%s
recipients: [Các xã]
signature: {tm: Liên minh Hợp tác xã, name: Nguyễn Văn A}"""


def draw(source, length):
    """A number of so many digits: one in three of mostly zeros, and one in three with an end that changes."""
    zeros = source.choice(["", "", "0" * 20])
    digits = [source.choice("123456789")] + source.choices("0123456789" + zeros, k=length - 1)
    if source.randrange(3) == 0:
        digits[-1] = source.choice("145")
    return int("".join(digits))


def numbers():
    """The same 10,000 in every run, none twice."""
    source = random.Random(SEED)
    found = dict.fromkeys(range(ALL_BELOW))
    for length in itertools.cycle(LENGTHS):
        if len(found) == COUNT:
            return list(found)
        found[draw(source, length)] = None


def standard(words):
    """The reference in the words of the resolutions on the state budget, where it has others.

    Resolutions: "1.034.244 tỷ đồng (một triệu, không trăm ba mươi tư nghìn, hai trăm bốn mươi tư tỷ đồng)".
    After "mươi" stand units only, so that these words can be exchanged as texts.
    """
    # Both are said; vn-numberwords has "tư" for the south only, resolutions have it.
    words = words.replace("mươi bốn", "mươi tư")
    # Its slip: "lăm" up to 55, but "năm" in 65, 75, 85 and 95.
    words = words.replace("mươi năm", "mươi lăm")
    # "một nghìn tỷ hai trăm tỷ": it repeats what is said once, at the end.
    counted, billions, rest = words.rpartition(" tỷ")
    return counted.replace(" tỷ", "") + billions + rest


def read_out(path):
    """The words of each item with a dash, without the marks around them."""
    import docx  # here, so that a plan can be printed without it

    texts = (" ".join(p.text.split()) for p in docx.Document(path).paragraphs)
    return [t.removeprefix("- ").rstrip("./;") for t in texts if t.startswith("- ")]


def compare(path):
    from vn_numberwords import number_to_words

    wanted, found = numbers(), read_out(path)
    theirs = [number_to_words(n) for n in wanted]
    ours = [(n, standard(t), f) for n, t, f in zip(wanted, theirs, found)]
    different = [row for row in ours if row[1] != row[2]]
    for number, expected, words in different[:SHOWN]:
        print("DIFF %d\n  expected %s\n  found    %s" % (number, expected, words))
    if len(different) > SHOWN:
        print("… and %d more" % (len(different) - SHOWN))
    if len(found) != len(wanted):
        print("FAIL %d items for %d numbers" % (len(found), len(wanted)))
    as_they_are = sum(t == f for t, f in zip(theirs, found))
    print("words: %d numbers compared, %d different; %d equal without the three exchanges"
          % (len(ours), len(different), as_they_are))
    return bool(different) or len(found) != len(wanted)


def main():
    match sys.argv[1:]:
        case ["plan"]:
            print(PLAN % "\n".join('  - "{{ %d | words }}."' % n for n in numbers()))
        case ["compare", path]:
            sys.exit(compare(path))
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main()
