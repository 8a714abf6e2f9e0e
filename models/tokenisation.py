"""Text to the tokens of a MarianMT checkpoint and back, without importing transformers.

The rules are those of ``transformers.MarianTokenizer``, and a test holds the two against each other. Three of
them are easily got wrong:

* The vocabulary is ``vocab.json``, not the SentencePiece model: its ids have nothing to do with the
  SentencePiece ids, and a piece that it lacks is ``<unk>``.
* The Hub's checkpoints were trained on text whose punctuation Moses had normalised, but the tokenizer never
  calls its own ``normalize``; the caller must, and :meth:`Tokeniser.encode` does.
* ``decode`` joins the target's pieces with the *source* SentencePiece model unless the vocabularies are
  separate. For ordinary pieces that makes no difference; for bytes and control pieces it does.

Two things are different on purpose, so that whatever somebody wrote stays text. ``</s>`` or ``<pad>`` cannot
end the segment. And ``>>code<<`` at the beginning names a language only where the checkpoint knows that code:
the Hub's tokenizer makes one ``<unk>`` of everything between the marks, which erases quotations.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sacremoses import MosesPunctNormalizer
from sentencepiece import SentencePieceProcessor

from models.hints import CLOSE, OPEN
from models.interfaces import ModelError

END, UNKNOWN, PAD = "</s>", "<unk>", "<pad>"
_SPECIAL = frozenset((END, UNKNOWN, PAD))
_LANGUAGE_CODE = re.compile(r">>\w[\w@-]{0,30}<<")
_MARKS = re.compile("[\x01\x02]")
"""What text would have to hold for its pieces to look like the marks of hints."""
_SURROGATE = re.compile("[\ud800-\udfff]")


class Tokeniser:
    """Tokens of the checkpoint in ``folder``. Thread-safe.

    Raises ``ModelError`` for files that are missing or not what their names promise.
    """

    def __init__(self, folder: Path) -> None:
        config = read_json(folder / "tokenizer_config.json", default={})
        if config.get("separate_vocabs"):
            raise ModelError(f"{folder}: checkpoints with separate vocabularies are not supported.")
        self._hinted = config.get("hints") is True
        self._ids: dict[str, int] = read_json(folder / "vocab.json")
        needed = (END, UNKNOWN, PAD, *((OPEN, CLOSE) if self._hinted else ()))
        if missing := [token for token in needed if token not in self._ids]:
            raise ModelError(f"{folder / 'vocab.json'} lacks the token {missing[0]}.")
        self._tokens = {index: token for token, index in self._ids.items()}
        self._pieces = _load_pieces(folder / "source.spm")
        self._target_pieces = _load_pieces(folder / "target.spm")
        self._normaliser = MosesPunctNormalizer(config.get("source_lang"))

    @property
    def hinted(self) -> bool:
        """Whether the checkpoint was trained on text with hints (``models.hints``)."""
        return self._hinted

    @property
    def pad_id(self) -> int:
        return self._ids[PAD]

    @property
    def end_id(self) -> int:
        return self._ids[END]

    @property
    def size(self) -> int:
        return len(self._ids)

    def normalise(self, text: str) -> str:
        """``text`` with Moses punctuation: straight quotation marks, plain dashes, single spaces.

        Half a surrogate pair, which no encoder takes, becomes U+FFFD.
        """
        return str(self._normaliser.normalize(_SURROGATE.sub("\ufffd", text))) if text else ""

    def encode(self, text: str) -> list[str]:
        """The tokens of ``text``, normalised, without the end token.

        A leading ``>>code<<`` is one token if it is in the vocabulary, else text.
        """
        text = self.normalise(text)
        if self._hinted:
            text = _MARKS.sub(" ", text)
        code = _LANGUAGE_CODE.match(text)
        tokens = [code.group()] if code and code.group() in self._ids else []
        tokens += self._pieces.encode(text.removeprefix("".join(tokens)), out_type=str)
        return [token if token in self._ids else UNKNOWN for token in tokens]

    def encode_target(self, text: str) -> list[str]:
        """The tokens of English text, as it stands, without the end token."""
        tokens: list[str] = self._target_pieces.encode(_SURROGATE.sub("\ufffd", text), out_type=str)
        return [token if token in self._ids else UNKNOWN for token in tokens]

    def decode(self, tokens: Sequence[str]) -> str:
        """The text of target tokens; special tokens are left out."""
        pieces = [token for token in tokens if token not in _SPECIAL]
        return str(self._pieces.decode_pieces(pieces)).replace("▁", " ").strip() if pieces else ""

    def ids(self, tokens: Sequence[str]) -> list[int]:
        return [self._ids[token] for token in tokens]

    def tokens(self, ids: Sequence[int]) -> list[str]:
        return [self._tokens.get(index, UNKNOWN) for index in ids]


def read_json(path: Path, default: dict[str, Any] | None = None) -> dict[str, Any]:
    """The object in a JSON file, or ``default`` where there is no file. Raises ``ModelError``."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        if default is not None:
            return default
        raise ModelError(f"{path} is missing.") from None
    except (OSError, ValueError, RecursionError) as error:
        raise ModelError(f"{path} cannot be read: {error}") from error
    if not isinstance(content, dict):
        raise ModelError(f"{path} is not a JSON object.")
    return content


def _load_pieces(path: Path) -> SentencePieceProcessor:
    if not path.is_file():
        raise ModelError(f"{path} is missing.")
    try:
        return SentencePieceProcessor(model_file=str(path))
    except (OSError, RuntimeError) as error:
        raise ModelError(f"{path} is not a SentencePiece model.") from error
