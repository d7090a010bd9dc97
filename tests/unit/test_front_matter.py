from __future__ import annotations

import json

import pytest

from colabora.front_matter import check_front_matter
from colabora.kinds import FIXED_PARTS, Kind, kind_of
from colabora.schemas import CaseStudyFrontMatter, PageFrontMatter, field_names, json_schema, translatable_fields
from colabora.source import parse_source

DESCRIPTION = "description: A page made for a test, long enough."
CASE = f"""title: Skola6
{DESCRIPTION}
kind: space
name: Skola6
country: LV
status: open
stages: [test]
sources: [skola6-ir]
provenance: public-sources
last_checked: "2026-11-24"
figures:
  - {{id: residents, what: residents, value: 52, unit: people, as_of: "2022", source: skola6-ir}}
"""


def check(front_matter: str, page: str = "about/a.md", english: str | None = None) -> list[tuple[int, str, str]]:
    locale = "en" if english is None else "lv"
    source, problems = parse_source(f"---\n{front_matter}\n---\nText\n".encode(), f"docs/{locale}/{page}")
    assert problems == []
    original = parse_source(f"---\n{english}\n---\nText\n".encode(), f"docs/en/{page}")[0] if english else None
    _, found = check_front_matter(source, original)
    return [(p.line, p.rule, p.mend) for p in found]


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        ("index.md", Kind.PAGE),
        ("methodology/index.md", Kind.PAGE),
        ("methodology/test/index.md", Kind.STAGE),
        ("methodology/test/pop-up.md", Kind.PRACTICE),
        ("methodology/test/deep/er.md", Kind.PAGE),
        ("case-studies/skola6.md", Kind.CASE_STUDY),
        ("training/testing/index.md", Kind.MODULE),
        ("training/testing/one.md", Kind.LESSON),
        ("checklists/premises.md", Kind.CHECKLIST),
        ("toolbox/activities/walk.md", Kind.ACTIVITY),
        ("about/glossary.md", Kind.PAGE),
    ],
)
def test_the_place_of_a_page_says_its_kind(page: str, kind: Kind) -> None:
    assert kind_of(page) is kind


def test_a_good_page_becomes_a_dataclass() -> None:
    source, _ = parse_source(f"---\n{CASE}---\nText\n".encode(), "docs/en/case-studies/skola6.md")
    checked, problems = check_front_matter(source, None)
    assert problems == []
    assert isinstance(checked, CaseStudyFrontMatter)
    assert checked.figures[0].value == 52


@pytest.mark.parametrize(
    ("front_matter", "line", "rule", "mend"),
    [
        (f"titel: A\ntitle: B\n{DESCRIPTION}", 2, "unknown-key", "did you mean “title”?"),
        (f"title: B\n{DESCRIPTION}\ntemplate: ../../etc/passwd", 4, "unknown-key", "delete it"),
        (f"title: B\n{DESCRIPTION}\nicon: ../..", 4, "unknown-key", "delete it"),
        (DESCRIPTION, 1, "missing-key", "add “title: …”"),
        (f"title: 5\n{DESCRIPTION}", 2, "wrong-value", "write text; put it in quotes if it is a number, a date, yes or no"),
        (f"title: B\n{DESCRIPTION}\ntags: [no, yes]", 4, "wrong-value", "write text; put it in quotes if it is a number, a date, yes or no"),
        (f"title: <img src=x onerror=alert(1)>\n{DESCRIPTION}", 2, "wrong-value", "write plain text"),
        (f"title: '[x](javascript:1)'\n{DESCRIPTION}", 2, "wrong-value", "write plain text"),
        (f'title: "two\\nlines"\n{DESCRIPTION}', 2, "wrong-value", "write it on one line"),
        (f"title: B\n{DESCRIPTION}\ntags: a", 4, "wrong-value", "write a list"),
        (f"title: B\n{DESCRIPTION}\ntranslation: {{status: machine}}", 4, "unknown-key", "delete it"),
    ],
)  # fmt: skip
def test_a_bad_value_gets_line_rule_and_cure(front_matter: str, line: int, rule: str, mend: str) -> None:
    assert (line, rule, mend) in check(front_matter)


