"""Adapter: everything that turns built pages into a site that can be served anywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import mkdocs
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from colabora.publishing.accessibility import read_results
from colabora.publishing.environment import prepare
from colabora.publishing.publish import publish
from colabora.publishing.scripts import ScriptError
from colabora.publishing.style_sheets import StyleSheetError
from colabora.publishing.view import make_site, make_view

commands: list[str] = []  # `serve` makes previews; it says so once and then builds again and again


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether this is a preview."""
    commands.append(command)


@event_priority(50)
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Publish nothing of the theme but what we write ourselves, 404 pages and sitemap included."""
    config.theme.static_templates.clear()
    for file in [f for f in files if f.src_dir != config.docs_dir]:
        files.remove(file)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Know the whole site before a page is made, and let templates know on 404 pages, too, what they need."""
    if "site" not in config.extra:
        try:
            config.extra["site"] = make_site(config.extra["knowledge_base"], config.site_url or "/")
        except ScriptError as fault:
            raise PluginError(str(fault)) from None
    site = config.extra["site"]
    known = {"accessibility": read_results(site.base.root), "mkdocs_version": mkdocs.__version__}
    config.extra["environment"] = prepare(env, site, config=config, **known)


def on_page_context(context: dict[str, Any], *, page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Give the templates the page as its reader sees it."""
    file: Any = page.file  # with what i18n adds to it
    context["view"] = make_view(config.extra["site"], file.locale_alternate_of, file.norm_src_uri, page.content or "")
    return context


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """Complete the site after the last language: i18n builds the others inside its own event, at -100."""
    i18n: Any = config.plugins["i18n"]
    if not i18n.building:
        site, env = config.extra["site"], config.extra["environment"]
        try:
            publish(site, Path(config.site_dir), env, is_preview="serve" in commands)
        except StyleSheetError as fault:
            raise PluginError(str(fault)) from None
