"""Adapter: everything that turns built pages into a site that can be served anywhere."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from colabora.publishing.assets import AssetAddress
from colabora.publishing.view import make_site, make_view


@event_priority(50)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Know the whole site before a page is made, and publish no file of the theme by itself."""
    config.extra["site"] = make_site(config.extra["knowledge_base"], config.site_url or "/")
    for file in [f for f in files if f.src_dir != config.docs_dir]:
        files.remove(file)
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Let the templates ask for scripts, styles and pictures by name."""
    env.globals["asset"] = AssetAddress(config.extra["knowledge_base"].root)
    return env


def on_page_context(context: dict[str, Any], *, page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Give the templates the page as its reader sees it."""
    site, file = config.extra["site"], page.file
    context["view"] = make_view(site, file.locale_alternate_of, file.norm_src_uri, page.content or "")
    return context
