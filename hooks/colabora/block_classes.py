"""Block classes: how a room registers its blocks with pymdownx, each knowing the page it is rendered for."""

from __future__ import annotations

from typing import Any

import markdown
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block

from colabora.page_context import PageContext


class BlockClasses(BlocksExtension):
    """Register block classes, which find the `PageContext` in their configuration."""

    def __init__(self, context: PageContext, *classes: type[Block]) -> None:
        self.config = {"context": [context, "a PageContext"]}
        self.classes = classes
        super().__init__()

    def extendMarkdownBlocks(self, md: markdown.Markdown, block_mgr: Any) -> None:
        """Register each class."""
        for made in self.classes:
            block_mgr.register(made, self.getConfigs())
