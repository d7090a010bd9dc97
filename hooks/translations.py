"""Adapter: tell the templates how far translations are, and publish the same as data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from colabora.publishing.addresses import address_of
from colabora.translations.coverage import make_coverages
from colabora.translations.exports import write_coverage


@event_priority(40)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Count once a build, before a page is made."""
    if "coverages" not in config.extra:
        config.extra["coverages"] = make_coverages(config.extra["knowledge_base"])
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Let the templates link to a page in another language."""
    env.globals["address_of"] = address_of
    return env


def on_page_context(context: dict[str, Any], *, page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Give the templates the freshness of the page (none on an English one) and of all pages."""
    file: Any = page.file  # with what i18n adds to it
    coverages = config.extra["coverages"]
    coverage = coverages.get(file.locale_alternate_of)
    context["translation"] = coverage.pages[file.norm_src_uri] if coverage else None
    context["coverages"] = coverages
    return context


@event_priority(-150)
def on_post_build(config: MkDocsConfig) -> None:
    """Write `/data/translations.json` after the last language (i18n builds the others in its own event, at -100)."""
    i18n: Any = config.plugins["i18n"]
    if not i18n.building:
        root = config.extra["knowledge_base"].root
        write_coverage(config.extra["coverages"], root, Path(config.site_dir))
