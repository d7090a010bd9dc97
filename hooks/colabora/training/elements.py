"""The elements of a question: a fieldset to answer in, and a fold with the answer and the feedback."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping
from decimal import Decimal

from babel.numbers import format_decimal
from markdown.util import AtomicString

from colabora.checklists.elements import Content
from colabora.checklists.model import Checklist, Item
from colabora.page_context import PageContext
from colabora.training.model import TICKED, Choice, Exercise, Question, QuestionType, shuffled

INPUTS: Mapping[QuestionType | None, str] = {
    QuestionType.SINGLE: "radio",
    QuestionType.MULTIPLE: "checkbox",
    QuestionType.ORDER: "number",
}


def question_frame(question: Question, context: PageContext) -> ET.Element:
    """Return the element of a question with fieldset and legend, still without choices."""
    attributes = {
        "class": "question",
        "id": question.id,
        "data-question-id": question.id,
        "data-type": question.type or "",
        "data-objective": question.objective,
        "data-check": "" if question.type is QuestionType.SELF else context.string(_button_of(question)),
        "data-answer": "" if question.answer is None else format(question.answer, "f"),
        "data-tolerance": format(question.tolerance, "f") if question.tolerance else "",
        **_lang(question.locale, context),
    }
    element = ET.Element("colabora-question", {k: v for k, v in attributes.items() if v})
    ET.SubElement(ET.SubElement(element, "fieldset"), "legend").text = question.title
    return element


def _button_of(question: Question) -> str:
    """Return the string of what a script puts on the question's button, or above the field of a reflection."""
    return "question.reflect" if question.type is QuestionType.REFLECTION else "question.check"


def fill_question(
    element: ET.Element, question: Question, contents: Mapping[str, Content], context: PageContext
) -> None:
    """Add what is answered with, and the fold; `contents` says what each choice's label and feedback hold."""
    fieldset = element[0]
    own_solution = [e for e in fieldset if e.tag == "details" and e.get("class") == "solution"]
    for solution in own_solution:
        fieldset.remove(solution)
    if question.type is QuestionType.NUMBER:
        fieldset.append(_number_input(question, context))
    if question.choices:
        choices = shuffled(question) if question.type is QuestionType.ORDER else question.choices
        listing = ET.SubElement(fieldset, "ul", {"class": "question-choices"})
        for choice in choices:
            listing.append(_choice_element(choice, question, contents[choice.id].label))
    is_self = question.type is QuestionType.SELF
    fold = ET.Element("details", {"class": "question-solution", **({"open": ""} if is_self else {})})
    summary = ET.SubElement(fold, "summary", _interface(question, context))
    summary.text = context.string("question.proposals" if is_self else "question.answer")
    if question.answer is not None:
        fold.append(_number_answer(question, context))
    if question.choices:
        fold.append(_feedback(question, contents, context))
    for solution in own_solution:
        fold.extend(list(solution)[1:])  # without its own summary
    if len(fold) > 1:
        element.append(fold)


def _choice_element(choice: Choice, question: Question, label: str) -> ET.Element:
    name = f"choice--{question.id}--{choice.id}"
    element = ET.Element(
        "li", {"class": "question-choice", "data-choice-id": choice.id, **_choice_lang(choice, question)}
    )
    attributes = {"type": INPUTS.get(question.type, "checkbox"), "id": name}
    if question.type is QuestionType.ORDER:
        attributes |= {"min": "1", "max": str(len(question.choices)), "step": "1", "inputmode": "numeric"}
    else:
        attributes |= {"name": question.id, "value": choice.id}
    ET.SubElement(element, "input", attributes)
    ET.SubElement(element, "label", {"for": name}).text = label
    return element


def _number_input(question: Question, context: PageContext) -> ET.Element:
    name = f"answer--{question.id}"
    line = ET.Element("p", {"class": "question-number"})
    ET.SubElement(line, "label", {"for": name, **_interface(question, context)}).text = context.string(
        "question.number"
    )
    line[0].tail = " "
    ET.SubElement(line, "input", {"type": "number", "id": name, "step": "any", "inputmode": "decimal"})
    return line


def _number_answer(question: Question, context: PageContext) -> ET.Element:
    line = ET.Element("p", {"class": "question-right", **_interface(question, context)})
    answer = _number(question.answer or Decimal(0), context)
    if question.tolerance:
        low, high = (
            _number((question.answer or Decimal(0)) + d, context) for d in (-question.tolerance, question.tolerance)
        )
        line.text = context.string("question.number-between", answer=answer, low=low, high=high)
    else:
        line.text = context.string("question.number-is", answer=answer)
    return line


def _number(number: Decimal, context: PageContext) -> str:
    return str(format_decimal(number, locale=context.locale))


def _feedback(question: Question, contents: Mapping[str, Content], context: PageContext) -> ET.Element:
    """Return every choice with verdict and feedback; of an order question the entries in the right order."""
    is_order, has_verdict = question.type is QuestionType.ORDER, question.type in TICKED
    listing = ET.Element("ol" if is_order else "ul", {"class": "question-feedback"})
    for choice in question.choices:
        entry = ET.SubElement(listing, "li", {"data-feedback-for": choice.id, **_choice_lang(choice, question)})
        line = ET.SubElement(entry, "p")
        if has_verdict:
            entry.set("data-right", "true" if choice.is_right else "false")
            verdict = ET.SubElement(line, "strong", _interface(question, context, choice))
            verdict.text = context.string("question.right" if choice.is_right else "question.wrong")
            verdict.tail = " "
        ET.SubElement(line, "q" if not is_order else "span").text = contents[choice.id].label
        if contents[choice.id].why:
            ET.SubElement(entry, "div").extend(contents[choice.id].why)
    return listing


def note_element(exercise: Exercise, checklist: Checklist, item: Item, context: PageContext) -> ET.Element:
    """Return where an exercise's result goes: a link to the item of the plan, which a script adds a field to."""
    attributes = {
        "data-list": checklist.id,
        "data-item": item.id,
        "data-digest": item.digest,
        "data-text": item.plain,
        "data-lang": item.locale,
        "data-exercise": exercise.id,
        "data-label": context.string("question.note"),
    }
    element = ET.Element("colabora-note", {"class": "exercise-note", **attributes})
    line = ET.SubElement(element, "p")
    before, _, after = context.string("question.goes-into", item="\0").partition("\0")
    line.text = AtomicString(before)
    href = f"{context.path_to(checklist.page)}#item--{checklist.id}--{item.id}"
    link = ET.SubElement(line, "a", {"href": href, **_lang(item.locale, context)})
    link.text, link.tail = AtomicString(item.plain), AtomicString(after)
    return element


def _lang(locale: str, context: PageContext) -> dict[str, str]:
    return {"lang": locale} if locale != context.locale else {}


def _choice_lang(choice: Choice, question: Question) -> dict[str, str]:
    return {"lang": choice.locale} if choice.locale != question.locale else {}


def _interface(question: Question, context: PageContext, choice: Choice | None = None) -> dict[str, str]:
    """Mark words of the interface that stand in a text of another language."""
    around = choice.locale if choice else question.locale
    return {"lang": context.locale} if around != context.locale else {}
