"""One change to a sound translation, in each language: it is caught, at its line, by the rule that is about it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from colabora.checks import check_base
from colabora.knowledge_base import KnowledgeBase
from colabora.problems import Problem, Severity
from colabora.translations.checks import check_translations
from colabora.translations.freshness import locale_freshness
from colabora.translations.model import BEGINNING, FRONT_MATTER, Status
from small_world import parse, with_page
from translated_world import LESSON, LIST, LOCALES, ROOMS

N, F = "\u00a0", "\u202f"
# What stands in the translations of the world, by language.
RENT = {"lv": f"5000{N}€", "de": f"5.000{N}€", "fr": f"5{F}000{F}€", "es": f"5000{N}€"}
OTHER_RENT = {"lv": f"6000{N}€", "de": f"6.000{N}€", "fr": f"6{F}000{F}€", "es": f"6000{N}€"}
PERCENT = {"lv": f"90{N}%", "de": f"90{N}%", "fr": f"90{F}%", "es": f"90{N}%"}
HEATING = {
    "lv": "- Apkure ir iekļauta.\n",
    "de": "- Die Heizung ist inbegriffen.\n",
    "fr": "- Le chauffage est compris.\n",
    "es": "- La calefacción está incluida.\n",
}
REASONING = {
    "lv": "Jautājiet visiem, kas atnāca tikai vienu reizi, kāpēc viņi vairs nenāk.",
    "de": "Fragen Sie alle, die nur einmal kamen, was sie fernhielt.",
    "fr": f"Demandez à toutes les personnes venues une seule fois ce qui les a retenues{F}: elles le savent.",
    "es": "Conviene preguntar a quienes vinieron una sola vez qué les impidió volver.",
}
FORBIDDEN = {
    "lv": "Kovorkingā var strādāt visi, arī tie, kas kovorkingu vēl nepazīst.",
    "de": "Im Homeoffice arbeiten alle, auch wer das Homeoffice nicht kennt.",
    "fr": "Les télécentres accueillent tout le monde, et le télécentre reste ouvert.",
    "es": "Los telecentros acogen a todo el mundo, y el telecentro sigue abierto.",
}

# Takes the text of a page and its language; returns it changed, and the line in which that has to be found.
Mutation = Callable[[str, str], tuple[str, int]]


def edit(text: str, old: str, new: str) -> tuple[str, int]:
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
    return text.replace(old, new), text[: text.index(old)].count("\n") + 1


def line_of(text: str, start: str = "", end: str = "") -> int:
    lines = text.splitlines()
    return next(n for n, line in enumerate(lines, start=1) if line.startswith(start) and line.endswith(end))


def line_with(text: str, part: str) -> str:
    return next(line for line in text.splitlines() if part in line)


def body(text: str) -> int:
    return text.splitlines().index("---", 1) + 2


def change_a_number(text: str, locale: str) -> tuple[str, int]:
    return edit(text, RENT[locale], OTHER_RENT[locale])


def change_a_unit(text: str, locale: str) -> tuple[str, int]:
    return edit(text, PERCENT[locale], PERCENT[locale].replace("%", "€"))


def write_a_number_as_english_does(text: str, locale: str) -> tuple[str, int]:
    return edit(text, RENT[locale], "€5,000")


def drop_an_entry(text: str, locale: str) -> tuple[str, int]:
    return edit(text, HEATING[locale], "")[0], line_of(text, end="{#costs}")


def drop_an_item(text: str, locale: str) -> tuple[str, int]:
    start = text.index("- [ ]")
    end = text.index("- [ ]", start + 1)
    return text[:start] + text[end:], line_of(text, end="{#list}")


def swap_two_answers(text: str, locale: str) -> tuple[str, int]:
    line = line_with(text, "{#followers}")
    swapped = text.replace("{#followers}", "{#x}").replace("{#signed}", "{#followers}").replace("{#x}", "{#signed}")
    return swapped, line_of(text, line)


def mark_a_wrong_answer(text: str, locale: str) -> tuple[str, int]:
    line = line_with(text, "{#followers}")
    return edit(text, line, line.replace("- [ ]", "- [x]"))


def break_a_link(text: str, locale: str) -> tuple[str, int]:
    return edit(text, "(../methodology/index.md)", "(../index.md)")


def drop_an_anchor(text: str, locale: str) -> tuple[str, int]:
    return edit(text, "premises.md#list)", "premises.md)")


def unlink_a_term(text: str, locale: str) -> tuple[str, int]:
    return edit(text, "](term:coworking-space)", "](../checklists/premises.md)")


def drop_a_source(text: str, locale: str) -> tuple[str, int]:
    return text.replace("[^report]", "", 1), body(text)


def drop_a_row(text: str, locale: str) -> tuple[str, int]:
    return edit(text, line_with(text, " 8 | 40") + "\n", "")[0], line_of(text, "|")


def open_a_block_less(text: str, locale: str) -> tuple[str, int]:
    text, _ = edit(text, "/// own-reasoning\n", "")
    text, _ = edit(text, "\n///\n", "\n")
    return text, line_of(text, end="{#voices}")


def leave_a_paragraph_in_english(text: str, locale: str) -> tuple[str, int]:
    return edit(text, REASONING[locale], "Ask everyone who came only once what kept them away.")


def leave_the_title_in_english(text: str, locale: str) -> tuple[str, int]:
    return edit(text, line_with(text, "title:"), "title: Rooms and what they cost")


def rename_a_heading(text: str, locale: str) -> tuple[str, int]:
    return edit(text, "{#voices}", "{#people}")


def swap_two_headings(text: str, locale: str) -> tuple[str, int]:
    costs, voices = text.index("\n## ") + 1, text.rindex("## ")
    text = f"{text[:costs]}{text[voices:]}\n{text[costs:voices].rstrip()}\n"
    return text, line_of(text, end="{#voices}")


def drop_a_text_of_the_front_matter(text: str, locale: str) -> tuple[str, int]:
    return edit(text, line_with(text, "key_points:") + "\n", "")[0], 1


ERRORS: list[tuple[Mutation, str, str]] = [
    (change_a_number, ROOMS, "parity-number"),
    (change_a_unit, ROOMS, "parity-unit"),
    (write_a_number_as_english_does, ROOMS, "parity-number"),
    (drop_an_entry, ROOMS, "parity-list"),
    (drop_an_item, LIST, "parity-item"),
    (swap_two_answers, LESSON, "parity-item"),
    (mark_a_wrong_answer, LESSON, "parity-answer"),
    (break_a_link, ROOMS, "parity-link"),
    (drop_an_anchor, ROOMS, "parity-link"),
    (unlink_a_term, ROOMS, "parity-link"),
    (drop_a_source, ROOMS, "parity-source"),
    (drop_a_row, ROOMS, "parity-table"),
    (open_a_block_less, ROOMS, "parity-block"),
    (leave_a_paragraph_in_english, ROOMS, "parity-english"),
    (leave_the_title_in_english, ROOMS, "parity-english"),
    (rename_a_heading, ROOMS, "parity-heading"),
    (swap_two_headings, ROOMS, "parity-heading"),
    (drop_a_text_of_the_front_matter, LESSON, "parity-front-matter"),
]


def problems(base: KnowledgeBase, path: str, text: str) -> list[Problem]:
    """Return what the checks of translations say about one page, once it stands in the world with this text."""
    page, _ = parse(base, path, text.encode())
    return [p for p in check_translations(with_page(base, page)) if p.path == path]


def test_the_translations_of_the_world_are_sound(base: KnowledgeBase) -> None:
    assert check_base(base)[1] == []


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(("mutate", "name", "rule"), ERRORS, ids=lambda value: getattr(value, "__name__", None))
def test_a_changed_translation_is_an_error_at_its_line(
    base: KnowledgeBase, locale: str, mutate: Mutation, name: str, rule: str
) -> None:
    path = f"docs/{locale}/{name}"
    text, line = mutate(text_of(base, path), locale)
    found = problems(base, path, text)
    assert (line, Severity.ERROR) in [(p.line, p.severity) for p in found if p.rule == rule], found


@pytest.mark.parametrize(("mutate", "name", "rule"), ERRORS, ids=lambda value: getattr(value, "__name__", None))
def test_the_same_change_is_no_error_where_nobody_has_vouched_for_it(
    base: KnowledgeBase, mutate: Mutation, name: str, rule: str
) -> None:
    path = f"docs/lv/{name}"
    text, _ = mutate(text_of(base, path), "lv")
    start, end = text.index("  source:\n"), text.index("---\n", 4)
    assert [p.rule for p in problems(base, path, text[:start] + text[end:]) if p.rule.startswith("parity-")] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_a_forbidden_term_is_a_warning_with_its_number_whatever_its_endings(base: KnowledgeBase, locale: str) -> None:
    path = f"docs/{locale}/{ROOMS}"
    text, line = edit(text_of(base, path), REASONING[locale], FORBIDDEN[locale])
    found = problems(base, path, text)
    assert [(p.rule, p.line, p.severity) for p in found] == [("term-forbidden", line, Severity.WARNING)]
    assert "2" in found[0].what


@pytest.mark.parametrize("locale", LOCALES)
def test_quotes_dashes_and_spaces_of_english_are_warnings(base: KnowledgeBase, locale: str) -> None:
    path = f"docs/{locale}/{ROOMS}"
    text, line = edit(text_of(base, path), REASONING[locale], 'Te, là, dort: "x" - “y” 2018-2022, 5 %')
    found = {(p.rule, p.line) for p in problems(base, path, text) if p.severity is Severity.WARNING}
    assert found >= {(f"typography-{kind}", line) for kind in ("quotes", "dashes", "spaces")}


@pytest.mark.parametrize("locale", LOCALES)
def test_an_edited_english_section_makes_that_section_outdated_and_no_other(base: KnowledgeBase, locale: str) -> None:
    path = f"docs/en/{ROOMS}"
    text, _ = edit(text_of(base, path), "Two of three people", "Three of 4 people")
    page, _ = parse(base, path, text.encode())
    edited = with_page(base, page)
    freshness = locale_freshness(edited, locale)[ROOMS]
    assert {s.id: s.status for s in freshness.sections} == {
        FRONT_MATTER: Status.CURRENT,
        BEGINNING: Status.CURRENT,
        "costs": Status.CURRENT,
        "voices": Status.OUTDATED,
    }
    assert freshness.status is Status.OUTDATED
    assert list(check_translations(edited)) == []


def text_of(base: KnowledgeBase, path: str) -> str:
    return (base.root / path).read_text(encoding="utf-8")
