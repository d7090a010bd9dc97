"""Workbooks: Excel files whose texts stay texts and whose bytes are the same in every build."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from colabora.data_files import FORMULA_STARTS

# The earliest date a ZIP archive can hold; with any other, two builds would differ.
ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def new_workbook(title: str, locale: str, generated: str) -> tuple[Workbook, Worksheet]:
    """Return a workbook with its first sheet; `generated` is the moment written into it (`2026-11-24T08:00:00Z`)."""
    book = Workbook()
    work = book.active
    if not isinstance(work, Worksheet):
        raise TypeError("a new workbook begins with a worksheet")
    properties = book.properties
    properties.title = title
    properties.creator = ""
    properties.language = locale
    properties.created = properties.modified = dt.datetime.fromisoformat(generated.replace("Z", ""))
    return book, work


def write_text(cell: Cell | MergedCell, text: str) -> None:
    """Write a text as text, whatever it begins with: openpyxl takes `=…` for a formula."""
    cell.value = text
    cell.data_type = "s"
    # Keeps it text when somebody edits the cell.
    cell.quotePrefix = text.startswith(FORMULA_STARTS)


def workbook_to_bytes(book: Workbook) -> bytes:
    """Return the workbook's archive with the same dates in every build."""
    raw, packed = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        # `Workbook.save` would put the present into the properties.
        ExcelWriter(book, archive).save()
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, ZIP_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            target.writestr(entry, source.read(name))
    return packed.getvalue()
