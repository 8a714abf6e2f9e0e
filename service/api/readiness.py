"""The models, loaded in the background so that the port answers at once.

Ready means that the loaded model has really made a translation. A worker that has failed to load stays up and
says why on ``/readyz``: a process that dies and is restarted for ever tells an operator less.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from models.interfaces import ModelError
from service.api.problems import not_ready
from service.problems import ProblemError
from service.result import Article, Options

if TYPE_CHECKING:
    from service.digest import Digester

log = logging.getLogger(__name__)

WARM_UP = Article("Dit is een test.")
RETRY_SECONDS = 5


class Readiness:
    """Holds the digester once it is there. Thread-safe."""

    def __init__(self, load: Callable[[], Digester], *, patience: float) -> None:
        """``load`` may raise ``ModelError`` or ``ValueError``; ``patience``: seconds a request waits."""
        self._load = load
        self._patience = patience
        self._done = threading.Event()
        self._digester: Digester | None = None
        self._failure: str | None = None

    def start(self) -> None:
        threading.Thread(target=self._run, name="model-loader", daemon=True).start()

    def _run(self) -> None:
        try:
            digester = self._load()
            digester.translate(WARM_UP, Options(language="nl"))
        except (ModelError, ValueError) as error:
            log.exception("the models could not be loaded")
            self._failure = str(error)
        except Exception:
            log.exception("the models could not be loaded")
            self._failure = "The models could not be loaded; the log has the reason."
        else:
            self._digester = digester
        finally:
            self._done.set()

    def loaded(self) -> Digester | None:
        """The digester if it is ready now."""
        return self._digester

    def require(self, *, wait: bool = True) -> Digester:
        """The digester, waited for if need be. Raises ``ProblemError`` (503) if it is not to be had."""
        if wait:
            self._done.wait(self._patience)
        if self._digester is not None:
            return self._digester
        detail = self._failure or "The models are still loading."
        raise ProblemError(not_ready(detail, RETRY_SECONDS))
