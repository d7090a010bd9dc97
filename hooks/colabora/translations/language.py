"""Language: tell English that was left in a translation.

Takes in a line of prose, spits out whether it is English. The dictionaries of simplemma say which words of the line
each of the two languages knows; a line of names belongs to neither and is left alone.
"""

from __future__ import annotations

import re
from functools import lru_cache

from simplemma import langdetect

from colabora.locales import SOURCE_LOCALE

WORD = re.compile(r"[^\W\d_]{2,}")
# What stands in quotation marks may be a title or somebody's own words in English.
QUOTED = re.compile(r"„[^“”]*[“”]|«[^»]*»|“[^”]*”")
FEWEST_WORDS = 4
# Share of words that English must know more than the other language (names are known to neither).
MARGIN = 0.2


@lru_cache(maxsize=50_000)
def is_english(text: str, locale: str) -> bool:
    """Tell whether a text that should be in a language is in English; too short a text is not judged."""
    unquoted = QUOTED.sub(" ", text)
    text = unquoted if len(WORD.findall(unquoted)) >= FEWEST_WORDS else text
    if len(WORD.findall(text)) < FEWEST_WORDS:
        return False
    known = dict(langdetect(text, lang=(SOURCE_LOCALE, locale)))
    return known.get(SOURCE_LOCALE, 0) > known.get(locale, 0) + MARGIN
