"""Peer: docxtpl fills a DOCX template for each row, then one call of LibreOffice makes all the PDF files.

Usage: docxtpl_soffice.py CSV COLUMN COUNT OUT
"""

import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docxtpl import DocxTemplate

sys.dont_write_bytecode = True  # no __pycache__ in the repository
from typst_py import ROOT, arguments, report

FONT = "Times New Roman"


def wording(text):
    """The same replacement as `wording` of plan.typ."""
    return re.sub("các xã:.*", "các xã", text).replace("các xã", "xã {{ commune }}")


def element(name, **attributes):
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def write(paragraph, text, size=14, bold=False, italic=False, align=ALIGN.CENTER):
    paragraph.alignment = align
    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic = Pt(size), bold, italic
    return paragraph


def rule(paragraph, indent):
    """A line below a centred paragraph, as its border: no drawing."""
    borders = element("w:pBdr")
    borders.append(element("w:bottom", val="single", sz=4, space=1, color="auto"))
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(borders, "w:spacing", "w:ind", "w:jc", "w:rPr")
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm(indent)
    paragraph.paragraph_format.line_spacing = Pt(2)


def table(document, widths):
    made = document.add_table(rows=1, cols=len(widths))
    made.autofit = False
    for column, width in zip(made.columns, widths):
        column.width = Mm(width)
    made.rows[0]._tr.get_or_add_trPr().append(element("w:cantSplit"))
    return made.rows[0].cells


def head(document, plan):
    left, right = table(document, (60, 100))
    write(left.paragraphs[0], plan["issuer"]["parent"].upper(), 13)
    write(left.add_paragraph(), plan["issuer"]["name"].upper(), 13, bold=True)
    rule(left.add_paragraph(), 19)
    number = write(left.add_paragraph(), f"Số: {plan['number']}/KH-{plan['issuer']['code']}", 13)
    write(right.paragraphs[0], "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, bold=True)
    write(right.add_paragraph(), "Độc lập - Tự do - Hạnh phúc", bold=True)
    rule(right.add_paragraph(), 15)
    day = plan["date"]
    text = f"{plan['place']}, ngày {day.day:02} tháng {day.month} năm {day.year}"
    for one in (number, write(right.add_paragraph(), text, italic=True)):
        one.paragraph_format.space_before = Pt(6)

    title = write(document.add_paragraph(), "KẾ HOẠCH", bold=True)
    title.paragraph_format.space_before = Pt(12)
    subject = write(document.add_paragraph(), wording(plan["subject"]), bold=True)
    subject.paragraph_format.left_indent = subject.paragraph_format.right_indent = Mm(15)
    line = document.add_paragraph()
    rule(line, 60)
    line.paragraph_format.space_after = Pt(12)


def body(document, plan):
    def paragraph(text, **style):
        one = write(document.add_paragraph(), text, align=ALIGN.JUSTIFY, **style)
        one.paragraph_format.first_line_indent = Mm(10)
        one.paragraph_format.space_after = Pt(6)
        return one

    def heading(text):
        paragraph(text, bold=True).paragraph_format.keep_with_next = True

    def nodes(these):
        number = 0
        for node in these:
            if isinstance(node, str):
                paragraph("- " + wording(node))
                continue
            number += 1
            if "title" in node:
                heading(f"{number}. {wording(node['title'])}")
            else:
                paragraph(f"{number}. {wording(node['text'])}")
            nodes(node.get("items", []))

    last = len(plan["legal_basis"]) - 1
    for at, basis in enumerate(plan["legal_basis"]):
        day = basis["date"]
        paragraph(
            f"Căn cứ {basis['type']} số {basis['number']} ngày {day.day}/{day.month}/{day.year} "
            f"của {basis['issuer']} {wording(basis['subject'])}{';' if at < last else '.'}",
            italic=True,
        )
    paragraph(wording(plan["preamble"]))
    heading("I. MỤC ĐÍCH, YÊU CẦU")
    nodes(plan["objectives"])
    heading("II. NỘI DUNG THỰC HIỆN")
    nodes(plan["support_contents"])
    heading("III. TỔ CHỨC THỰC HIỆN")
    nodes(plan["implementation"])
    paragraph(wording(plan["closing"]) + "/.")


def signature(document, plan):
    left, right = table(document, (80, 80))
    write(left.paragraphs[0], "Nơi nhận:", 12, bold=True, italic=True, align=ALIGN.LEFT)
    for recipient in plan["recipients"]:
        write(left.add_paragraph(), f"- {wording(recipient)};", 11, align=ALIGN.LEFT)
    write(left.add_paragraph(), f"- Lưu: {plan['archive']}.", 11, align=ALIGN.LEFT)
    write(right.paragraphs[0], f"TM. {plan['signature']['tm'].upper()}", bold=True)
    name = write(right.add_paragraph(), plan["signature"]["name"], bold=True)
    name.paragraph_format.space_before = Mm(25)


def make_template(path):
    """The template, with `{{ commune }}` in the text of the seed plan."""
    plan = yaml.safe_load((ROOT / "plans/224-kh-lmhtx.yaml").read_text(encoding="utf-8"))
    document = Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(14)
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(0), 1
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(20), Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(20)
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = ALIGN.CENTER
    number._p.append(element("w:fldSimple", instr="PAGE"))
    head(document, plan)
    body(document, plan)
    signature(document, plan)
    document.save(path)


def main():
    names, folder = arguments()
    with tempfile.TemporaryDirectory() as work:
        template = Path(work, "template.docx")
        make_template(template)
        # A profile of its own, so that a LibreOffice already open neither takes the call nor is disturbed; made
        # before the clock starts, as a user has one.
        soffice = ["soffice", "--headless", f"-env:UserInstallation={Path(work, 'profile').as_uri()}"]
        subprocess.run([*soffice, "--terminate_after_init"], check=True, capture_output=True)

        start = time.perf_counter()
        one = DocxTemplate(template)
        documents = [folder / f"{at:03}.docx" for at in range(1, len(names) + 1)]
        for name, document in zip(names, documents):
            one.render({"commune": name}, autoescape=True)
            one.save(document)
        filled = time.perf_counter() - start
        for document in documents:
            document.with_suffix(".pdf").unlink(missing_ok=True)
        subprocess.run(
            [*soffice, "--convert-to", "pdf", "--outdir", folder, *documents], check=True, capture_output=True
        )
        seconds = time.perf_counter() - start
    # LibreOffice ends with 0 even where it made nothing.
    missing = [document.name for document in documents if not document.with_suffix(".pdf").exists()]
    if missing:
        raise SystemExit(f"no PDF of {', '.join(missing)}")
    report(f"docxtpl and soffice (DOCX {filled:.2f} s)", len(names), seconds, ["docxtpl", "python-docx"])


if __name__ == "__main__":
    main()
