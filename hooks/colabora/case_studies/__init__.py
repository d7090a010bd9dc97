"""Case studies: what is known in public about spaces, networks, programmes and events, as pages, data and charts."""
