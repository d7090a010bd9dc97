"""The toolbox: templates that people carry away as files."""
