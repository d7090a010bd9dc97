"""The rules of questions and exercises, and how each problem is worded."""

from __future__ import annotations

from colabora.checklists.rules import nearest_or
from colabora.problems import Severity, quote, rule
from colabora.training.model import QuestionType


@rule("block-id")
def block_id(name: str) -> tuple[str, str]:
    """Give every question and exercise an id: answers are kept under it.

    Bad: `/// question | Which sign is strong enough?` alone

    Good: the same with `    id: strong-sign` below
    """
    return f"this {name} has no id", "write “    id: short-english-id” below the opening line"


@rule("block-id-form")
def block_id_form(identifier: str) -> tuple[str, str]:
    """Write the ids of questions and exercises in lower-case a to z, digits and hyphens.

    Bad: `id: Strong Sign`, `id: constructor`

    Good: `id: strong-sign`
    """
    return (
        f"{quote(identifier)} can't be an id",
        "use lower-case a to z, digits and hyphens, and no name that JavaScript uses itself",
    )


@rule("block-id-duplicate")
def block_id_duplicate(identifier: str, first: str) -> tuple[str, str]:
    """Give every question and exercise an id of its own in the whole site, and no heading of its page the same.

    Bad: `id: strong-sign` in two lessons

    Good: `id: strong-sign` and `id: strong-offer`
    """
    return f"id {quote(identifier)} is used already in {first}", "choose another id"


@rule("block-title")
def block_title(name: str) -> tuple[str, str]:
    """Ask the question, or name the exercise, in the opening line.

    Bad: `/// question`

    Good: `/// question | Which sign is strong enough to take on rent?`
    """
    return f"this {name} has no title", f"write “/// {name} | …”"


@rule("question-type")
def question_type(found: str, nearest: str) -> tuple[str, str]:
    """Say of what type a question is: single, multiple, number, order, reflection or self.

    Bad: `type: singel`

    Good: `type: single`
    """
    what = f"no type of question is called {quote(found)}" if found else "the question has no type"
    return what, nearest_or(nearest, f"use one of: {', '.join(QuestionType)}")


@rule("question-objective")
def question_objective(found: str, nearest: str) -> tuple[str, str]:
    """Let a question or exercise test an objective of its module.

    Bad: `objective: decide-by-numbers`

    Good: `objective: decide-by-number`, an id of `objectives:` in the module's `index.md`
    """
    return f"the module has no objective {quote(found)}", nearest_or(nearest, "write the id of one of its objectives")


@rule("question-without-objective", Severity.WARNING)
def question_without_objective() -> tuple[str, str]:
    """Say which objective a question tests.

    Bad: a question without `objective:`

    Good: `objective: decide-by-number`
    """
    return "the question tests no objective", "add “    objective: …”, the id of an objective of the module"


@rule("question-choices")
def question_choices(kind: str, number: int) -> tuple[str, str]:
    """Give a question to choose from or to put in order at least two entries, the others none.

    Bad: `type: single` with one choice, `type: number` with choices

    Good: `type: single` with three choices
    """
    if kind in (QuestionType.NUMBER, QuestionType.REFLECTION):
        return f"a question of type {kind} has {number} choices", "delete them or change the type"
    return f"a question of type {kind} has {number} choices", "write two or more “- [ ] Choice {#id}”"


@rule("question-right")
def question_right(kind: str, number: int) -> tuple[str, str]:
    """Tick what is right: one choice of a single, one or more of a multiple, nothing in an order or self question.

    Bad: `type: single` with no `- [x]`, or with two

    Good: `type: single` with one `- [x]`
    """
    if kind == QuestionType.SELF:
        return "statements about oneself are ticked", "write “- [ ]”: none of them is right or wrong"
    if kind == QuestionType.ORDER:
        return "entries to be put in order are ticked", "write “- [ ]”; the order in the source is the right one"
    wanted = "one choice" if kind == QuestionType.SINGLE else "every right choice"
    return (
        f"{number or 'no'} right answer{'s' * (number != 1)} to a question of type {kind}",
        f"write “- [x]” at {wanted}",
    )


@rule("choice-feedback")
def choice_feedback(text: str) -> tuple[str, str]:
    """Tell a reader of every choice why it is right or not.

    Bad: `- [ ] 200 people follow the page {#followers}` alone

    Good:

        - [ ] 200 people follow the page {#followers}

            Following costs nothing and binds nobody.
    """
    return f"choice {quote(text)} has no feedback", "add a sentence below it, indented by four spaces"


@rule("question-answer")
def question_answer(why: str) -> tuple[str, str]:
    """Give a number question, and no other, an answer and how far from it is still right.

    Bad: `type: number` without `answer:`, `answer: about 8`, `tolerance: -1`

    Good: `answer: 8` and `tolerance: 0.5`
    """
    return why, "write “answer: 8” and, if it may differ, “tolerance: 0.5”, for type number only"


@rule("exercise-solution", Severity.WARNING)
def exercise_solution(title: str) -> tuple[str, str]:
    """Give an exercise a solution to compare with.

    Bad: `/// exercise | Name your number` alone

    Good: the same with four slashes, and `/// solution` inside
    """
    return f"exercise {quote(title)} has no solution", "add “/// solution” inside, with fewer slashes than the exercise"
