"""For any WSGI server: ``gunicorn -c python:service.gunicorn_config wsgi:app``."""

from service.app import create_app

app = create_app()
