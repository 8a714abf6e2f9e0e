from __future__ import annotations

from typing import Any, cast

import pytest
from flask import Flask
from flask.testing import FlaskClient

from service.app import create_app
from service.settings import Settings
from tests.samples import FakeDigester

SETTINGS = Settings(cache="none", max_chars=2_000, max_texts=3)


@pytest.fixture
def digester() -> FakeDigester:
    return FakeDigester(max_chars=2_000)


@pytest.fixture
def app(digester: FakeDigester) -> Flask:
    return create_app(SETTINGS, cast(Any, digester))


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()
