"""Questions and exercises as a Python-Markdown extension: `/// question | …` and `/// exercise | …`.

Takes in a block as an author writes it, spits out `<colabora-question>`: a fieldset with native inputs, and a fold
that names the right answer and shows the feedback to every choice, so that it reads well without JavaScript.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from pymdownx.blocks.block import Block as BlocksBlock

from colabora.block_classes import BlockClasses
from colabora.blocks import Block, parse_blocks, walk
from colabora.checklists.elements import Content
from colabora.checklists.items import ITEM, parse_braces
from colabora.checklists.markdown import insert_lines, take_items, text_option
from colabora.page_context import PageContext
from colabora.sections import parse_sections
from colabora.source import Source
from colabora.training.elements import fill_question, note_element, question_frame
from colabora.training.model import Choice, Question, QuestionType, parse_number


class TrainingExtension(Extension):
    """Register questions and exercises, and the questions that a translation lacks."""

    def __init__(self, context: PageContext | None = None, **kwargs: Any) -> None:
        self.config = {"context": [context or PageContext(), "a PageContext"]}
        super().__init__(**kwargs)

    def extendMarkdown(self, md: markdown.Markdown) -> None:
        """Register with Python-Markdown."""
        context: PageContext = self.getConfig("context")
        # So that what stands in it is written line by line and its words do not run together as plain text.
        md.block_level_elements += ["colabora-question", "colabora-note"]
        md.registerExtensions([BlockClasses(context, QuestionBlock, ExerciseBlock)], {})
        # After white space is made even (30) and before code fences are taken out (25).
        md.preprocessors.register(MissingQuestions(md, context), "missing-questions", 27)


class MissingQuestions(Preprocessor):
    """Write into a translated page the questions and choices that it lacks, in English and in their place."""

    def __init__(self, md: markdown.Markdown, context: PageContext) -> None:
        super().__init__(md)
        self.context = context

    def run(self, lines: list[str]) -> list[str]:
        """Return the page's lines with the missing ones added."""
        own = [q for q in self.context.questions.values() if q.page == self.context.page]
        locales = {q.locale for q in own} | {c.locale for q in own for c in q.choices}
        if locales <= {self.context.locale}:
            return lines
        source = Source("", self.context.locale, self.context.page, body="\n".join([*lines, ""]))
        blocks = {b.options.get("id", ""): b for b in walk(parse_blocks(source)[0]) if b.name == "question"}
        additions = missing_questions(own, blocks, source)
        for question in own:
            if question.id in blocks:
                additions |= missing_choices(blocks[question.id], question)
        return insert_lines([*lines, ""], additions)


def missing_questions(own: list[Question], blocks: Mapping[str, Block], source: Source) -> dict[int, list[str]]:
    """Return what to write before which line, so that a page has all questions of the English one.

    A question stands before the next one that is there, else after the one before, else at its section's end.
    """
    additions: dict[int, list[str]] = {}
    present = [q for q in own if q.id in blocks]
    for question in (q for q in own if q.id not in blocks):
        following = [q for q in own[own.index(question) :] if q in present]
        if following:
            place = blocks[following[0].id].line
        elif present:
            place = blocks[present[-1].id].end + 1
        else:
            place = _end_of_section(source, question.section)
        additions[place] = [*additions.get(place, []), "", *question.source.split("\n"), ""]
    return additions


def _end_of_section(source: Source, identifier: str) -> int:
    sections, _ = parse_sections(source)
    numbers = [n for n, s in enumerate(sections) if s.id == identifier]
    after = sections[numbers[0] + 1 :] if numbers else []
    return after[0].line if after else len(source.body.split("\n"))


