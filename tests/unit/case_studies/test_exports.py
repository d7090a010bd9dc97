from __future__ import annotations

import csv
import io
import json
import time
from pathlib import Path
from typing import Any

import pytest
from geojson_pydantic import FeatureCollection
from jsonschema import Draft202012Validator
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from case_world import make_case_world
from colabora.case_studies.exports import case_study_files
from colabora.data_files import FORMULA_STARTS, Release
from colabora.kinds import Kind
from colabora.knowledge_base import read_knowledge_base
from colabora.schemas import json_schema
from synthetic_cases import write_cases

RELEASE = Release("1.2.3", "2026-11-24T08:00:00Z", "CoLabora", "https://example.org/guide/")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    base, problems = read_knowledge_base(make_case_world(tmp_path_factory.mktemp("world")))
    assert not problems
    return case_study_files(base, RELEASE)


def data(files: dict[str, bytes], locale: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(files[f"data/{locale}/case-studies.json"])
    return loaded


def case(files: dict[str, bytes], locale: str, slug: str) -> dict[str, Any]:
    found: dict[str, Any] = next(c for c in data(files, locale)["case_studies"] if c["slug"] == slug)
    return found


def test_every_language_has_every_file(files: dict[str, bytes]) -> None:
    locales = {name.split("/")[1] for name in files if name.endswith(".csv")}
    assert locales == {"en", "lv", "de", "fr", "es"}
    assert set(files) == {f"data/{x}/case-studies.{kind}" for x in locales for kind in ("json", "csv", "xlsx")} | {
        "data/case-studies.geojson",
        "data/schema/case-studies.json",
    }


@pytest.mark.parametrize("locale", ["en", "lv", "de"])
def test_the_data_keep_their_schema(files: dict[str, bytes], locale: str) -> None:
    schema = json.loads(files["data/schema/case-studies.json"])
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    assert [e.message for e in validator.iter_errors(data(files, locale))] == []
    wrong = data(files, locale)
    wrong["case_studies"][0]["nickname"] = "x"
    assert not validator.is_valid(wrong)


def test_the_schema_of_the_front_matter_judges_what_authors_write(files: dict[str, bytes]) -> None:
    schema = json_schema(Kind.CASE_STUDY)
    Draft202012Validator.check_schema(schema)
    derived = ("slug", "url", "page", "practices")
    written = {k: v for k, v in case(files, "en", "forge").items() if k not in derived}
    assert Draft202012Validator(schema).is_valid(written)
    assert not Draft202012Validator(schema).is_valid({**written, "kind": "castle"})


def test_what_is_not_known_is_left_out(files: dict[str, bytes]) -> None:
    assert set(case(files, "en", "nothing")) == {
        "slug", "url", "page", "title", "description", "kind", "name", "country", "status", "stages", "sources",
        "provenance", "practices", "last_checked",
    }  # fmt: skip
    assert case(files, "en", "forge")["sites"][1] == {"name": "Barn", "place": "Līči", "closed": "2021"}


def test_every_english_text_in_another_language_says_so(files: dict[str, bytes]) -> None:
    forge = case(files, "lv", "forge")
    assert "lang" not in forge
    assert forge["title"] == "Vecā smēde"
    assert [p.get("lang") for p in forge["prices"]] == [None, "en"]
    assert "lang" not in forge["figures"][0]
    assert "aliases" not in forge, "an alias in English is of no use to a Latvian"
    assert forge["practices"][0]["lang"] == "en"
    assert case(files, "lv", "nothing")["lang"] == "en"
    assert '"lang"' not in files["data/en/case-studies.json"].decode()


def test_a_case_names_its_address_in_the_readers_language(files: dict[str, bytes]) -> None:
    forge = case(files, "lv", "forge")
    assert (forge["page"], forge["url"]) == (
        "lv/case-studies/forge/",
        "https://example.org/guide/lv/case-studies/forge/",
    )
    assert forge["practices"][0]["page"] == "lv/methodology/test/ask-first/"


def test_every_file_says_under_which_licence_it_may_be_used(files: dict[str, bytes]) -> None:
    assert data(files, "lv")["licence"] == json.loads(files["data/case-studies.geojson"])["licence"] == "CC BY-SA 4.0"
    assert {row["licence"] for row in rows(files, "lv")} == {"CC BY-SA 4.0"}
    texts = [str(cell.value) for sheet in sheets(files, "lv") for row in sheet.iter_rows() for cell in row]
    assert sum("CC BY-SA 4.0" in t for t in texts) == 6


def test_the_map_holds_one_point_a_site_with_longitude_first(files: dict[str, bytes]) -> None:
    collection: FeatureCollection[Any] = FeatureCollection.model_validate_json(files["data/case-studies.geojson"])
    (feature,) = collection.features
    assert feature.geometry is not None
    assert feature.geometry.model_dump()["coordinates"] == (-24.1, 56.5)
    assert feature.properties == {
        "slug": "forge", "name": "-1+1 & Ķēve", "site": "Forge", "status": "open",
        "url": "https://example.org/guide/case-studies/forge/",
    }  # fmt: skip


def rows(files: dict[str, bytes], locale: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[f"data/{locale}/case-studies.csv"].decode("utf-8-sig"), newline="")))


