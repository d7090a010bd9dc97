from __future__ import annotations

import pytest

from colabora.checks import check_base
from colabora.knowledge_base import KnowledgeBase, read_knowledge_base
from conftest import ROOT
from small_world import parse, read_world, with_page

LATVIAN = """---
title: Pirms līguma parakstīšanas
description: Trīs pārbaudes, pirms kāds paraksta telpu nomas līgumu.
translation: {status: machine}
---
## Kam un kad {#for-whom}

Telpas vadītājam.

## Saraksts {#list}

/// checklist | Pirms līguma parakstīšanas
    id: premises

- [ ] Izmēriet interneta ātrumu uz vietas {#internet-speed}

    Noslogotākajā stundā.

- [ ] Parakstiet nomas līgumu {#lease}

    Tikai tādu, no kura varat izstāties.
///

## Ko ar to darīt {#use}

Parakstiet, kad viss ir izdarīts.
"""


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    """The small world with a Latvian list that lacks the second item, its lists known."""
    base = read_world(tmp_path_factory.mktemp("world"))
    page, _ = parse(base, "docs/lv/checklists/premises.md", LATVIAN.encode())
    return check_base(with_page(base, page))[0]


@pytest.fixture(scope="session")
def real_base() -> KnowledgeBase:
    """The real pages as read, before their lists are known."""
    return read_knowledge_base(ROOT)[0]
