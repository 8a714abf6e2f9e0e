"""Pure functions on strings: paragraphs, sentences, quotes, facts, ranking. No Flask, no torch, no I/O."""
