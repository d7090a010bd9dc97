"""Case studies as tables: one line a case in CSV, and a workbook with a sheet for each list that a case has.

Column names of the CSV are the keys of the front matter, the same in every language; a list stands in one cell, its
entries parted by `; `. The workbook speaks the reader's language and is what spreadsheet programs open best.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from colabora.case_studies.model import CaseStudy
from colabora.data_files import LICENCE_ADDRESS, Release, safe_text
from colabora.schemas import CaseStudyFrontMatter, Price, Site
from colabora.strings import Strings
from colabora.workbooks import new_workbook, workbook_to_bytes, write_text

Value = str | int | float | None
SINGLE = (
    "name", "kind", "country", "partner", "setting", "population", "started", "status", "status_as_of", "place_type",
    "founder_type", "host", "operator", "legal_form",
)  # fmt: skip
CSV_COLUMNS = (
    "slug", "title", "description", *SINGLE, "sites", "latitude", "longitude", "area_m2", "desks", "prices", "funding",
    "figures", "stages", "confirms", "complicates", "contradicts", "sources", "provenance", "reviewed_by_space",
    "last_checked", "lang", "url", "licence",
)  # fmt: skip
# Keys whose values are words of a group of interface strings.
WORDS = {"kind": "case-kind", "setting": "setting", "status": "status", "place_type": "place-type",
         "founder_type": "founder-type", "host": "host", "operator": "operator"}  # fmt: skip
INK, PAPER = "FF1F3A34", "FFFFFFFF"
TOP_AND_WRAPPED = Alignment(wrap_text=True, vertical="top")


def cases_to_csv(cases: Iterable[CaseStudy], release: Release) -> bytes:
    """Return one line a case (RFC 4180) in UTF-8 with a byte order mark, without which Excel spoils every ā and é."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(CSV_COLUMNS)
    for case in cases:
        row = _csv_row(case, release)
        writer.writerow([safe_text(v) if isinstance(v := row[name], str) else v for name in CSV_COLUMNS])
    return out.getvalue().encode("utf-8-sig")


def _csv_row(case: CaseStudy, release: Release) -> dict[str, Value]:
    known = case.front_matter
    # A place on the map is exact only where a case has one site; its sites are all in the GeoJSON.
    site = known.sites[0] if len(known.sites) == 1 else None
    return {
        "slug": case.slug,
        "title": known.title,
        "description": known.description,
        **{name: getattr(known, name) for name in SINGLE},
        "sites": "; ".join(s.name if s.name == s.place else f"{s.name} ({s.place})" for s in known.sites),
        "latitude": site.coordinates[0] if site and site.coordinates else None,
        "longitude": site.coordinates[1] if site and site.coordinates else None,
        "area_m2": site.area_m2 if site else None,
        "desks": site.desks if site else None,
        "prices": "; ".join(map(_price, known.prices)),
        "funding": "; ".join(f"{f.amount} {f.currency} {f.source_type} ({f.year}, {f.source})" for f in known.funding),
        "figures": "; ".join(f"{f.what}: {f.value} {f.unit} ({f.as_of}, {f.source})" for f in known.figures),
        "stages": "; ".join(known.stages),
        **{verdict: _cited(case, verdict) for verdict in ("confirms", "complicates", "contradicts")},
        "sources": "; ".join(known.sources),
        "provenance": known.provenance,
        "reviewed_by_space": known.reviewed_by_space,
        "last_checked": known.last_checked,
        "lang": case.page.locale,
        "url": release.absolute(case.address),
        "licence": release.licence,
    }


def _price(price: Price) -> str:
    return f"{price.amount} {price.currency}/{price.unit} ({price.year}, VAT {price.vat}, {price.source})"


def _cited(case: CaseStudy, verdict: str) -> str:
    return "; ".join(c.practice.slug for c in case.practices if c.verdict == verdict)


@dataclass(frozen=True)
class Column:
    """A column of a sheet: the string that heads it, its width in characters, what stands in it."""

    heading: str
    width: int
    values: tuple[Value, ...]


def cases_to_xlsx(strings: Strings, cases: tuple[CaseStudy, ...], release: Release) -> bytes:
    """Return a workbook in the reader's language: cases, sites, prices, funding, figures and practices."""
    book, work = new_workbook(strings("case-data.title"), strings.locale, release.generated)
    about = strings(
        "sheet.subtitle",
        site=release.site_name,
        version=release.version,
        date=release.generated[:10],
        licence=release.licence,
    )
    for number, (key, columns) in enumerate(_sheets(strings, cases, release)):
        sheet = work if number == 0 else book.create_sheet()
        sheet.title = strings(key)[:31]
        _write_sheet(sheet, strings, columns, f"{about} – {LICENCE_ADDRESS}")
    return workbook_to_bytes(book)


def _sheets(
    strings: Strings, cases: tuple[CaseStudy, ...], release: Release
) -> Iterator[tuple[str, tuple[Column, ...]]]:
    yield "case-data.title", tuple(_case_columns(strings, cases, release))
    yield "case.sites", _list_columns(cases, lambda f: f.sites, _SITE, strings)
    yield "case.prices", _list_columns(cases, lambda f: f.prices, _PRICE, strings)
    yield "case.funding", _list_columns(cases, lambda f: f.funding, _FUNDING, strings)
    yield "case.figures", _list_columns(cases, lambda f: f.figures, _FIGURE, strings)
    cited = [(case, citation) for case in cases for citation in case.practices]
    yield (
        "case-data.practices",
        (
            Column("case-data.slug", 24, tuple(case.slug for case, _ in cited)),
            Column("kind.practice", 44, tuple(citation.practice.title for _, citation in cited)),
            Column("case-data.verdict", 18, tuple(strings(f"verdict.{c.verdict}") for _, c in cited)),
            Column("case-data.note", 80, tuple(citation.note for _, citation in cited)),
        ),
    )


