"""Training, evaluation and export of the small MarianMT Dutch-to-English checkpoint."""
