from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from models.training.data.dataset import build_corpus
from models.training.data.prepared import Prepared
from models.training.data.vocabulary import EOS_ID, UNK_ID, piece_texts
from models.training.learning.batching import BatchingConfig, BatchStream
from models.training.learning.splitting import halves, split

PIECES = (None, None, "a", "b", "ab", "ba", "aba", "abab", "c", None)


@given(st.lists(st.integers(0, len(PIECES) - 1)), st.floats(0, 0.99), st.integers(0, 99))
def test_a_text_split_reads_as_before(text: list[int], chance: float, seed: int) -> None:
    found = split(np.array(text, np.uint16), halves(PIECES), chance, np.random.default_rng(seed)).tolist()

    def read(pieces: list[int]) -> list[str]:
        return [character for piece in pieces for character in PIECES[piece] or str(piece)]

    assert read(found) == read(text)
    assert chance > 0 or found == text


def test_every_way_to_halve_is_met_and_halves_are_split_again() -> None:
    generator = np.random.default_rng(1)
    text = np.array([PIECES.index("abab")], np.uint16)
    met = {tuple(split(text, halves(PIECES), 0.7, generator).tolist()) for _ in range(300)}
    names = {tuple(PIECES[piece] for piece in pieces) for pieces in met}
    assert names == {("abab",), ("ab", "ab"), ("aba", "b"), ("a", "b", "ab"), ("ab", "a", "b"),
                     ("a", "b", "a", "b"), ("a", "ba", "b")}  # fmt: skip


def test_what_is_no_text_has_no_halves(prepared: Prepared) -> None:
    texts = piece_texts(prepared.processor)
    assert texts[EOS_ID] is texts[UNK_ID] is None
    table = halves(texts)
    assert not any(table[piece] for piece, text in enumerate(texts) if text is None)
    assert any(table)


def test_the_stream_splits_sources_and_leaves_targets() -> None:
    pairs = [([6, 7, 8] * 5, [4, 5])] * 20
    config = BatchingConfig(batch_tokens=120, pool_tokens=100, split=0.5)
    stream = BatchStream([build_corpus("a", pairs)], [1.0], config, 9, EOS_ID, halves=halves(PIECES))
    batches = [batch for batch, _ in zip(stream, range(3), strict=False)]
    lengths = [int((row != 9).sum()) for batch in batches for row in batch.source]
    assert max(lengths) > 16, "pieces are split"
    assert any(one != other for one, other in pairwise(lengths)), "in each pair otherwise"
    assert all(row.tolist() == [4, 5, EOS_ID] for batch in batches for row in batch.labels)
