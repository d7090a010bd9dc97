"""The small world with a page of rooms, in English and four translations, stamped or not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from colabora.cli import main
from conftest import HEADER, ROOT
from small_world import make_world

TRANSLATIONS = ROOT / "tests" / "cases" / "translations" / "world"
LOCALES = ("lv", "de", "fr", "es")
ROOMS = "about/rooms.md"
LIST = "checklists/premises.md"
LESSON = "training/testing/signs.md"
# A shell of its own, so that these tests are about translations and not about the look of the site.
SHELL = """<!doctype html>
<html lang="{{ locale }}"><head><title>{{ written.title }}</title><link rel="icon" href="data:,"></head><body><article>
<h1>{{ written.title }}</h1>{% include "partials/translation-state.html" %}
{% for part in view.parts %}{{ part.html|safe }}{% if part.marker %}{% include "markers/" ~ part.marker ~ ".html" %}{% endif %}{% endfor %}
</article>{% include "partials/translation-compare.html" %}
{% for module in view.modules %}<script type="module" src="{{ asset(module) }}"></script>{% endfor %}</body></html>
"""
STATUS = "about/translation-status.md"
COMPARE = "about/compare.md"
GLOSSARY = "about/glossary.md"
NEW_PART = "## A new part {#new}\n\nIt is *new*[^report].\n\n"
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


def make_translated_world(root: Path, *, stamped: bool = True) -> Path:
    """Write the world with its translations into an empty folder."""
    make_world(root)
    shutil.copytree(TRANSLATIONS, root, dirs_exist_ok=True)
    if stamped:
        assert main(["--root", str(root), "translations", "stamp", *LOCALES]) == 0
    return root


def edit(file: Path, old: str, new: str) -> int:
    """Replace a text that stands in a file once; return its line."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    file.write_text(text.replace(old, new), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def make_site(root: Path) -> None:
    """Write a translated world that can be built: one section edited, one new, one page never stamped."""
    make_translated_world(root)
    shutil.copytree(ROOT / "hooks", root / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("overrides/markers", "overrides/partials"):
        shutil.copytree(ROOT / name, root / name)
    for name in ("mkdocs.yml", "pyproject.toml", "overrides/redirect.html"):
        shutil.copy(ROOT / name, root / name)
    scripts = root / "overrides/assets/javascripts"
    scripts.mkdir(parents=True)
    shutil.copy(ROOT / "overrides/assets/javascripts/compare.js", scripts)
    (root / "overrides/main.html").write_text(SHELL, encoding="utf-8")
    (root / "overrides/404.html").write_text("<h1>{{ written.title }}</h1>", encoding="utf-8")
    pages = {STATUS: "[[translation-status]]", COMPARE: "[[compare]]", GLOSSARY: "Terms."}
    for name, text in pages.items():
        (root / "docs/en" / name).write_text(f"{HEADER.format(title=name)}{text}\n", encoding="utf-8")
    edit(root / "docs/en" / ROOMS, "The rent is €5,000 a year", "The rent is €5,500 a year")
    edit(root / "docs/en" / LIST, "## What to do with it", f"{NEW_PART}## What to do with it")
    unstamped = root / "docs/lv/training/testing/signs.md"
    text = unstamped.read_text(encoding="utf-8")
    unstamped.write_text(text[: text.index("  source:\n")] + text[text.index("---\n", 4) :], encoding="utf-8")


def build(root: Path) -> Path:
    done = mkdocs("build", "--strict", cwd=root)
    assert done.returncode == 0, done.stderr
    return root / "site"


def mkdocs(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, env=ENVIRONMENT)
