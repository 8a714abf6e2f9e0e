"""One segment and its English: what an engine is given, what is checked, and how it should have begun."""
