"""Settings for the whole suite."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

# A busy machine is no failure: no test here asserts how long anything takes.
settings.register_profile("kernzin", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kernzin")

_SHARING = ("models", "training")
"""Folders whose tests share a checkpoint, a run or a conversion that takes seconds to make."""


@pytest.hookimpl(tryfirst=True)  # before xdist reads the groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give the tests that share something to one worker, so that it is made once; the others to any."""
    for item in items:
        if item.path.parent.name in _SHARING:
            item.add_marker(pytest.mark.xdist_group(item.path.parent.name))
