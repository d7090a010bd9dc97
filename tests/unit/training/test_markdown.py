from __future__ import annotations

import markdown
import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from colabora.checks import check_base
from colabora.knowledge_base import KnowledgeBase
from colabora.markdown import make_markdown
from colabora.page_context import PageContext
from colabora.rendering import render
from small_world import parse, read_world, with_page

SINGLE = """/// question | Which sign is *strong*?
    id: strong-sign
    type: single
    objective: rank-signs

In March:

- [ ] A like {#like}

    Talk is cheap.

- [x] A payment {#payment}

    Money is not.

    - at all
///
"""


def bare(text: str) -> LexborHTMLParser:
    return LexborHTMLParser(markdown.markdown(text, extensions=["colabora.training.markdown"]))


def one(tree: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    found = tree.css(selector)
    assert len(found) == 1, (selector, len(found))
    return found[0]


def text_of(node: LexborNode) -> str:
    return " ".join(node.text().split())


def typed(kind: str) -> str:
    return SINGLE.replace("type: single", f"type: {kind}")


def test_a_question_is_a_group_of_labelled_inputs() -> None:
    question = one(bare(SINGLE), "colabora-question[data-question-id=strong-sign]")
    assert (question.attributes["data-type"], question.attributes["data-objective"]) == ("single", "rank-signs")
    assert text_of(one(question, "fieldset > legend")) == "Which sign is strong?"
    assert text_of(one(question, "fieldset > p")) == "In March:"
    for choice in question.css("fieldset [data-choice-id]"):
        box, label = one(choice, "input"), one(choice, "label")
        assert label.attributes["for"] == box.attributes["id"]
        assert (box.attributes["name"], box.attributes["value"]) == ("strong-sign", choice.attributes["data-choice-id"])
        assert "checked" not in box.attributes


@pytest.mark.parametrize(("kind", "input_type"), [("single", "radio"), ("multiple", "checkbox"), ("order", "number")])
def test_every_type_has_its_native_input(kind: str, input_type: str) -> None:
    boxes = bare(typed(kind)).css("fieldset input")
    assert [b.attributes["type"] for b in boxes] == [input_type] * 2


def test_the_fold_names_the_right_answer_and_shows_every_feedback() -> None:
    fold = one(bare(SINGLE), "details.question-solution")
    entries = fold.css("[data-feedback-for]")
    assert [(e.attributes["data-feedback-for"], e.attributes["data-right"]) for e in entries] == [
        ("like", "false"), ("payment", "true"),
    ]  # fmt: skip
    assert [text_of(one(e, "p > strong")) for e in entries] == ["wrong", "right"]
    assert [text_of(one(e, "q")) for e in entries] == ["A like", "A payment"]
    assert [text_of(one(e, "div > p")) for e in entries] == ["Talk is cheap.", "Money is not."]
    assert text_of(one(entries[1], "div li")) == "at all"
    assert "open" not in fold.attributes


def test_the_answer_stands_in_the_fold_only() -> None:
    question = one(bare(SINGLE), "fieldset")
    assert "cheap" not in question.text()


ORDER = """/// question | Weakest first
    id: ranking
    type: order

- [ ] A like {#like}
- [ ] A visit {#visit}
- [ ] A payment {#payment}
///
"""


def test_entries_to_be_ordered_are_shuffled_the_same_way_every_time_and_answered_in_order() -> None:
    shown = [[c.attributes["data-choice-id"] for c in bare(ORDER).css("[data-choice-id]")] for _ in range(2)]
    assert shown[0] == shown[1]
    assert shown[0] != ["like", "visit", "payment"]
    assert set(shown[0]) == {"like", "visit", "payment"}
    answer = one(bare(ORDER), "details ol")
    assert [e.attributes["data-feedback-for"] for e in answer.css("li")] == ["like", "visit", "payment"]
    assert not answer.css("[data-right]")


def number(locale: str, world: KnowledgeBase, tolerance: str) -> LexborNode:
    text = f"//// question | How many?\n    id: how-many\n    type: number\n    answer: 1200.5\n    tolerance: {tolerance}\n\nIn all.\n\n/// solution\nBecause.\n///\n////\n"
    context = PageContext(locale, strings=world.strings[locale])
    return one(LexborHTMLParser(make_markdown(context).convert(text)), "colabora-question")


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    return check_base(read_world(tmp_path_factory.mktemp("world")))[0]


def test_a_number_is_asked_for_in_the_page_and_told_in_the_fold_as_the_language_writes_it(world: KnowledgeBase) -> None:
    question = number("lv", world, "0")
    box = one(question, "fieldset input[type=number]")
    assert one(question, "fieldset label").attributes["for"] == box.attributes["id"]
    assert text_of(one(question, "fieldset > p:not(.question-number)")) == "In all."
    answer = text_of(one(question, "details .question-right"))
    assert answer == world.strings["lv"]("question.number-is", answer="1 200,5")
    assert [text_of(p) for p in question.css("details > p")][1:] == ["Because."]
    assert len(question.css("summary")) == 1


def test_a_tolerance_is_told_as_from_and_to(world: KnowledgeBase) -> None:
    answer = text_of(one(number("en", world, "0.5"), ".question-right"))
    assert answer == world.strings["en"]("question.number-between", answer="1,200.5", low="1,200", high="1,201")


def test_a_reflection_reads_as_a_question_and_has_no_fold() -> None:
    tree = bare("/// question | What would you do?\n    id: doing\n    type: reflection\n\nThink.\n///\n")
    assert text_of(one(tree, "fieldset")) == "What would you do? Think."
    assert not tree.css("details, input")


def test_an_exercise_is_a_named_group_with_its_solution_folded(world: KnowledgeBase) -> None:
    page = world.pages["en"]["training/testing/signs.md"]
    exercise = one(LexborHTMLParser(render(world, page)), ".exercise[role=group]")
    title = one(exercise, f"#{exercise.attributes['aria-labelledby']}")
    assert "Rank three signs" in title.text()
    assert exercise.attributes["data-exercise-id"] == "rank-three-signs"
    assert text_of(one(exercise, "details.solution > p")) == "Payment first."


LATVIAN = """---
title: Pazīmes
description: Mazās pasaules nodarbība, kurā uzdoti divi jautājumi.
questions: [Kura pazīme ir stipra]
key_points: [Maksājums ir stipra pazīme]
translation: {status: machine}
---
## Jautājumi {#quiz}

%s

## Galvenais {#key-points}

Tas rakstīts zemāk.
"""
STRONG = """/// question | Kura pazīme ir stipra?
    id: strong-sign

- [ ] Divpadsmit cilvēki ir parakstījušies {#signed}

    Iepriekš nolemts skaitlis.
///"""
WEAK = """/// question | Ko jūs darītu?
    id: weak-sign

Padomājiet.
///"""


def translated(world: KnowledgeBase, body: str) -> LexborHTMLParser:
    page, _ = parse(world, "docs/lv/training/testing/signs.md", (LATVIAN % body).encode())
    base, _ = check_base(with_page(world, page))
    return LexborHTMLParser(render(base, base.pages["lv"]["training/testing/signs.md"]))


def test_a_translation_inherits_type_and_what_is_right_and_shows_a_missing_choice_in_english(
    world: KnowledgeBase,
) -> None:
    question = one(translated(world, f"{STRONG}\n\n{WEAK}"), "[data-question-id=strong-sign]")
    assert (question.attributes["data-type"], question.attributes["data-objective"]) == ("single", "rank-signs")
    first, second = question.css("fieldset [data-choice-id]")
    assert [(c.attributes["data-choice-id"], c.attributes.get("lang")) for c in (first, second)] == [
        ("followers", "en"), ("signed", None),
    ]  # fmt: skip
    english, latvian = question.css("[data-feedback-for]")
    assert [e.attributes["data-right"] for e in (english, latvian)] == ["false", "true"]
    assert english.attributes["lang"] == "en"
    assert one(english, "strong").attributes["lang"] == "lv"
    assert text_of(one(english, "div")) == "Following costs nothing."


@pytest.mark.parametrize(
    ("body", "order"),
    [
        (STRONG, [("strong-sign", None), ("weak-sign", "en")]),
        (WEAK, [("strong-sign", "en"), ("weak-sign", None)]),
        ("Vēl nav.", [("strong-sign", "en"), ("weak-sign", "en")]),
        (f"{STRONG}\n\n{WEAK}", [("strong-sign", None), ("weak-sign", None)]),
    ],
    ids=["the second", "the first", "both", "none"],
)
def test_a_question_that_is_not_translated_stands_in_its_place_in_english(
    world: KnowledgeBase, body: str, order: list[tuple[str, str | None]]
) -> None:
    tree = translated(world, body)
    questions = tree.css("colabora-question")
    assert [(q.attributes["data-question-id"], q.attributes.get("lang")) for q in questions] == order
    following = [
        e.attributes.get("id") or e.attributes.get("data-question-id") for e in tree.css("h2, colabora-question")
    ]
    assert following[-1] == "key-points"


def test_a_whole_english_question_says_in_the_readers_language_what_is_right(world: KnowledgeBase) -> None:
    question = one(translated(world, WEAK), "[data-question-id=strong-sign]")
    assert one(question, "summary").attributes["lang"] == "lv"
    assert {s.attributes["lang"] for s in question.css("[data-feedback-for] strong")} == {"lv"}


def test_the_sanitiser_takes_nothing_off_a_question() -> None:
    plain, clean = bare(SINGLE), LexborHTMLParser(make_markdown(PageContext()).convert(SINGLE))

    def marks(tree: LexborHTMLParser) -> list[tuple[str | None, dict[str, str | None]]]:
        return [(e.tag, e.attributes) for e in tree.css("colabora-question, colabora-question *")]

    assert len(marks(clean)) > 20
    assert marks(clean) == marks(plain)


def test_an_unfinished_question_still_reads() -> None:
    tree = bare("/// question\n\n- [ ] A like\n- [ ] A visit\n///\n")
    assert [text_of(x) for x in tree.css("label")] == ["A like", "A visit"]
