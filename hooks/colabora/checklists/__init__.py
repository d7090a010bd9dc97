"""Checklists: lists of items with ids that never change, so that a tick outlives language and version."""
