"""One segment and its English: what an engine is given, what is checked and put right."""
