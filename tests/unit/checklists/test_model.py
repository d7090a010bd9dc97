from __future__ import annotations

import pytest

from colabora.checklists.model import Checklist, Item, digest_of, find_cycles, merge, parse_due
from colabora.kinds import Role


@pytest.mark.parametrize(
    ("text", "days"),
    [("-90d", -90), ("+2w", 14), ("-12w", -84), ("+0d", 0), ("-0d", 0), ("+3650d", 3650), ("-0090d", -90)],
)
def test_a_date_is_days_from_the_opening(text: str, days: int) -> None:
    assert parse_due(text) == days


@pytest.mark.parametrize(
    "text", ["", "90d", "-90", "-3m", "−90d", "+3651d", "+522w", "- 9d", "-9d ", "-९d", "+1.5w", "2027-05-01"]
)
def test_anything_else_is_no_date(text: str) -> None:
    assert parse_due(text) is None


def items(**needs: str) -> list[Item]:
    return [Item(name, name, needs=tuple(n for n in found.split() if n)) for name, found in needs.items()]


def test_needs_without_a_ring_have_no_cycle() -> None:
    assert list(find_cycles(items(a="", b="a", c="a", d="b c"))) == []


@pytest.mark.parametrize(
    ("needs", "rings"),
    [
        ({"a": "a"}, [("a", "a")]),
        ({"a": "b", "b": "a"}, [("a", "b", "a")]),
        ({"a": "b", "b": "c", "c": "b"}, [("b", "c", "b")]),
        ({"a": "b", "b": "a", "c": "d", "d": "c", "e": "a"}, [("a", "b", "a"), ("c", "d", "c")]),
        ({"a": "b x", "b": "", "c": "a"}, []),
    ],
)
def test_every_ring_is_found_once(needs: dict[str, str], rings: list[tuple[str, ...]]) -> None:
    assert list(find_cycles(items(**needs))) == rings


def test_a_long_chain_needs_no_recursion() -> None:
    chain = [Item(f"i{n}", "", needs=(f"i{n + 1}",)) for n in range(3000)]
    assert list(find_cycles([*chain, Item("i3000", "", needs=("i0",))])) == [(*(f"i{n}" for n in range(3001)), "i0")]


def test_markup_and_white_space_make_no_difference_to_a_digest() -> None:
    assert digest_of("Ask [the  owner](case:x)[^y]") == digest_of("Ask *the* owner")
    assert digest_of("Ask the owner") != digest_of("Ask the owners")


ENGLISH = Checklist(
    "premises",
    "Before you sign",
    "checklists/premises.md",
    items=(
        Item("speed", "Measure", "Twice.", Role.MANAGER, -90, digest="d1"),
        Item("sign", "Sign", "Once.", needs=("speed",), digest="d2"),
    ),
)


def test_a_translation_has_its_own_words_and_the_facts_of_the_english_page() -> None:
    translated = Checklist(
        "premises",
        "Pirms",
        "checklists/premises.md",
        items=(Item("sign", "Parakstiet", "Reiz.", locale="lv"),),
        locale="lv",
    )
    merged = merge(ENGLISH, translated)
    assert (merged.title, merged.locale) == ("Pirms", "lv")
    assert [(i.id, i.text, i.details, i.locale, i.digest) for i in merged.items] == [
        ("speed", "Measure", "Twice.", "en", "d1"),
        ("sign", "Parakstiet", "Reiz.", "lv", "d2"),
    ]
    assert merged.items[1].needs == ("speed",)


def test_without_a_translation_the_list_is_english() -> None:
    assert merge(ENGLISH, None) is ENGLISH
