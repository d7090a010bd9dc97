"""The line parser of questions and exercises: a page's blocks become questions, exercises and problems."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from colabora.blocks import Block, walk
from colabora.checklists.items import WrittenItem, is_id, parse_items
from colabora.checklists.rules import item_inherited
from colabora.knowledge_base import Page
from colabora.locales import SOURCE_LOCALE
from colabora.problems import Problem
from colabora.training import rules
from colabora.training.model import (
    WITH_CHOICES,
    WITH_FEEDBACK,
    Choice,
    Exercise,
    Question,
    QuestionType,
    parse_number,
)

INHERITED = ("type", "objective", "answer", "tolerance", "plan")


def parse_questions(page: Page) -> tuple[list[Question], list[Problem]]:
    """Return the questions of a page in their order, and what is wrong with each by itself."""
    questions: list[Question] = []
    problems: list[Problem] = []
    for block in walk(list(page.blocks)):
        if block.name == "question":
            question, found = _question(page, block)
            questions.append(question)
            problems += found
    return questions, problems


def parse_exercises(page: Page) -> tuple[list[Exercise], list[Problem]]:
    """Return the exercises of a page in their order, and what is wrong with each by itself."""
    exercises: list[Exercise] = []
    problems: list[Problem] = []
    for block in walk(list(page.blocks)):
        if block.name == "exercise":
            identifier, objective = block.options.get("id", ""), block.options.get("objective", "")
            plan = block.options.get("plan", "")
            exercises.append(Exercise(identifier, block.title, page.name, objective, block.line, plan))
            problems += _name_problems(page, block)
            if not any(child.name == "solution" for child in block.children):
                problems.append(rules.exercise_solution.at(page.path, block.line, block.title))
    return exercises, problems


def _question(page: Page, block: Block) -> tuple[Question, list[Problem]]:
    _, written, problems = parse_items(page.path, block.lines)
    problems += _name_problems(page, block)
    if page.locale == SOURCE_LOCALE:
        problems += _facts_problems(page.path, block, written)
    else:
        problems += [item_inherited.at(page.path, item.line, "[x]") for item in written if item.is_ticked]
    kind = block.options.get("type", "")
    question = Question(
        id=block.options.get("id", ""),
        title=block.title,
        page=page.name,
        type=QuestionType(kind) if kind in set(QuestionType) else None,
        objective=block.options.get("objective", ""),
        choices=tuple(_choices(written, page.locale)),
        answer=parse_number(block.options.get("answer", "")),
        tolerance=parse_number(block.options.get("tolerance", "")) or Question.tolerance,
        locale=page.locale,
        line=block.line,
        section=next((s.id for s in reversed(page.sections) if s.line < block.line), ""),
        source=_source_of(page, block),
    )
    return question, problems


def _choices(written: list[WrittenItem], locale: str) -> Iterator[Choice]:
    seen = set()
    for item in written:
        if item.id and item.id not in seen:
            yield Choice(item.id, item.text, item.details, item.is_ticked, locale, item.line)
        seen.add(item.id)


def _source_of(page: Page, block: Block) -> str:
    start = page.source.first_body_line
    return "\n".join(page.source.body.split("\n")[block.line - start : block.end - start + 1])


def _name_problems(page: Page, block: Block) -> Iterator[Problem]:
    identifier = block.options.get("id", "")
    if not identifier:
        yield rules.block_id.at(page.path, block.line, block.name)
    elif not is_id(identifier):
        yield rules.block_id_form.at(page.path, block.option_lines["id"], identifier)
    if not block.title:
        yield rules.block_title.at(page.path, block.line, block.name)
    if page.locale != SOURCE_LOCALE:
        for key in block.options:
            if key in INHERITED:
                yield item_inherited.at(page.path, block.option_lines[key], key)


def _facts_problems(path: str, block: Block, written: list[WrittenItem]) -> Iterator[Problem]:
    kind = block.options.get("type", "")
    if kind not in set(QuestionType):
        nearest = "".join(get_close_matches(kind, list(QuestionType), n=1))
        yield rules.question_type.at(path, block.option_lines.get("type", block.line), kind, nearest)
        return
    right = sum(item.is_ticked for item in written)
    if len(written) < 2 if kind in WITH_CHOICES else written:
        yield rules.question_choices.at(path, block.line, kind, len(written))
    elif (
        (kind == QuestionType.SINGLE and right != 1)
        or (kind == QuestionType.MULTIPLE and not right)
        or (kind in (QuestionType.ORDER, QuestionType.SELF) and right)
    ):
        yield rules.question_right.at(path, block.line, kind, right)
    for item in written if kind in WITH_FEEDBACK else ():
        if not item.details:
            yield rules.choice_feedback.at(path, item.line, item.text)
    yield from _answer_problems(path, block, kind)


def _answer_problems(path: str, block: Block, kind: str) -> Iterator[Problem]:
    answer, tolerance = block.options.get("answer"), block.options.get("tolerance")
    if kind != QuestionType.NUMBER:
        for key in ("answer", "tolerance"):
            if key in block.options:
                yield rules.question_answer.at(path, block.option_lines[key], f"a question of type {kind} with “{key}”")
        return
    if not answer:
        yield rules.question_answer.at(path, block.line, "a number question without an answer")
    elif parse_number(answer) is None:
        yield rules.question_answer.at(path, block.option_lines["answer"], f"answer “{answer}” is no number")
    if tolerance is not None and ((number := parse_number(tolerance)) is None or number < 0):
        yield rules.question_answer.at(
            path, block.option_lines["tolerance"], f"tolerance “{tolerance}” is no number from 0"
        )
