"""From TSV files of pairs to a vocabulary, tokenised arrays and a table of words; see ``prepare``."""
