"""Which words there are: closed classes, verbs of saying, roles, given names; and English ones."""
