"""Environment: what templates can call on every page, 404 and redirect pages included, and how they print."""

from __future__ import annotations

from jinja2 import Environment

from colabora.publishing.view import Site
from colabora.rule_pages import rule_texts
from colabora.search.a_to_z import a_to_z
from colabora.search.quality import read_quality


def prepare(environment: Environment, site: Site, **known: object) -> Environment:
    """Give templates assets by name, the rules, and what else is `known` to every page.

    Titles and strings are text, whatever signs they hold; a line of tags alone leaves no empty line behind.
    """
    environment.autoescape = environment.trim_blocks = environment.lstrip_blocks = True
    environment.globals.update(
        asset=site.assets, rule_texts=rule_texts, a_to_z=a_to_z, search_quality=read_quality, **known
    )
    return environment
