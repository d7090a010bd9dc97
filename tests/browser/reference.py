"""A plain page of the weight of a Starlight page: 54 kB in all (brotli), measured for the same article.

The article itself is the largest thing that is painted, the style sheet has to be there before, the script comes
after: as there, in 10 kB of HTML, 14 kB of CSS and 30 kB of JavaScript. The same every time.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import brotli

HTML, CSS, JS = 10_000, 14_000, 30_000
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Reference</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,">
<link rel="stylesheet" href="assets/reference.css"><script type="module" src="assets/reference.js"></script></head>
<body><main><h1>Reference</h1>{}</main></body></html>"""


def write_reference(folder: Path) -> None:
    """Write the page into an empty folder."""
    (folder / "assets").mkdir()
    dice = random.Random(54)

    def word() -> str:
        return "".join(dice.choices("abcdefghijklmnopqrstuvwxyz", k=dice.randint(3, 9)))

    def paragraph() -> str:
        return f"<p>{' '.join(word() for _ in range(40))}</p>\n"

    def style() -> str:
        return f".{word()} .{word()} {{ color: #{dice.randrange(2**24):06x}; margin: {dice.randrange(999)}px }}\n"

    def function() -> str:
        return f"export function {word()}_{dice.randrange(10**6)}(a) {{ return a + '{word()} {word()} {word()}' }}\n"

    (folder / "index.html").write_text(PAGE.format(grown(paragraph, HTML)))
    (folder / "assets/reference.css").write_text(f"main {{ max-width: 40rem }}\n{grown(style, CSS)}")
    (folder / "assets/reference.js").write_text(grown(function, JS))


def grown(part: Callable[[], str], weight: int) -> str:
    """Return as many parts as weigh so many bytes."""
    parts: list[str] = []
    while len(brotli.compress("".join(parts).encode(), quality=5)) < weight:
        parts += [part() for _ in range(20)]
    return "".join(parts)
