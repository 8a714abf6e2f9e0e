"""Settings for the whole suite."""

from __future__ import annotations

import gc
from pathlib import PurePosixPath

import pytest
from hypothesis import HealthCheck, settings
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

# A busy machine is no failure: no test here asserts how long anything takes.
settings.register_profile("kernzin", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("quick", settings.get_profile("kernzin"), max_examples=25)  # for make test
settings.load_profile("kernzin")

_SHARING = ("models", "training")
"""Folders whose tests share what takes seconds: transformers, a checkpoint, a run or a conversion."""


class _Scheduling(LoadScopeScheduling):
    """Gives the tests that share something to one worker, so that it is made once; the others to any."""

    def _split_scope(self, nodeid: str) -> str:
        return "sharing" if PurePosixPath(nodeid.split("::")[0]).parent.name in _SHARING else nodeid


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> LoadScopeScheduling:
    """Not the marks of --dist loadgroup: xdist 3.8 puts them where pytest 9.2 no longer looks for them."""
    return _Scheduling(config, log)


def pytest_collection_finish() -> None:
    """Spare the garbage collector the modules: they stay to the end, and it would look through them all."""
    gc.collect()
    gc.freeze()
