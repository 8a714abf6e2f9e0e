"""Pure functions on strings. No Flask, no torch, no I/O.

In the order in which they build on one another; each folder knows only those before it:

- ``words``: Which words there are: closed classes, verbs of saying, roles, given names; and English ones.
- ``reading``: Bytes, HTML and plain text as paragraphs and sentences with their places, and their language.
- ``marks``: Quotation marks: which belong together, and how English ones are set.
- ``facts``: Numbers, times, units, names and negation, as two languages can be compared by them.
- ``translating``: One segment and its English: what an engine is given, what is checked and put right.
- ``phrases``: The reporter's words, and the phrases among them that stand for somebody who can speak.
- ``saying``: Who is said to say, think or call something, in one sentence of the reporter.
- ``people``: The people and bodies of an article, and which of them "hij" or "de minister" is.
- ``speaking``: Whose words a quotation holds, by its own sentence and by those round it.
- ``quoting``: Where quotations are, what kind they are, and their English; begin with ``quotes``.
- ``summarising``: Which sentences and which quotations carry an article.

``document``, ``warnings``, ``confidence`` and ``visible`` are for all of them, and know none.
"""
