"""Catalogue: what readers choose cases by, and what tells one case from another."""