def missing_choices(block: Block, question: Question) -> dict[int, list[str]]:
    """Return what to write before which line, so that a question has the choices that it lacks."""
    additions: dict[int, list[str]] = {}
    place = block.end
    present = {parse_braces(m["text"]).id: line.number for line in block.lines if (m := ITEM.match(line.text))}
    for choice in reversed(question.choices):
        if choice.id in present:
            place = present[choice.id]
        else:
            feedback = [f"    {line}" for line in choice.feedback.split("\n")] if choice.feedback else []
            added = ["", f"- [ ] {choice.text} {{#{choice.id}}}", "", *feedback, ""]
            additions[place] = [*added, *additions.get(place, [])]
    return additions


class QuestionBlock(BlocksBlock):
    """A question."""

    NAME = "question"
    ARGUMENT = None
    OPTIONS = dict.fromkeys(("id", "type", "objective", "answer", "tolerance"), ("", text_option))

    def on_create(self, parent: ET.Element) -> ET.Element:
        """Make the frame; a question that the knowledge base knows has its facts from there."""
        context: PageContext = self.config["context"]
        kind = self.options["type"]
        own = Question(
            id=self.options["id"],
            title=self.argument or "",
            page=context.page,
            type=QuestionType(kind) if kind in set(QuestionType) else None,
            objective=self.options["objective"],
            answer=parse_number(self.options["answer"]),
            tolerance=parse_number(self.options["tolerance"]) or Question.tolerance,
            locale=context.locale,
        )
        self.question = context.questions.get(own.id, own)
        element = question_frame(self.question, context)
        parent.append(element)
        return element

    def on_add(self, block: ET.Element) -> ET.Element:
        """Put the content into the fieldset."""
        return block[0]

    def on_end(self, block: ET.Element) -> None:
        """Turn the list that Markdown made into choices, and write the fold."""
        context: PageContext = self.config["context"]
        choices: list[Choice] = []
        contents: dict[str, Content] = {}
        for written, content in take_items(block[0]):
            own = Choice(written.id, content.label, is_right=written.is_ticked, locale=self.question.locale)
            choices.append(self.question.choice(written.id) or own)
            contents[written.id] = content
        order = [c.id for c in self.question.choices]
        choices.sort(key=lambda c: order.index(c.id) if c.id in order else len(order))
        fill_question(block, replace(self.question, choices=tuple(choices)), contents, context)


class ExerciseBlock(BlocksBlock):
    """An exercise: a named group, in which the solution is a fold."""

    NAME = "exercise"
    ARGUMENT = None
    OPTIONS = dict.fromkeys(("id", "objective", "plan"), ("", text_option))

    def on_create(self, parent: ET.Element) -> ET.Element:
        """Make the group and its title."""
        context: PageContext = self.config["context"]
        identifier = self.options["id"]
        attributes = {"class": "exercise", "role": "group", "data-exercise-id": identifier, "id": identifier}
        element = ET.SubElement(parent, "div", {k: v for k, v in attributes.items() if v})
        title = ET.SubElement(element, "p", {"class": "exercise-title"})
        if identifier:
            element.set("aria-labelledby", f"title--{identifier}")
            title.set("id", f"title--{identifier}")
        ET.SubElement(title, "span", {"class": "exercise-word"}).text = context.string("question.exercise")
        title[0].tail = f" {self.argument or ''}"
        return element

    def on_end(self, block: ET.Element) -> None:
        """Say into which item of the plan a note of the reader's goes, before the solution."""
        context: PageContext = self.config["context"]
        exercise = context.exercises.get(self.options["id"])
        checklist = context.checklists.get(exercise.plan.partition("/")[0]) if exercise else None
        item = checklist.item(exercise.plan.partition("/")[2]) if exercise and checklist else None
        if exercise and checklist and item:
            folds = [place for place, child in enumerate(block) if child.tag == "details"]
            block.insert(folds[0] if folds else len(block), note_element(exercise, checklist, item, context))


def makeExtension(**kwargs: Any) -> TrainingExtension:
    """Return the extension for `markdown_extensions: [colabora.training.markdown]`."""
    return TrainingExtension(**kwargs)
