"""The forms of words in the browser: the same as in Python, which counts how good they are."""

from __future__ import annotations

from playwright.sync_api import Page

from browser.serving import ROOT, serve
from colabora.search.publishing import paradigms_to_json
from colabora.search.word_forms import PARADIGMS, forms_of
from word_forms.counting import read_words

RUN = """async ([paradigms, words]) => {
    const {formsOf, readParadigms} = await import('/word-forms.js');
    const ready = readParadigms(paradigms);
    return words.map((word) => [...formsOf(word, ready)].sort());
}"""


def test_the_browser_guesses_the_same_forms(page: Page) -> None:
    words = read_words()
    with serve(ROOT / "overrides/assets/javascripts") as address:
        page.goto(f"{address}word-forms.js")
        for locale, paradigms in PARADIGMS.items():
            some = [word.forms[n % len(word.forms)] for n, word in enumerate(words) if word.locale == locale][::3]
            found = page.evaluate(RUN, [paradigms_to_json(paradigms), some])
            assert found == [sorted(forms_of(form, locale)) for form in some]
