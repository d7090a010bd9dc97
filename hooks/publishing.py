"""Adapter: everything that turns built pages into a site that can be served anywhere."""

from __future__ import annotations
