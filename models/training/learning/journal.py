"""The log of a run: one JSON object a line."""

import json
from pathlib import Path
from typing import Any

import click


class Journal:
    """Appends events to a file and echoes them; a full disk costs lines, never the run."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def write(self, event: str, **fields: Any) -> None:
        """Append one event."""
        line = json.dumps({"event": event, **fields})
        try:
            with self._path.open("a", encoding="utf-8") as stream:
                stream.write(line + "\n")
            click.echo(line)
        except OSError as error:
            click.echo(f"cannot write the log: {error}", err=True)


def read_journal(path: Path) -> list[dict[str, Any]]:
    """Events of a log, lines cut off by a crash left out."""
    events = []
    for line in path.read_text(encoding="utf-8").splitlines():
        try:
            events.append(json.loads(line))
        except ValueError:
            continue
    return events
