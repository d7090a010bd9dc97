from __future__ import annotations

import pytest

from colabora.checklists.items import is_id, parse_braces, parse_items
from colabora.source import Line


def lines(text: str) -> list[Line]:
    return [Line(number, line) for number, line in enumerate(text.split("\n"), start=1)]


def test_braces_give_id_and_options() -> None:
    braces = parse_braces("Measure {the} speed {#internet-speed role=manager due=-90d needs=a,b}")
    assert (braces.text, braces.id) == ("Measure {the} speed", "internet-speed")
    assert braces.options == {"role": "manager", "due": "-90d", "needs": "a,b"}
    assert braces.faults == ()


@pytest.mark.parametrize("text", ["Measure the speed", "Measure {the} speed", "Write {name}", "A } b { c"])
def test_text_without_an_id_is_left_as_it_is(text: str) -> None:
    assert parse_braces(text) == parse_braces(text).__class__(text)


@pytest.mark.parametrize(
    "text",
    ["a  {#id}", "a{#id}", "a {#id} b", "a {#id}.", "a {#id", "a { #id}", "a {#id }", "a {#id  role=x}", "a {: #id}", "a {#id .c}",
     "a {#id #other}", "a {#id role=x role=y}", "a {#id =x}"],
)  # fmt: skip
def test_malformed_braces_are_told_and_their_id_is_known_all_the_same(text: str) -> None:
    braces = parse_braces(text)
    assert braces.faults
    assert braces.id == "id"


def test_items_have_line_text_tick_and_what_stands_below_them() -> None:
    intro, items, problems = parse_items(
        "p.md",
        lines(
            "First this.\n\n- [ ] One {#one}\n\n    Why.\n\n        code\n\n    More.\n\n- [x] Two {#two}\n    Because.\n"
        ),
    )
    assert intro == "First this."
    assert [(i.line, i.text, i.id, i.is_ticked, i.details) for i in items] == [
        (3, "One", "one", False, "Why.\n\n    code\n\nMore."),
        (11, "Two", "two", True, "Because."),
    ]
    assert problems == []


def test_code_is_never_an_item() -> None:
    _, items, problems = parse_items("p.md", [Line(1, "- [ ] One {#one}"), Line(2, "- [ ] Two {#two}", code=True)])
    assert [i.id for i in items] == ["one"]
    assert [p.rule for p in problems] == ["item-indent"]


def test_an_unknown_option_is_told_with_the_nearest_known_one() -> None:
    _, _, problems = parse_items("p.md", lines("- [ ] One {#one dew=-9d}"), ("role", "due", "needs"))
    assert [(p.rule, "“due”" in p.mend) for p in problems] == [("item-option", True)]


@pytest.mark.parametrize("text", ["a", "a1", "internet-speed", "90-days"])
def test_kebab_case_is_an_id(text: str) -> None:
    assert is_id(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A",
        "a_b",
        "-a",
        "a-",
        "a--b",
        "ā",
        "a b",
        "__proto__",
        "constructor",
        "toString",
        "prototype",
        "md-x",
        "x" * 81,
    ],
)
def test_what_could_hurt_a_program_is_no_id(text: str) -> None:
    assert not is_id(text)
