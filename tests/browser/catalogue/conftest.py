"""The catalogue of made-up cases: few for most tests, many where it has to be quick."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from browser.serving import serve
from catalogue_world import print_catalogue, with_cases
from colabora.knowledge_base import KnowledgeBase, read_knowledge_base
from conftest import ROOT

FEW, MANY = 24, 1000


@pytest.fixture(scope="session")
def few_cases() -> KnowledgeBase:
    """Return a knowledge base of few cases."""
    return with_cases(read_knowledge_base(ROOT)[0], FEW)


@pytest.fixture(scope="session")
def catalogue_folder(few_cases: KnowledgeBase, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Print the catalogue of few cases."""
    return print_catalogue(few_cases, tmp_path_factory.mktemp("few"))


@pytest.fixture(scope="session")
def catalogue_address(catalogue_folder: Path) -> Iterator[str]:
    """Serve the catalogue of few cases."""
    with serve(catalogue_folder) as address:
        yield address


@pytest.fixture(scope="session")
def large_address(few_cases: KnowledgeBase, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a catalogue of many cases."""
    folder = print_catalogue(with_cases(few_cases, MANY), tmp_path_factory.mktemp("many"), ["en"])
    with serve(folder) as address:
        yield address
