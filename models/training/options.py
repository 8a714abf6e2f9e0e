"""Kinds of values that several commands of the training package ask for."""

from pathlib import Path

import click

EXISTING = click.Path(exists=True, path_type=Path)
PATH = click.Path(path_type=Path)
