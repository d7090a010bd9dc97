"""Adapter: build one language only, at its own address (`LOCALE=lv mkdocs build`)."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority


@event_priority(50)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Begin with the language that is asked for instead of the default one, and build no other.

    `build_only_locale` of mkdocs-static-i18n 1.3.1 makes it the default language, which stands at the root.
    """
    i18n: Any = config.plugins["i18n"]
    only = config.extra.get("only_locale")
    if not only or i18n.current_language is not None:
        return config
    if only not in i18n.all_languages:
        raise PluginError(f"LOCALE={only}: mkdocs.yml has no such language")
    i18n.current_language = only
    for language in i18n.config.languages:
        language.build = language.locale == only
    return config
