"""The one error of the training tools that a user may cause."""

import click


class TrainingError(click.ClickException):
    """A mistake in the input, shown as one line with exit code 1."""
