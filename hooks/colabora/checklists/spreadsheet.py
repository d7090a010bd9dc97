"""The spreadsheet of all lists: a sheet people print, fill in by hand or share, the same bytes in every build."""

from __future__ import annotations

from dataclasses import dataclass

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from colabora.strings import Strings
from colabora.workbooks import new_workbook, workbook_to_bytes, write_text

TITLE_ROW, SUBTITLE_ROW, HEADER_ROW = 1, 2, 4
# Columns in their order: key of the string in the group `sheet`, width in characters.
COLUMNS = (
    ("stage", 14), ("list", 24), ("number", 5), ("item", 44), ("details", 60), ("role", 18), ("due", 20), ("needs", 32),
    ("state", 12), ("owner", 16), ("date", 12), ("note", 28), ("link", 30), ("list-id", 18), ("item-id", 22),
)  # fmt: skip
TO_FILL_IN = frozenset(("state", "owner", "date", "note"))
STATES = ("todo", "doing", "done", "not-needed")
# On paper the addresses and ids are of no use.
LAST_PRINTED = "note"
INK, PAPER, FIELD = "FF1F3A34", "FFFFFFFF", "FFF6F3EA"
TOP_AND_WRAPPED = Alignment(wrap_text=True, vertical="top")
LINE_BELOW = Border(bottom=Side(style="hair", color="FF999999"))
FIELD_FILL = PatternFill("solid", start_color=FIELD, end_color=FIELD)
LINK_FONT, BOLD = Font(color="FF0B5394", underline="single"), Font(bold=True)


@dataclass(frozen=True)
class Row:
    """One item as the sheet shows it."""

    stage: str
    list: str
    number: int
    item: str
    details: str
    role: str
    due: str
    needs: str
    link: str
    list_id: str
    item_id: str


@dataclass(frozen=True)
class Sheet:
    """All lists in one language."""

    strings: Strings
    subtitle: str
    rows: tuple[Row, ...]


def sheet_to_xlsx(sheet: Sheet, generated: str) -> bytes:
    """Return the sheet as an Excel file; `generated` is the moment written into it (`2026-11-24T08:00:00Z`)."""
    book, work = new_workbook(sheet.strings("sheet.title"), sheet.strings.locale, generated)
    work.title = sheet.strings("sheet.title")[:31]
    _write_head(work, sheet)
    for number, row in enumerate(sheet.rows, start=HEADER_ROW + 1):
        _write_row(work, number, row)
    _offer_states(work, sheet)
    _set_up_page(work, sheet)
    return workbook_to_bytes(book)


def _write_head(work: Worksheet, sheet: Sheet) -> None:
    last = get_column_letter(len(COLUMNS))
    title, subtitle = work.cell(TITLE_ROW, 1), work.cell(SUBTITLE_ROW, 1)
    write_text(title, sheet.strings("sheet.title"))
    write_text(subtitle, sheet.subtitle)
    title.font = Font(size=18, bold=True, color=INK)
    subtitle.font = Font(size=10, color="FF555555")
    work.row_dimensions[TITLE_ROW].height = 28
    for number, (key, width) in enumerate(COLUMNS, start=1):
        cell = work.cell(HEADER_ROW, number)
        write_text(cell, sheet.strings(f"sheet.{key}"))
        cell.font = Font(bold=True, color=PAPER)
        cell.fill = PatternFill("solid", start_color=INK, end_color=INK)
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        work.column_dimensions[get_column_letter(number)].width = width
    work.row_dimensions[HEADER_ROW].height = 24
    work.freeze_panes = f"A{HEADER_ROW + 1}"
    work.auto_filter.ref = f"A{HEADER_ROW}:{last}{HEADER_ROW + max(len(sheet.rows), 1)}"


def _offer_states(work: Worksheet, sheet: Sheet) -> None:
    """Let the state be chosen from a list, and anything else be written as well."""
    words = ",".join(sheet.strings(f"checklist.state-{state}") for state in STATES)
    states = DataValidation("list", formula1=f'"{words}"', allow_blank=True, showErrorMessage=False)
    letter = get_column_letter([key for key, _ in COLUMNS].index("state") + 1)
    states.add(f"{letter}{HEADER_ROW + 1}:{letter}{HEADER_ROW + max(len(sheet.rows), 1)}")
    work.add_data_validation(states)


def _write_row(work: Worksheet, number: int, row: Row) -> None:
    for column, (key, _) in enumerate(COLUMNS, start=1):
        cell = work.cell(number, column)
        cell.alignment = TOP_AND_WRAPPED
        cell.border = LINE_BELOW
        if key in TO_FILL_IN:
            cell.fill = FIELD_FILL
            cell.number_format = "yyyy-mm-dd" if key == "date" else "@"
            continue
        value = getattr(row, key.replace("-", "_"))
        if isinstance(value, int):
            cell.value = value
        else:
            write_text(cell, value)
        if key == "link":
            cell.hyperlink = value
            cell.font = LINK_FONT
        elif key == "item":
            cell.font = BOLD


def _set_up_page(work: Worksheet, sheet: Sheet) -> None:
    printed = [key for key, _ in COLUMNS].index(LAST_PRINTED) + 1
    work.print_area = f"A1:{get_column_letter(printed)}{HEADER_ROW + len(sheet.rows)}"
    work.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    work.page_setup.orientation = "landscape"
    work.page_setup.paperSize = work.PAPERSIZE_A4
    work.page_setup.fitToWidth, work.page_setup.fitToHeight = 1, 0
    work.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    work.page_margins.left = work.page_margins.right = 0.4
    if work.oddFooter:
        work.oddFooter.center.text = sheet.strings("sheet.page", number="&P", count="&N")
    work.sheet_view.zoomScale = 90
