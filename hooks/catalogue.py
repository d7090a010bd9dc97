"""Adapter: let the page of the catalogue ask for all cases, and write beside it what its scripts load."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

from colabora.catalogue.model import FILE, PAGE, catalogue_to_json, make_catalogue
from colabora.publishing.addresses import address_of


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Let the templates make the catalogue of a language."""
    env.globals["case_catalogue"] = make_catalogue
    return env


@event_priority(-150)
def on_post_build(config: MkDocsConfig) -> None:
    """Write once, after the last language (i18n builds the others in its own event, at -100)."""
    i18n: Any = config.plugins["i18n"]
    if i18n.building:
        return
    base = config.extra["knowledge_base"]
    for locale in base.locales:
        folder = Path(config.site_dir, address_of(locale, PAGE))
        if (folder / "index.html").is_file():
            (folder / FILE).write_text(catalogue_to_json(base, locale), encoding="utf-8")
