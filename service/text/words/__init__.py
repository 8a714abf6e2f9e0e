"""Which words there are: closed classes, verbs of saying, roles, people, given names, English ones."""
