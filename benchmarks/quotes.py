"""How well quotations are found: ``python -m benchmarks.quotes [FILE...]``, default the corpus of the tests.

Prints precision and recall of spans (both ends right), then, of the right spans, the share with the right
kind, speaker, cue and group. ``--faults`` lists every fault.
"""

from __future__ import annotations

from pathlib import Path

import click

from benchmarks.quote_corpus import Score, read_corpus, score_passage

CORPUS = Path(__file__).parent.parent / "tests" / "quotes"


@click.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--faults", is_flag=True, help="List every fault.")
def main(files: tuple[Path, ...], faults: bool) -> None:
    for file in files or sorted(CORPUS.glob("*.txt")):
        try:
            passages = read_corpus(file)
        except (ValueError, UnicodeDecodeError) as error:
            raise click.ClickException(f"{file}: {error}") from error
        score = Score()
        for passage in passages:
            score_passage(passage, score, click.echo if faults else None)
        click.echo(f"{file.name}: {len(passages)} passages, {score.expected} quotations")
        for name, rate in score.rates().items():
            click.echo(f"  {name:<17} {rate:.3f}")


if __name__ == "__main__":
    main()
