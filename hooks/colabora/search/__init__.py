"""Search: an index a language, small enough to be fetched in pieces, and how the forms of a word find each other."""
