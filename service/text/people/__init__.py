"""The people and bodies of an article, and which of them a surname, a role or a pronoun stands for."""