def _case_columns(strings: Strings, cases: tuple[CaseStudy, ...], release: Release) -> Iterator[Column]:
    def column(heading: str, width: int, value: Callable[[CaseStudyFrontMatter], Value]) -> Column:
        return Column(heading, width, tuple(value(case.front_matter) for case in cases))

    yield Column("case-data.slug", 24, tuple(case.slug for case in cases))
    yield column("case-data.name", 30, lambda f: f.name)
    yield column("case-data.description", 60, lambda f: f.description)
    yield column("case-data.country", 14, lambda f: strings.country(f.country))
    for key in ("kind", "setting", "status", "place_type", "founder_type", "host", "operator"):
        heading = "case-data.kind" if key == "kind" else f"case.{key.replace('_', '-')}"
        yield Column(heading, 20, tuple(_word(strings, key, getattr(case.front_matter, key)) for case in cases))
    yield column("case-data.status-as-of", 12, lambda f: f.status_as_of)
    yield column("case.legal-form", 20, lambda f: f.legal_form)
    yield column("case.population", 12, lambda f: f.population)
    yield column("case.started", 9, lambda f: f.started)
    yield column("case.partner", 22, lambda f: f.partner)
    yield column("case.stages", 24, lambda f: ", ".join(f.stages))
    yield column("case-data.sources", 40, lambda f: ", ".join(f.sources))
    yield column("case-data.last-checked", 13, lambda f: f.last_checked)
    yield Column("case-data.link", 50, tuple(release.absolute(case.address) for case in cases))


def _word(strings: Strings, key: str, value: str | None) -> str | None:
    return strings(f"{WORDS[key]}.{value}") if value else None


Fields = tuple[tuple[str, int, str], ...]
_SITE: Fields = (
    ("case.site", 34, "name"), ("case.place", 30, "place"), ("case-data.latitude", 11, "latitude"),
    ("case-data.longitude", 11, "longitude"), ("case.opened", 12, "opened"), ("case.closed", 12, "closed"),
    ("case.status", 18, "status"), ("case-data.area-m2", 12, "area_m2"), ("case.desks", 9, "desks"),
)  # fmt: skip
_PRICE: Fields = (
    ("case.amount", 12, "amount"), ("case-data.currency", 10, "currency"), ("case-data.unit", 12, "unit"),
    ("case.year", 8, "year"), ("case.vat", 14, "vat"), ("case-data.note", 60, "note"), ("case.source", 16, "source"),
)  # fmt: skip
_FUNDING: Fields = (
    ("case.amount", 14, "amount"), ("case-data.currency", 10, "currency"), ("case.from", 18, "source_type"),
    ("case.year", 8, "year"), ("case-data.note", 60, "note"), ("case.source", 16, "source"),
)  # fmt: skip
_FIGURE: Fields = (
    ("case.what", 60, "what"), ("case.value", 14, "value"), ("case-data.unit", 14, "unit"), ("case.year", 10, "as_of"),
    ("case.source", 16, "source"),
)  # fmt: skip
_ENTRY_WORDS = {"status": "status", "vat": "vat", "source_type": "funding-source"}


def _list_columns(
    cases: Iterable[CaseStudy],
    entries: Callable[[CaseStudyFrontMatter], tuple[object, ...]],
    fields: Fields,
    strings: Strings,
) -> tuple[Column, ...]:
    rows = [(case.slug, entry) for case in cases for entry in entries(case.front_matter)]
    slugs = Column("case-data.slug", 24, tuple(slug for slug, _ in rows))
    rest = (Column(heading, width, tuple(_entry(e, name, strings) for _, e in rows)) for heading, width, name in fields)
    return (slugs, *rest)


def _entry(entry: object, name: str, strings: Strings) -> Value:
    if isinstance(entry, Site) and name in ("latitude", "longitude"):
        return entry.coordinates[name == "longitude"] if entry.coordinates else None
    value: Value = getattr(entry, name)
    return strings(f"{_ENTRY_WORDS[name]}.{value}") if value and name in _ENTRY_WORDS else value


def _write_sheet(sheet: Worksheet, strings: Strings, columns: tuple[Column, ...], about: str) -> None:
    for number, column in enumerate(columns, start=1):
        head = sheet.cell(1, number)
        write_text(head, strings(column.heading))
        head.font, head.fill = Font(bold=True, color=PAPER), PatternFill("solid", start_color=INK, end_color=INK)
        sheet.column_dimensions[get_column_letter(number)].width = column.width
        for row, value in enumerate(column.values, start=2):
            cell = sheet.cell(row, number)
            cell.alignment = TOP_AND_WRAPPED
            if isinstance(value, str):
                write_text(cell, value)
            else:
                cell.value = value
    rows = len(columns[0].values)
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{max(rows, 1) + 1}"
    # Below the data, where it does not keep a program from reading the first line as headings.
    write_text(sheet.cell(rows + 3, 1), about)
