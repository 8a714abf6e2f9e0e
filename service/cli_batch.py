"""``kernzin batch``: what was asked for, checked, and then the run with its progress and its last line."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from service.cli_options import (
    DIGEST_SETTINGS,
    WISH_SETTINGS,
    load_digester,
    make_options,
    with_settings,
    with_wishes,
)
from service.settings import Settings

if TYPE_CHECKING:
    from service.batch.inputs import Inputs
    from service.batch.output import Format, Sink
    from service.batch.records import Survey
    from service.batch.run import Outcome
    from service.result import Options

STDOUT = Path("-")


@click.command("batch")
@click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="INPUT...")
@click.option(
    "--output",
    "-o",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Where the digests go; - is standard output.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "markdown", "html"]),
    default="jsonl",
    show_default=True,
    help="jsonl for programs and large runs; markdown or html for one file to read.",
)
@click.option("--resume", is_flag=True, help="Go on with FILE where an earlier run stopped (jsonl only).")
@click.option("--overwrite", is_flag=True, help="Replace FILE if it exists.")
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=2,
    show_default=True,
    help="Articles at work at once. Two keep one engine busy.",
)
@with_wishes
@with_settings(*WISH_SETTINGS, *DIGEST_SETTINGS)
def batch(
    settings: Settings,
    inputs: tuple[Path, ...],
    output: Path,
    form: str,
    resume: bool,
    overwrite: bool,
    jobs: int,
    **wishes: Any,
) -> None:
    """Digest many articles into one file.

    INPUT is a .txt or .html file, a folder of them (with the folders in it), or a .jsonl or .csv file with
    the fields id, text (or html) and title. Other fields are copied into the record. A file in a folder has
    its path below that folder as its id. Ids must not occur twice.

    Each article becomes one record, {"id", "input", "digest"} or {"id", "input", "problem"}, in the order of
    the input, and is written before the next. With --resume, articles whose id and content have a digest in
    FILE already are skipped; those that failed, and those whose text has changed, are digested again and
    their old records dropped.

    Exit code: 0 all done, 1 some articles failed, 2 wrong use.
    """
    from service.batch.inputs import InputError, Inputs
    from service.batch.records import DuplicateIdError, RecordError

    options = make_options(settings, **wishes)
    to_stdout = output == STDOUT
    _check_output(output, form, resume=resume, overwrite=overwrite)
    try:
        source = Inputs(inputs, None if to_stdout else output, settings.max_chars)
        plan = _plan(source, output, resume=resume)
    except (InputError, DuplicateIdError, RecordError) as error:
        raise click.UsageError(str(error)) from error
    tally = Tally(skipped=len(plan.done), total=len(plan.ids))
    try:
        _run(source, plan, tally, settings, options, output, cast("Format", form), resume=resume, jobs=jobs)
    except InputError as error:  # it was there when the run began
        raise click.ClickException(str(error)) from error
    click.echo(tally.line(), err=True)
    if tally.failed:
        raise click.exceptions.Exit(1)


@dataclass(slots=True)
class Tally:
    """What has come out of a run so far."""

    total: int
    skipped: int
    done: int = 0
    failed: int = 0
    words: int = 0
    """Dutch words of the articles that were digested."""
    started: float = field(default_factory=time.monotonic)

    def counted(self, results: Iterable[Outcome]) -> Iterator[Outcome]:
        """The outcomes, counted on their way; with a progress bar where somebody sees it."""
        from tqdm import tqdm

        left = self.total - self.skipped
        # disable=None is tqdm's word for: only on a terminal
        with tqdm(total=left, unit=" articles", file=sys.stderr, disable=None) as bar:
            for outcome in results:
                self._count(outcome)
                yield outcome
                bar.set_postfix(failed=self.failed, refresh=False)
                bar.update()

    def _count(self, outcome: Outcome) -> None:
        from service.result import Digest

        if isinstance(outcome.result, Digest):
            self.done += 1
            self.words += sum(len(s.nl.split()) for p in outcome.result.paragraphs for s in p.sentences)
        else:
            self.failed += 1

    def line(self) -> str:
        seconds = max(time.monotonic() - self.started, 1e-9)
        return (
            f"kernzin: {self.done:,} done, {self.failed:,} failed, {self.skipped:,} skipped; "
            f"{self.words:,} words in {seconds:,.1f} s ({self.words / seconds:,.0f} words/s)"
        )


def _check_output(output: Path, form: str, *, resume: bool, overwrite: bool) -> None:
    if resume and overwrite:
        raise click.UsageError("--resume and --overwrite exclude each other.")
    if resume and (form != "jsonl" or output == STDOUT or (output.exists() and not output.is_file())):
        raise click.UsageError("--resume needs a JSONL file as its output.")
    in_the_way = output != STDOUT and output.is_file() and output.stat().st_size > 0
    if in_the_way and not (resume or overwrite):
        raise click.UsageError(f"{output} exists: --resume goes on with it, --overwrite replaces it.")


def _plan(source: Inputs, output: Path, *, resume: bool) -> Survey:
    """What is to be done; with ``resume`` the output is cleared of what is to be done again."""
    from service.batch.output import FileSink
    from service.batch.records import digested, prune, survey

    if not (resume and output.exists()):
        return survey(source, {})
    lock = FileSink(output, append=True)  # nobody else may be writing while records are dropped
    try:
        plan = survey(source, digested(output))
        prune(output, plan)
    except OSError as error:
        raise click.ClickException(f"{output}: {error.strerror or error}.") from error
    finally:
        lock.close()
    return plan


def _run(
    source: Inputs,
    plan: Survey,
    tally: Tally,
    settings: Settings,
    options: Options,
    output: Path,
    form: Format,
    *,
    resume: bool,
    jobs: int,
) -> None:
    from service.batch.output import FileSink, StreamSink, write
    from service.batch.run import outcomes

    if resume and plan.ids == plan.done:
        return  # without waiting for a model
    digester = load_digester(settings)
    sink: Sink = StreamSink(sys.stdout.buffer) if output == STDOUT else FileSink(output, append=resume)
    waiting = (item for item in source if item.id not in plan.done)
    results = outcomes(waiting, lambda article: digester.digest(article, options), jobs)
    tally.started = time.monotonic()
    write(tally.counted(results), sink, form)