def test_a_title_that_only_mentions_a_scheme_or_an_entity_is_text() -> None:
    assert check(f"title: Why javascript and &amp; do no harm, 3 < 4\n{DESCRIPTION}") == []


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("country: LV", "country: Latvia", "wrong-value"),
        ("status: open", "status: opne", "wrong-value"),
        ('last_checked: "2026-11-24"', 'last_checked: "24.11.2026"', "wrong-value"),
        ("value: 52", "value: many", "wrong-value"),
        ("source: skola6-ir}", "sorce: skola6-ir}", "unknown-key"),
        (', source: skola6-ir}', "}", "missing-key"),
        ("id: residents", "id: __proto__", "wrong-value"),
        ("id: residents", "id: constructor", "wrong-value"),
        ("kind: space", "kind: space\nsites: [{name: A, place: B, coordinates: [91, 25]}]", "wrong-value"),
        ("kind: space", "kind: space\nstarted: 20015", "wrong-value"),
        ("kind: space", "kind: space\npopulation: -1", "wrong-value"),
    ],
)  # fmt: skip
def test_a_case_with_one_fault_gets_one_problem(old: str, new: str, rule: str) -> None:
    assert old in CASE
    found = check(CASE.replace(old, new).strip(), "case-studies/skola6.md")
    assert rule in {r for _, r, _ in found}


def test_unknown_nested_keys_get_a_suggestion() -> None:
    found = check(CASE.replace("source: skola6-ir}", "sorce: skola6-ir}").strip(), "case-studies/skola6.md")
    assert "did you mean “source”?" in {m for _, _, m in found}


TRANSLATION = "title: Skola6\ndescription: Lapa, kas veidota pārbaudei un ir gana gara.\ntranslation: {status: machine}"


def test_a_translation_inherits_what_it_does_not_give() -> None:
    english, _ = parse_source(f"---\n{CASE}---\nText\n".encode(), "docs/en/case-studies/skola6.md")
    text = f"---\n{TRANSLATION}\nfigures: [{{id: residents, what: rezidenti}}]\n---\nTeksts\n"
    latvian, _ = parse_source(text.encode(), "docs/lv/case-studies/skola6.md")
    checked, problems = check_front_matter(latvian, english)
    assert problems == []
    assert isinstance(checked, CaseStudyFrontMatter)
    assert (checked.figures[0].what, checked.figures[0].value, checked.country) == ("rezidenti", 52, "LV")


@pytest.mark.parametrize(
    ("addition", "rule"),
    [
        ("country: LV", "not-translatable"),
        ("contry: LV", "unknown-key"),
        ("figures: [{id: residents, what: rezidenti, value: 53}]", "not-translatable"),
        ("figures: [{id: nobody, what: rezidenti}]", "wrong-value"),
        ("figures: [{what: rezidenti}]", "missing-key"),
        ("figures: rezidenti", "wrong-value"),
        ("aliases: viens", "wrong-value"),
    ],
)
def test_a_translation_gives_texts_only(addition: str, rule: str) -> None:
    found = check(f"{TRANSLATION}\n{addition}", "case-studies/skola6.md", CASE.strip())
    assert rule in {r for _, r, _ in found}


def test_a_translation_needs_its_own_title_state_and_english_page() -> None:
    found = {r for _, r, _ in check("aliases: [a]", "case-studies/skola6.md", CASE.strip())}
    assert found == {"translation-state", "missing-key"}
    source, _ = parse_source(f"---\n{TRANSLATION}\n---\n".encode(), "docs/lv/about/new.md")
    assert [p.rule for p in check_front_matter(source, None)[1]] == ["translation-without-source"]


def test_a_fault_of_the_english_page_is_told_there_only() -> None:
    broken = CASE.replace("country: LV", "country: Latvia").strip()
    assert check(TRANSLATION, "case-studies/skola6.md", broken) == []
    assert check(broken, "case-studies/skola6.md")


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_has_a_schema_that_knows_its_keys(kind: Kind) -> None:
    schema = json_schema(kind)
    assert set(schema["properties"]) == set(field_names(kind))
    assert schema["additionalProperties"] is False
    assert json.loads(json.dumps(schema)) == schema
    assert {"title", "description", "translation"} <= translatable_fields(kind)


def test_lessons_do_not_translate_the_ids_of_objectives() -> None:
    assert "objectives" in translatable_fields(Kind.MODULE)
    assert "objectives" not in translatable_fields(Kind.LESSON)
    assert set(FIXED_PARTS) == set(Kind) - {Kind.PAGE}
    assert "title" in PageFrontMatter.__dataclass_fields__
