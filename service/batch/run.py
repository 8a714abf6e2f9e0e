"""Items to outcomes: several articles at work at once, the outcomes in the order of the items.

A thread is enough for each: the engines leave Python's lock while they translate, so one article is read,
checked and summarised while another is in the engine. Twice as many articles as threads are in memory.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from models.interfaces import ModelError
from service.batch.items import Item, internal_error
from service.errors import ArticleError
from service.problems import Problem, article_problem
from service.result import Article, Digest


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an item; the text itself is not kept."""

    id: str
    content_hash: str
    fields: Mapping[str, Any]
    result: Digest | Problem


def outcomes(
    items: Iterable[Item], digest: Callable[[Article], Digest], jobs: int
) -> Generator[Outcome, None, None]:
    """One outcome for each item, in order. Nothing that is wrong with one article ends the run."""
    waiting: deque[Future[Outcome]] = deque()
    with ThreadPoolExecutor(jobs, thread_name_prefix="article") as pool:
        try:
            for item in items:
                waiting.append(pool.submit(_outcome, item, digest))
                if len(waiting) >= 2 * jobs:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


def _outcome(item: Item, digest: Callable[[Article], Digest]) -> Outcome:
    content = item.load()
    result = content.work if isinstance(content.work, Problem) else _digest(item.id, content.work, digest)
    return Outcome(item.id, content.content_hash, content.fields, result)


def _digest(item_id: str, article: Article, digest: Callable[[Article], Digest]) -> Digest | Problem:
    try:
        return digest(article)
    except ArticleError as error:
        return article_problem(error)
    except ModelError as error:
        return Problem(500, "engine-failed", "Engine failed", str(error))
    except Exception as error:  # noqa: BLE001 - a fault of ours in one article must not lose all the others
        return internal_error(item_id, error, "digesting")
