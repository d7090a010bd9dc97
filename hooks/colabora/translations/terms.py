"""Terms: forbidden forms of the glossary in a translation, and links to a term that do not use its words.

Takes in a page's prose, spits out a warning for each form with the number of times it stands on the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from colabora.problems import Problem, Severity, quote, rule
from colabora.registers import Term, TermForms
from colabora.translations.inventory import Prose
from colabora.translations.stems import count_phrase, stem, stems, words_of

# “koprade (alone, for the place)”: a person has to judge it, except where it is all a link to the term says.
CONDITION = re.compile(r"\s*\(.*\)$")
# “kopienas veidotājs/-a”, “Coworker:in”, “coworkeur·se”: what comes before the second ending.
SECOND_ENDING = re.compile(r"(?<=\w)(?:[:/·]-?\w+)+")
OFTEN = 2  # a word used once may well be said in another way
LONGEST_TAIL = 3  # letters by which two forms of a word may differ at its end


@rule("term-forbidden", Severity.WARNING)
def forbidden_term(form: str, count: int, preferred: str) -> tuple[str, str]:
    """Use the words that the glossary prefers or allows, in every form of the word.

    Bad: `kovorkingā` in a Latvian page

    Good: `koprades telpā`
    """
    times = f", {count} times on this page, here first" if count > 1 else ""
    return f"{quote(form)} is forbidden in the glossary{times}", f"write {quote(preferred)}"


@rule("term-preferred", Severity.WARNING)
def not_preferred(text: str, term: str, forms: str) -> tuple[str, str]:
    """Link to a term with its preferred or an allowed form.

    Bad: `[kopā strādāšana](term:coworking)`

    Good: `[koprade](term:coworking)`
    """
    return f"link text {quote(text)} is no form of the term {quote(term)}", f"write {forms}"


@rule("term-unused", Severity.WARNING)
def unused_term(term: str, count: int, forms: str) -> tuple[str, str]:
    """Use the glossary’s word for what the English page names by a term more than once.

    Bad: a page that speaks of `telpa` throughout where English says “coworking space”

    Good: `koprades telpa`
    """
    return f"the English page says {quote(term)} {count} times, this page never", f"write {forms} where it is meant"


@dataclass(frozen=True)
class Forbidden:
    """A form to look for: its stems, or its very words where only the ending tells it from a good form.

    Where it is another term's good form, only links to its own term are searched; where the glossary forbids it in
    one sense only, only those that say nothing else (`is_alone`).
    """

    form: str
    words: tuple[str, ...]
    preferred: str
    term: str
    is_exact: bool
    in_links_only: bool
    is_alone: bool

    def count_in(self, text: str, locale: str) -> int:
        """Return how often the form stands in a text."""
        found = words_of(text) if self.is_exact else stems(text, locale)
        return int(found == self.words) if self.is_alone else count_phrase(self.words, found)


class Wording:
    """The prose of a page with all its words and stems, so that a form none of whose words it has costs nothing."""

    def __init__(self, prose: Sequence[Prose], locale: str) -> None:
        self.locale = locale
        self.prose = prose
        self.stems = frozenset(s for p in prose for s in stems(p.text, locale))
        self.words = frozenset(w for p in prose for w in words_of(p.text))

    def may_hold(self, form: Forbidden) -> bool:
        """Tell whether every word of a form stands somewhere on the page."""
        return (self.words if form.is_exact else self.stems).issuperset(form.words)

    def count(self, phrase: tuple[str, ...]) -> int:
        """Return how often stems stand side by side on the page."""
        if not self.stems.issuperset(phrase):
            return 0
        return sum(count_phrase(phrase, stems(p.text, self.locale)) for p in self.prose)


@dataclass(frozen=True)
class TermBase:
    """What the glossary says of one language: good forms by term, and the forms to look for."""

    locale: str
    forms: Mapping[str, TermForms]
    forbidden: tuple[Forbidden, ...]


def make_term_base(glossary: Mapping[str, Term], locale: str) -> TermBase:
    """Return the terms of one language."""
    forms = {t.id: t.terms[locale] for t in glossary.values() if locale in t.terms}
    good = {term: frozenset(stems(base_form(f), locale) for f in _good(own)) for term, own in forms.items()}
    forbidden = tuple(f for term, own in forms.items() for f in _forbidden(term, own, good, locale))
    return TermBase(locale, forms, forbidden)


def _good(forms: TermForms) -> tuple[str, ...]:
    return (forms.preferred, *forms.allowed)


def _forbidden(
    term: str, own: TermForms, good: Mapping[str, frozenset[tuple[str, ...]]], locale: str
) -> Iterator[Forbidden]:
    for form in own.forbidden:
        bare = CONDITION.sub("", form)
        wanted = stems(base_form(bare), locale)
        is_alone = bare != form
        is_exact = wanted in good[term]
        elsewhere = any(wanted in forms for other, forms in good.items() if other != term)
        words = words_of(bare) if is_exact else wanted
        yield Forbidden(bare, words, own.preferred, term, is_exact, is_alone or elsewhere, is_alone)


def check_terms(
    path: str, wording: Wording, links: Sequence[tuple[str, str, int]], terms: TermBase
) -> Iterator[Problem]:
    """Return the forbidden forms of a page and the links to terms in other words; links are (term, text, line)."""
    for forbidden in terms.forbidden:
        places = [(text, line) for term, text, line in links if term == forbidden.term]
        if not forbidden.in_links_only:
            places = [(p.text, p.line) for p in wording.prose] if wording.may_hold(forbidden) else []
        hits = [(forbidden.count_in(text, terms.locale), line) for text, line in places]
        count = sum(n for n, _ in hits)
        if count:
            line = next(line for n, line in hits if n)
            yield forbidden_term.at(path, line, forbidden.form, count, forbidden.preferred)
    for term, text, line in links:
        forms = terms.forms.get(term)
        if forms and not any(is_form(text, form, terms.locale) for form in _good(forms)):
            yield not_preferred.at(path, line, text, term, " or ".join(map(quote, _good(forms))))


def check_unused_terms(
    path: str, wording: Wording, english: Wording, terms: TermBase, english_terms: TermBase
) -> Iterator[Problem]:
    """Return the terms that the English page uses more than once and its translation never."""
    if not wording.prose:
        return  # a page that could not be read has one problem
    text = "\n".join(p.text for p in wording.prose)
    for term, forms in terms.forms.items():
        source = english_terms.forms.get(term)
        if source is None:
            continue
        count = english.count(stems(source.preferred, english_terms.locale))
        if count >= OFTEN and not any(is_form(text, form, terms.locale) for form in _good(forms)):
            yield unused_term.at(
                path, wording.prose[0].line, source.preferred, count, " or ".join(map(quote, _good(forms)))
            )


def base_form(form: str) -> str:
    """Return a form without its second ending: `Coworker:in` is `Coworker`."""
    return SECOND_ENDING.sub("", form)


def is_form(text: str, form: str, locale: str) -> bool:
    """Tell whether a text uses a form, whatever its endings: each word of the form meets one of the text."""
    words = words_of(text)
    return all(any(_meets(w, wanted, locale) for w in words) for wanted in words_of(base_form(CONDITION.sub("", form))))


def _meets(word: str, wanted: str, locale: str) -> bool:
    """Tell whether two words have a stem in common, or begin alike but for their last letters."""
    one, other = stem(word, locale), stem(wanted, locale)
    shared = max(3, len(other) - LONGEST_TAIL)
    return one == other or (len(other) > 3 and one[:shared] == other[:shared]) or (len(other) > 5 and other in one)
