"""Adapter: hand pages to `colabora` to be read, checked and rendered (MkDocs events to pure functions)."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from colabora.checks import check, is_readable
from colabora.knowledge_base import KnowledgeBase
from colabora.problems import has_errors
from colabora.publishing.reading import fill_editors_email, is_read
from colabora.rendering import page_context

log = get_plugin_logger("hooks.content")


@event_priority(100)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Read and check everything once a build, before a page is rendered, and let no other file through."""
    if "knowledge_base" not in config.extra:  # a configuration lives as long as one build of all languages
        config.extra["knowledge_base"], problems = check(Path(config.docs_dir).parent)
        lenient = bool(os.environ.get("LENIENT")) and is_readable(config.extra["knowledge_base"], problems)
        for problem in problems:
            log.log(logging.INFO if lenient else logging.WARNING, "%s", problem)
        if has_errors(problems) and not lenient:
            raise PluginError(f"{len(problems)} problems, see above; nothing was built")
    base: KnowledgeBase = config.extra["knowledge_base"]
    for file in [f for f in files if f.src_dir == config.docs_dir and not is_read(base, f.src_uri)]:
        files.remove(file)
    return files


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Render the body as our own reader cut it, in the language it is written in."""
    base: KnowledgeBase = config.extra["knowledge_base"]
    file: Any = page.file  # with what i18n adds to it
    written = base.pages[file.locale][file.norm_src_uri]
    page.meta = dict(written.source.front_matter)
    config.mdx_configs["colabora.markdown"] = {"context": page_context(base, written)}
    return fill_editors_email(written.source.body, config.extra["editors_email"])


def on_page_context(context: dict[str, Any], *, page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Give the templates the page as the knowledge base knows it."""
    base: KnowledgeBase = config.extra["knowledge_base"]
    file: Any = page.file
    context["base"] = base
    context["written"] = base.pages[file.locale][file.norm_src_uri]
    context["locale"] = file.locale_alternate_of
    context["t"] = base.strings[file.locale_alternate_of]
    return context
