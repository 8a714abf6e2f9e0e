"""The people and bodies of an article, and which of them "hij" or "de minister" is."""
