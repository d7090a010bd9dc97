"""The forms of words in the browser: the same as in Python, which counts how good they are."""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import Page

from browser.serving import ROOT, serve
from colabora.search.publishing import paradigms_to_json
from colabora.search.word_forms import PARADIGMS, forms_of
from word_forms.counting import read_words

PAGE = '<!doctype html><html lang="en"><title>Forms</title><link rel="icon" href="data:,">'
RUN = """async ([paradigms, words]) => {
    const {formsOf, readParadigms} = await import('/word-forms.js');
    const ready = readParadigms(paradigms);
    return words.map((word) => [...formsOf(word, ready)].sort());
}"""


def test_the_browser_guesses_the_same_forms(page: Page, tmp_path: Path) -> None:
    words = read_words()
    shutil.copy(ROOT / "overrides/assets/javascripts/word-forms.js", tmp_path)
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")
    with serve(tmp_path) as address:
        page.goto(address)
        for locale, paradigms in PARADIGMS.items():
            some = [word.forms[n % len(word.forms)] for n, word in enumerate(words) if word.locale == locale][::3]
            found = page.evaluate(RUN, [paradigms_to_json(paradigms), some])
            assert found == [sorted(forms_of(form, locale)) for form in some]
