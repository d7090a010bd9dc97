"""Workbooks: Excel files whose texts stay texts and whose bytes are the same in every build."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from colabora.archives import same_bytes
from colabora.data_files import FORMULA_STARTS


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
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        # `Workbook.save` would put the present into the properties.
        ExcelWriter(book, archive).save()
    return same_bytes(raw.getvalue())
