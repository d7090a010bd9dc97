"""Adapter: the index that search in a reader's browser fetches in pieces."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from colabora.search.publishing import publish_search


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """Index the site after the last language: i18n builds the others inside its own event, at -100."""
    i18n: Any = config.plugins["i18n"]
    if not i18n.building:
        publish_search(config.extra["site"], Path(config.site_dir))
