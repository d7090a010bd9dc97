"""Adapter: let pages of the method and the toolbox ask for gaps and files, and write the files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

from colabora.data_files import write_files
from colabora.methodology.gaps import find_gaps
from colabora.toolbox.documents import template_documents


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Let templates ask; files are made once a build, for all languages."""
    base = config.extra["knowledge_base"]
    if "template_documents" not in config.extra:
        config.extra["template_documents"] = {x: template_documents(base, x) for x in base.locales}
    env.globals["template_documents"] = config.extra["template_documents"]
    env.globals["find_gaps"] = find_gaps
    return env


@event_priority(-150)
def on_post_build(config: MkDocsConfig) -> None:
    """Write the files once, after the last language: i18n builds the others inside its own event, at -100."""
    i18n: Any = config.plugins["i18n"]
    if i18n.building:
        return
    made = config.extra["template_documents"].values()
    write_files({d.address: d.content for documents in made for d in documents}, Path(config.site_dir))
