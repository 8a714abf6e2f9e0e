"""Training, evaluation and export of the small MarianMT Dutch-to-English checkpoint.

In the order in which they build on one another; each folder knows only those before it:

- ``data``: From TSV files of pairs to a vocabulary, tokenised arrays and a table of words; see ``prepare``.
- ``learning``: From tokenised arrays to the states of a run: network, loss and loop; see ``train``.
- ``release``: From the states of a run to a folder that anybody can load, its card, and what it scores.

``errors``, ``measures`` and ``options`` are for all of them, and know none. The commands are in ``cli``, that
of the longest in ``learning.train_command``.
"""
