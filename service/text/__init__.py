"""Pure functions on strings. No Flask, no torch, no I/O.

In the order in which they build on one another; each folder knows only those before it:

- ``words``: which words there are, Dutch and English: closed classes, verbs of saying, roles, given names.
- ``reading``: bytes, HTML and plain text as paragraphs and sentences with their places, and their language.
- ``marks``: quotation marks, and which of them belong together.
- ``facts``: numbers, times, names and negation as values that can be compared across two languages.
- ``translating``: one segment and its English: what an engine is given, and what is checked and put right.
- ``phrases``: the reporter's words, and the phrases among them that stand for somebody who can speak.
- ``saying``: who is said to say, think or call something, in one sentence.
- ``people``: the people and bodies of an article, and which of them "hij" or "de minister" is.
- ``speaking``: whose words a quotation holds, by its own sentence and by those round it.
- ``quoting``: where quotations are, what kind they are, and their English; begin with ``quoting.quotes``.
- ``summarising``: which sentences and which quotations carry an article.

``document``, ``warnings``, ``confidence`` and ``visible`` are for all of them, and know none.
"""
