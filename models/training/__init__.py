"""Training, evaluation and export of the small MarianMT Dutch-to-English checkpoint.

- ``data``: from TSV files of pairs to a vocabulary, tokenised arrays and a table of words.
- ``learning``: from those to the states of a run.
- ``release``: from the states to a checkpoint that anybody can load, and what it scores.

Each folder knows only those before it; ``cli`` puts a command in front of each step.
"""
