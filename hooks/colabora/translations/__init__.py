"""Translations: which section is behind, what a translation must agree on with English, and how readers are told."""
