"""The reporter's words as tokens, and the phrases among them that stand for somebody who can speak."""
