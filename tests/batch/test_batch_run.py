"""Items to outcomes: in order, several at once, and whatever happens to one article stays with it."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator

import pytest

from models.interfaces import ModelError
from models.scripted import ScriptedTranslator
from service.batch.items import Content, Item, of_article
from service.batch.records import record_line
from service.batch.run import Outcome, outcomes
from service.digest import Digester
from service.errors import EmptyArticleError
from service.problems import Problem
from service.result import Article, Digest, Options


def item(text: str) -> Item:
    return Item(text, lambda: of_article(Article(text), {"n": len(text)}))


def digest(article: Article) -> Digest:
    if article.text == "leeg":
        raise EmptyArticleError("The text is empty.")
    if article.text == "kapot":
        raise ModelError("The engine is broken.")
    if article.text == "fout":
        raise RuntimeError("secret")
    return Digester(ScriptedTranslator()).translate(article, Options(language="nl"))


@pytest.mark.parametrize("jobs", [1, 3])
def test_every_item_has_its_outcome_in_order(jobs: int) -> None:
    texts = ["een", "leeg", "twee", "kapot", "drie", "fout", "vier"]
    results = list(outcomes(map(item, texts), digest, jobs))
    assert [r.id for r in results] == texts
    assert [r.fields for r in results] == [{"n": len(text)} for text in texts]
    problems = {r.id: r.result for r in results if isinstance(r.result, Problem)}
    assert {key: (p.code, p.status) for key, p in problems.items()} == {
        "leeg": ("empty-text", 422),
        "kapot": ("engine-failed", 500),
        "fout": ("internal-error", 500),
    }
    assert "secret" not in problems["fout"].detail


def test_the_first_is_slowest_and_still_comes_first() -> None:
    second_done = threading.Event()

    def slow(article: Article) -> Digest:
        if article.text == "traag":
            assert second_done.wait(10), "the second article was not worked on meanwhile"
        else:
            second_done.set()
        return digest(article)

    assert [r.id for r in outcomes(map(item, ["traag", "snel"]), slow, 2)] == ["traag", "snel"]


def test_no_more_items_are_read_than_are_worked_on() -> None:
    read = 0

    def endless() -> Iterator[Item]:
        nonlocal read
        while True:
            read += 1
            yield item(f"nummer {read}")

    results = outcomes(endless(), digest, 2)
    for taken in range(1, 6):
        next(results)
        assert read <= taken + 4
    results.close()


def test_an_interruption_does_not_wait_for_what_has_not_begun() -> None:
    begun: list[str] = []

    def record(article: Article) -> Digest:
        begun.append(article.text)
        time.sleep(0.05)
        return digest(article)

    def items() -> Iterator[Item]:
        yield from map(item, ["een", "twee", "drie"])
        raise KeyboardInterrupt

    def drain() -> list[Outcome]:
        return list(outcomes(items(), record, 4))

    with pytest.raises(KeyboardInterrupt):
        drain()
    assert len(begun) <= 3


def test_an_article_that_cannot_be_read_does_not_end_the_run() -> None:
    def fail() -> Content:
        raise RuntimeError("secret")

    failed, done = [
        json.loads(record_line(r)) for r in outcomes([Item("stuk", fail), item("een")], digest, 1)
    ]
    assert (failed["id"], done["id"]) == ("stuk", "een")
    assert failed["problem"]["type"] == "urn:kernzin:problem:internal-error"
    assert failed["problem"]["detail"] == "RuntimeError while reading."
    assert "digest" in done
