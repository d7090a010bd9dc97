"""Publishing: everything that turns rendered pages into a site that can be served from anywhere."""
