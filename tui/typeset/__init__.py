"""How records become lines: wrapping, columns, days, names and signs. Pure functions; nothing here knows Textual."""
