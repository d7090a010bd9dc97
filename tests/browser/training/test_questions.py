"""Questions: answered once, known everywhere; every type judged; without storage, script or pointer."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

from browser.training.learner import LESSON, SINGLE, Learner

DENIED = """Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('', 'SecurityError'); }});"""
ORDER = ("1.0/training/welcome/first-message-first-visit/", "first-visit-in-order")
NUMBER = ("1.0/training/operations/line-and-calls/", "number")
MULTIPLE = ("1.0/training/testing/a-pop-up-week/", "multiple")
REFLECTION = ("1.0/training/testing/a-pop-up-week/", "reflection")


def of_type(learner: Learner, kind: str) -> str:
    """Return the id of the first question of a type."""
    return learner.page.locator(f'[data-type="{kind}"]').first.get_attribute("data-question-id") or ""


def test_an_answer_is_known_in_another_language_version_and_tab_and_after_a_reload(learner: Learner) -> None:
    other = learner.open().tab("1.0/lv/training/testing/deciding-by-a-number/")
    learner.input("five").check()
    learner.check()
    learner.expect_verdict(False)
    other.expect_verdict(False)
    expect(other.input("five")).to_be_checked()
    learner.open("2.0/lv/training/testing/deciding-by-a-number/")
    learner.expect_verdict(False)
    other.input("eight").check()
    expect(learner.input("eight")).to_be_checked()
    expect(learner.verdict()).to_have_count(0)
    other.check()
    learner.page.reload()
    learner.expect_verdict(True)
    entry = learner.value(f"question:{SINGLE}")
    assert (entry["state"], entry["right"], entry["lang"]) == ("eight", True, "lv")
    assert entry["version"]


def test_a_wrong_choice_is_told_why_and_may_be_tried_again(learner: Learner) -> None:
    learner.open()
    learner.check()
    expect(learner.question().locator(".question-hint")).to_be_visible()
    learner.input("thirteen").check()
    learner.check()
    told = learner.question().locator(".question-result [data-feedback-for]")
    expect(told).to_have_count(1)
    expect(told).to_have_attribute("data-feedback-for", "thirteen")
    learner.question().locator(".question-actions button").nth(1).click()
    expect(learner.verdict()).to_have_count(0)
    expect(learner.input("thirteen")).not_to_be_checked()
    expect(learner.input("five")).to_be_focused()


def test_entries_in_order_are_numbered_and_half_an_answer_is_kept(learner: Learner) -> None:
    path, name = ORDER
    learner.open(path)
    question = learner.question(name)
    order = question.locator(".question-solution [data-feedback-for]").evaluate_all(
        "(all) => all.map((entry) => entry.dataset.feedbackFor)"
    )
    learner.input(order[0], name).fill("1")
    learner.check(name)
    expect(learner.verdict(name)).to_have_count(0)
    expect(question.locator(".question-hint")).to_be_visible()
    learner.page.reload()
    expect(learner.input(order[0], name)).to_have_value("1")
    for place, choice in enumerate(order, start=1):
        learner.input(choice, name).fill(str(len(order) + 1 - place))
    learner.check(name)
    learner.expect_verdict(False, name)
    for place, choice in enumerate(order, start=1):
        learner.input(choice, name).fill(str(place))
    learner.check(name)
    learner.expect_verdict(True, name)


def test_a_number_is_right_within_its_tolerance_only(learner: Learner) -> None:
    learner.open(NUMBER[0])
    name = of_type(learner, "number")
    question = learner.question(name)
    answer = float(question.get_attribute("data-answer") or "")
    tolerance = float(question.get_attribute("data-tolerance") or 0)
    field = question.locator("fieldset input")
    for number, is_right in (
        (answer + tolerance, True),
        (answer + tolerance + 1, False),
        (answer - tolerance, True),
        (answer - tolerance - 1, False),
    ):
        field.fill(f"{number:g}")
        learner.check(name)
        learner.expect_verdict(is_right, name)


def test_of_several_right_choices_all_are_wanted_and_none_besides(learner: Learner) -> None:
    learner.open(MULTIPLE[0])
    name = of_type(learner, "multiple")
    question = learner.question(name)
    right = question.locator('.question-solution [data-right="true"]').evaluate_all(
        "(all) => all.map((entry) => entry.dataset.feedbackFor)"
    )
    learner.input(right[0], name).check()
    learner.check(name)
    learner.expect_verdict(False, name)
    expect(question.locator(".question-hint")).to_be_visible()
    for choice in right[1:]:
        learner.input(choice, name).check()
    learner.check(name)
    learner.expect_verdict(True, name)
    wrong = question.locator('.question-solution [data-right="false"]').first.get_attribute("data-feedback-for")
    learner.input(str(wrong), name).check()
    learner.check(name)
    learner.expect_verdict(False, name)


def test_a_reflection_is_kept_as_it_is_written(learner: Learner) -> None:
    learner.open(REFLECTION[0])
    name = of_type(learner, "reflection")
    learner.question(name).locator("textarea").fill("Ķēdes 🌱\n<b>treknraksts</b>")
    learner.open(f"2.0/lv/{REFLECTION[0].removeprefix('1.0/')}")
    expect(learner.question(name).locator("textarea")).to_have_value("Ķēdes 🌱\n<b>treknraksts</b>")


def test_by_keyboard_alone_the_focus_stays_and_the_result_is_a_status(learner: Learner) -> None:
    page = learner.open().page
    learner.input("five").focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    learner.expect_verdict(True)
    expect(learner.question().locator(".question-actions button").first).to_be_focused()
    expect(learner.question().get_by_role("status")).to_contain_text("✓")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(learner.verdict()).to_have_count(0)


@pytest.mark.parametrize("text", ["{", "null", "[]", '"x"', '{"at":1}'])
def test_a_broken_entry_is_set_aside_and_the_rest_is_kept(learner: Learner, text: str) -> None:
    learner.open()
    learner.input("signed-up", "who-hears-first").check()
    learner.store(f"question:{SINGLE}", text)
    learner.open()
    expect(learner.input("signed-up", "who-hears-first")).to_be_checked()
    expect(learner.page.locator('[data-trouble="set-aside"]')).to_be_visible()
    learner.input("eight").check()
    learner.check()
    learner.expect_verdict(True)


def test_an_answer_goes_by_ids_whatever_the_order_of_the_choices_and_forgets_what_is_gone(learner: Learner) -> None:
    learner.open()
    entry = {"state": ["gone", "eight"], "at": 1, "right": True}
    learner.store(f"question:{SINGLE}", json.dumps(entry))
    learner.page.reload()
    expect(learner.input("eight")).to_be_checked()
    learner.expect_verdict(True)


def test_where_storage_is_denied_questions_work_and_say_so(
    new_context: Callable[..., BrowserContext], versions: str
) -> None:
    context = new_context()
    context.add_init_script(DENIED)
    learner = Learner(context, versions).open()
    learner.input("eight").check()
    learner.check()
    learner.expect_verdict(True)
    expect(learner.page.locator('[data-trouble="denied"]')).to_be_visible()


def test_without_a_script_the_page_reads_with_its_answers_folded_and_nothing_pretends_to_work(
    new_context: Callable[..., BrowserContext], versions: str
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(versions + LESSON)
    expect(page.locator(".question-solution").first).to_be_visible()
    expect(page.locator("details.facilitator").first).to_be_visible()
    expect(page.locator("colabora-question button, .lesson-progress button >> visible=true")).to_have_count(0)
    expect(page.locator(".facilitator-switch")).to_be_hidden()
    expect(page.locator(".exercise-note a").first).to_be_visible()
    page.goto(f"{versions}1.0/training/self-assessment/")
    expect(page.locator(".question-solution a").first).to_be_visible()
