"""Settings for the whole suite."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# A busy machine is no failure: no test here asserts how long anything takes.
settings.register_profile("kernzin", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kernzin")
