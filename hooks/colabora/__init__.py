"""The pure package of the knowledge base: Markdown in, models, problems, data and markup out.

Nothing in here knows MkDocs; the adapters in `hooks/` do.
"""
