from __future__ import annotations

import time

import pytest
from selectolax.lexbor import LexborHTMLParser

from colabora.checks import check
from colabora.markdown import make_markdown
from colabora.page_context import PageContext
from colabora.problems import has_errors
from colabora.sanitising import sanitise
from conftest import Repository
from hostile import PAYLOADS

SAFE = ("http:", "https:", "mailto:", "tel:", "#")
ALLOWED_ELSEWHERE = frozenset(("html", "head", "body"))
RUNNING = frozenset(
    [
        "script",
        "style",
        "iframe",
        "object",
        "embed",
        "form",
        "button",
        "meta",
        "base",
        "link",
        "video",
        "audio",
        "source",
        "svg",
        "math",
        "template",
        "noscript",
    ]
)


def dangers(html: str) -> list[str]:
    """Return every element, attribute and address that could run or load something."""
    found = []
    for node in LexborHTMLParser(html).css("*"):
        if node.tag in RUNNING:
            found.append(f"<{node.tag}>")
        for name, value in node.attributes.items():
            address = "".join((value or "").split()).lower()
            if name.startswith("on") or name in ("style", "srcdoc", "formaction", "action", "ping", "autofocus"):
                found.append(name)
            if name == "href" and ":" in address.partition("/")[0] and not address.startswith(SAFE):
                found.append(address)
            if name == "src" and (":" in address.partition("/")[0] or address.startswith("//")):
                found.append(address)
            if name in ("id", "name") and address.startswith(("__", "md-")):
                found.append(f"{name}={address}")
    return found


@pytest.mark.parametrize(("name", "text", "refused"), PAYLOADS, ids=[p[0] for p in PAYLOADS])
def test_nothing_of_a_payload_can_run(name: str, text: str, refused: bool) -> None:
    assert dangers(make_markdown(PageContext()).convert(text)) == []


@pytest.mark.parametrize(("name", "text", "refused"), PAYLOADS, ids=[p[0] for p in PAYLOADS])
def test_the_sanitiser_alone_is_enough(name: str, text: str, refused: bool) -> None:
    assert dangers(sanitise(text)) == []


@pytest.mark.parametrize(("name", "text", "refused"), PAYLOADS, ids=[p[0] for p in PAYLOADS])
def test_the_check_says_so(repository: Repository, name: str, text: str, refused: bool) -> None:
    root = repository({"docs/en/index.md": f"Text first.\n\n{text}\n", "docs/en/hall.jpg": b"\xff\xd8\xff"})
    _, problems = check(root)
    assert has_errors(problems) is refused, [str(p) for p in problems]
    assert all(p.path == "docs/en/index.md" and p.line > 1 for p in problems)


def test_the_dangers_are_seen_when_they_are_there() -> None:
    bad = "<script>1</script><a href='java\nscript:1'>x</a><img src='//e.example/x' onerror=1><p id=__config>"
    assert len(dangers(bad)) == 5


@pytest.mark.parametrize(
    "text", ["*" * 20_000, "> " * 5_000, "a " + "`" * 9_900, "- " * 4_000, "<" * 20_000, "![" * 9_000]
)
def test_a_pathological_page_gets_a_line_in_seconds(repository: Repository, text: str) -> None:
    begun = time.monotonic()
    _, problems = check(repository({"docs/en/index.md": f"Text.\n\n{text}\n"}))
    assert has_errors(problems)
    assert time.monotonic() - begun < 5
