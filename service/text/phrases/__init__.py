"""The reporter's words, and the phrases among them that stand for somebody who can speak."""