def test_no_cell_begins_a_formula(files: dict[str, bytes]) -> None:
    cells = [v for row in rows(files, "en") for v in row.values()]
    assert "'=cmd, the old forge" in cells
    assert "'-1+1 & Ķēve" in cells
    assert [v for v in cells if v.startswith(FORMULA_STARTS)] == []


def test_a_line_tells_of_one_case_with_its_lists_in_one_cell(files: dict[str, bytes]) -> None:
    assert files["data/lv/case-studies.csv"].startswith(b"\xef\xbb\xbfslug,")
    forge = next(row for row in rows(files, "lv") if row["slug"] == "forge")
    assert forge["prices"] == "12 EUR/day (2020, VAT unknown, report); 90.5 GBP/month (2021, VAT included, report)"
    assert forge["figures"] == "Dalībnieki pēc gada: 15 members (2020-07, report)"
    assert (forge["sites"], forge["latitude"]) == ("Forge (Līči); Barn (Līči)", "")
    assert (forge["confirms"], forge["contradicts"], forge["lang"]) == ("ask-first", "", "lv")


def sheets(files: dict[str, bytes], locale: str) -> list[Worksheet]:
    book = load_workbook(io.BytesIO(files[f"data/{locale}/case-studies.xlsx"]))
    return [s for s in book.worksheets if isinstance(s, Worksheet)]


def test_the_workbook_speaks_the_readers_language_and_keeps_texts_texts(files: dict[str, bytes]) -> None:
    cases, sites, prices, funding, figures, practices = sheets(files, "lv")
    assert cases.title == "Pieredzes stāsti"
    assert {s.max_row - 3 for s in (cases, sites, prices, practices)} == {2}
    assert {s.max_row - 3 for s in (funding, figures)} == {1}
    cells = [c for s in sheets(files, "en") for row in s.iter_rows() for c in row]
    texts = [c for c in cells if isinstance(c.value, str) and c.value.startswith(FORMULA_STARTS)]
    assert {c.value for c in texts} == {"-1+1 & Ķēve", "@home price"}
    assert all(c.data_type == "s" and c.quotePrefix for c in texts)
    assert [c.value for c in sites["E"]][1:3] == [-24.1, None]


def test_two_builds_give_the_same_bytes(files: dict[str, bytes], tmp_path: Path) -> None:
    base, _ = read_knowledge_base(make_case_world(tmp_path))
    again = case_study_files(base, RELEASE)
    assert {name for name, content in files.items() if again[name] != content} == set()


def test_a_hundred_synthetic_cases_keep_every_rule_and_the_schema(tmp_path: Path) -> None:
    write_cases(make_case_world(tmp_path), 100)
    base, problems = read_knowledge_base(tmp_path)
    assert not problems
    before = time.process_time()
    made = case_study_files(base, RELEASE)
    assert time.process_time() - before < 10
    loaded = data(made, "lv")
    assert len(loaded["case_studies"]) == 102
    assert Draft202012Validator(json.loads(made["data/schema/case-studies.json"])).is_valid(loaded)
