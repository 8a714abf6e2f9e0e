"""Summaries written by a sequence-to-sequence checkpoint of the BART, PEGASUS or T5 kind.

Through CTranslate2 where it converts the architecture, through transformers otherwise. On CTranslate2
neither torch nor transformers is imported: the tokens come from the ``tokenizers`` library.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

from models.checkpoints import Checkpoint, card_of, find_files, fingerprint
from models.conversion import RECIPE, converted_folder
from models.interfaces import Engine, ModelCard, ModelError
from models.marian import available_cores
from models.segments import refuse_too_long
from models.summary_search import CONVERTIBLE, TOKENISER_FILE, Generation, Search, read_generation
from models.tokenisation import read_json

DEFAULT_SUMMARISER = "sshleifer/distilbart-cnn-12-6"
_TOKENISER_FILES = (TOKENISER_FILE, "merges.txt", "spiece.model", "sentencepiece.bpe.model")
_BATCH = 4


class Seq2SeqSummariser:
    """A ``Summariser``: tokens and limits round a :class:`Search`."""

    def __init__(self, card: ModelCard, tokeniser: Any, generation: Generation, search: Search) -> None:
        """``tokeniser`` is a ``tokenizers.Tokenizer``."""
        self._card = card
        self._tokeniser = tokeniser
        tokeniser.no_truncation()
        tokeniser.no_padding()
        tokeniser.encode_special_tokens = True  # somebody's "</s>" is text and does not end his article
        self._generation = generation
        self._search = search
        added: int = tokeniser.num_special_tokens_to_add(False)
        self._overhead = added + len(tokeniser.encode(generation.prefix, add_special_tokens=False).ids)

    @property
    def card(self) -> ModelCard:
        return self._card

    @property
    def max_source_tokens(self) -> int:
        return self._generation.positions - self._overhead

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return [len(each.ids) for each in self._tokeniser.encode_batch(list(texts), add_special_tokens=False)]

    def summarise(self, texts: Sequence[str], *, max_tokens: int) -> list[str]:
        """As the protocol says; of no text there is the empty summary. At most ``max_tokens`` tokens each."""
        refuse_too_long(self.count_tokens(texts), self.max_source_tokens)
        filled = [index for index, text in enumerate(texts) if text.strip()]
        prefixed = [self._generation.prefix + texts[index] for index in filled]
        sources = [each.ids for each in self._tokeniser.encode_batch(prefixed)]
        least, most = self._generation.lengths(max_tokens)
        summaries = [""] * len(texts)
        for start in range(0, len(filled), _BATCH):
            targets = self._search.run(sources[start : start + _BATCH], least, most)
            for index, target in zip(filled[start : start + _BATCH], targets, strict=True):
                summaries[index] = str(self._tokeniser.decode(target, skip_special_tokens=True)).strip()
        return summaries


class CTranslate2Search:
    """Runs the converted checkpoint in ``folder``."""

    def __init__(
        self,
        folder: Path,
        tokeniser: Any,
        generation: Generation,
        *,
        compute_type: str,
        device: str,
        threads: int,
    ) -> None:
        import ctranslate2

        try:
            # One article at a time: all threads for it, rather than a worker for each.
            self._translator = ctranslate2.Translator(
                str(folder), device=device, compute_type=compute_type, inter_threads=1, intra_threads=threads
            )
        except (RuntimeError, ValueError) as error:
            raise ModelError(f"CTranslate2 cannot load {folder}: {error}") from error
        self._tokeniser = tokeniser
        self._generation = generation
        first = generation.forced_first
        self._prefix = [] if first is None else [tokeniser.id_to_token(first)]

    def run(self, sources: Sequence[Sequence[int]], least: int, most: int) -> list[list[int]]:
        generation = self._generation
        results = self._translator.translate_batch(
            [[self._tokeniser.id_to_token(index) for index in source] for source in sources],
            target_prefix=[self._prefix] * len(sources) if self._prefix else None,
            beam_size=generation.beams,
            length_penalty=generation.length_penalty,
            repetition_penalty=generation.repetition_penalty,
            no_repeat_ngram_size=generation.no_repeat_ngram_size,
            max_input_length=0,
            max_decoding_length=most,
            min_decoding_length=least,
        )
        found = [[self._tokeniser.token_to_id(token) for token in result.hypotheses[0]] for result in results]
        return [[index for index in target if index is not None] for target in found]


def load_summariser(
    name: str,
    *,
    engine: Literal["ctranslate2", "transformers"],
    compute_type: Literal["int8", "float32"],
    device: Literal["cpu", "cuda"],
    threads: int,
    model_dir: Path,
) -> Seq2SeqSummariser | None:
    """The summariser called ``name``: a hub name or a folder. Raises ``ModelError``.

    ``auto`` is ``DEFAULT_SUMMARISER``, or None if that is not downloaded. A checkpoint that CTranslate2 does
    not convert runs on transformers whatever ``engine`` says; the card says on which. ``threads`` of 0 means
    one for each core.
    """
    if name == "auto":
        try:
            find_files(DEFAULT_SUMMARISER, model_dir)
        except ModelError:
            return None
        name = DEFAULT_SUMMARISER
    checkpoint = find_files(name, model_dir)
    if not checkpoint.weights:
        raise ModelError(f"{name} is not a summariser: {checkpoint.folder} has no weights.")
    generation = read_generation(checkpoint.folder)
    files = _fingerprint(checkpoint)
    threads = threads or available_cores()
    convertible = read_json(checkpoint.folder / "config.json").get("model_type") in CONVERTIBLE
    runs_on: Engine = "ctranslate2" if engine == "ctranslate2" and convertible else "transformers"
    precision = f"{compute_type} {RECIPE}" if runs_on == "ctranslate2" else "float32"
    card = card_of(checkpoint, files, runs_on, precision)
    search: Search
    if runs_on == "ctranslate2":
        from tokenizers import Tokenizer

        folder = converted_folder(
            checkpoint.folder, files, compute_type, model_dir, converter="models.summary_conversion"
        )
        tokeniser: Any = Tokenizer.from_file(str(folder / TOKENISER_FILE))
        search = CTranslate2Search(
            folder, tokeniser, generation, compute_type=compute_type, device=device, threads=threads
        )
    else:
        from models.summarisers_torch import TorchSearch
        from models.summary_conversion import load_tokeniser

        tokeniser = load_tokeniser(checkpoint.folder)
        search = TorchSearch(checkpoint.folder, generation, device=device, threads=threads)
    return Seq2SeqSummariser(card, tokeniser, generation, search)


def _fingerprint(checkpoint: Checkpoint) -> str:
    """That of ``models.checkpoints``, over the files of these tokenisers too."""
    total = hashlib.sha256(fingerprint(checkpoint).encode())
    for path in (checkpoint.folder / name for name in _TOKENISER_FILES):
        if path.is_file():
            total.update(f"{path.name}\0".encode() + path.read_bytes())
    return total.hexdigest()
