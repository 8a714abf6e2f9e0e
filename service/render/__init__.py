"""A digest as JSON, Markdown or HTML, for the API, the form, the command line and the batch script alike."""

from service.render.jsonable import to_json
from service.render.markdown import to_markdown
from service.render.page import STYLE_SOURCE, digest_fragment, to_html
from service.render.view import Failure, Rendered

__all__ = ["STYLE_SOURCE", "Failure", "Rendered", "digest_fragment", "to_html", "to_json", "to_markdown"]
