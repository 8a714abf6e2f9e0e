"""The MarianMT model and its training loss.

transformers takes seconds to import: what needs no model, such as preparing data, does not wait for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor

from models.training.data.dataset import Corpus
from models.training.data.vocabulary import EOS_ID
from models.training.learning.batching import Batch
from models.training.learning.loss import fused_cross_entropy, log_probabilities

if TYPE_CHECKING:
    from transformers import MarianConfig, MarianMTModel

LONGEST_PERIOD = 16
"""Pieces of the longest loop that is unlearnt: four words of a few pieces each."""
SHORTEST_RUN = 6
"""Repetitions of pieces below which it may be a number with its noughts, which are pieces of their own."""
CERTAIN = 0.9999
"""Probability at which its logarithm's complement is cut, where float32 has few digits left."""


@dataclass(frozen=True)
class NetworkConfig:
    """Shape of the model."""

    d_model: int = 256
    encoder_layers: int = 6
    decoder_layers: int = 2
    ffn: int = 1024
    heads: int = 4
    dropout: float = 0.0
    embedding_std: float = 0.02


def marian_config(network: NetworkConfig, vocabulary: int) -> MarianConfig:
    """The Hugging Face configuration of a network; padding is the last piece."""
    from transformers import MarianConfig

    pad = vocabulary - 1
    return MarianConfig(
        vocab_size=vocabulary,
        d_model=network.d_model,
        encoder_layers=network.encoder_layers,
        decoder_layers=network.decoder_layers,
        encoder_ffn_dim=network.ffn,
        decoder_ffn_dim=network.ffn,
        encoder_attention_heads=network.heads,
        decoder_attention_heads=network.heads,
        max_position_embeddings=512,
        activation_function="swish",
        dropout=network.dropout,
        attention_dropout=0.0,
        activation_dropout=0.0,
        scale_embedding=True,
        share_encoder_decoder_embeddings=True,
        tie_word_embeddings=True,
        pad_token_id=pad,
        eos_token_id=EOS_ID,
        bos_token_id=None,
        decoder_start_token_id=pad,
        forced_eos_token_id=EOS_ID,
        use_cache=True,
    )


def log_frequencies(corpora: Sequence[Corpus], weights: Sequence[float], vocabulary: int) -> Tensor:
    """Log probability of every target piece under the weighted stream; zero for padding."""
    counts = np.full(vocabulary, 1e-7)
    for corpus, weight in zip(corpora, weights, strict=True):
        pieces = np.bincount(corpus.target, minlength=vocabulary).astype(np.float64)
        pieces[EOS_ID] += len(corpus)
        counts += weight * pieces / max(pieces.sum(), 1.0)
    bias = np.log(counts / counts.sum())
    bias[-1] = 0.0
    return torch.tensor(bias, dtype=torch.float32)


def build_model(config: MarianConfig, network: NetworkConfig, bias: Tensor) -> MarianMTModel:
    """A fresh model whose untrained output follows the frequencies of the pieces."""
    from transformers import MarianMTModel

    config._attn_implementation = "eager"
    model = MarianMTModel(config)
    torch.nn.init.normal_(embedding(model), std=network.embedding_std)
    model.final_logits_bias.copy_(bias.unsqueeze(0))
    zero_padding(model)
    return model


def embedding(model: MarianMTModel) -> Tensor:
    """The one embedding matrix of encoder, decoder and output."""
    weight: Tensor = model.model.shared.weight
    return weight


def padding(model: MarianMTModel) -> int:
    """Id of the padding piece, which is the last."""
    return len(embedding(model)) - 1


def zero_padding(model: MarianMTModel) -> None:
    """Keep the padding row at exactly zero: the decoder starts from it."""
    with torch.no_grad():
        embedding(model)[-1].zero_()


def _decoder_states(model: MarianMTModel, batch: Batch, dtype: torch.dtype) -> Tensor:
    """Last hidden states of every row of labels (rows, positions, d); rows beyond the sources reuse them."""
    pad = padding(model)
    source = torch.from_numpy(batch.source)
    labels = torch.from_numpy(batch.labels if batch.read is None else batch.read)
    mask = source.ne(pad).long()
    start = torch.full((len(labels), 1), model.config.decoder_start_token_id)
    with torch.autocast("cpu", dtype, enabled=dtype != torch.float32):
        encoded = model.model.encoder(input_ids=source, attention_mask=mask).last_hidden_state
        copies = len(labels) // len(source)
        states: Tensor = model.model.decoder(
            input_ids=torch.cat([start, labels[:, :-1]], dim=1),
            encoder_hidden_states=encoded.repeat(copies, 1, 1),
            encoder_attention_mask=mask.repeat(copies, 1),
            use_cache=False,
        ).last_hidden_state
    return states


def batch_loss(model: MarianMTModel, batch: Batch, dtype: torch.dtype, smoothing: float = 0.0) -> Tensor:
    """Mean cross entropy per target piece, its gradient with smoothed labels; padding is no piece."""
    labels = torch.from_numpy(batch.labels)
    real = labels.ne(padding(model))
    states = _decoder_states(model, batch, dtype)[real]
    bias: Tensor = model.final_logits_bias[0, :-1]
    factors = states.new_full((len(states),), 1 / len(states), dtype=torch.float32)
    return fused_cross_entropy(states, embedding(model)[:-1], bias, labels[real], dtype, factors, smoothing)


def loop_positions(labels: Tensor, pad: int) -> Tensor:
    """Which pieces of labels (rows, positions) go on with a loop, from the third copy of it; boolean.

    Of rows alone that repeat up to `LONGEST_PERIOD` pieces four times in direct succession.
    """
    found = torch.zeros_like(labels, dtype=torch.bool)
    for period in range(1, min(LONGEST_PERIOD, labels.shape[1] - 1) + 1):
        same = labels[:, period:].eq(labels[:, :-period]) & labels[:, period:].ne(pad)
        count = same.cumsum(dim=1)
        run = count - count.masked_fill(same, 0).cummax(dim=1).values
        loops = (run >= max(period * 3, SHORTEST_RUN)).any(dim=1, keepdim=True)
        found[:, period:] |= loops & (run > period)
    return found


def preference_loss(model: MarianMTModel, batch: Batch, dtype: torch.dtype, beta: float) -> Tensor:
    """Contrastive preference optimisation of chosen and rejected rows, and unlikelihood of rejected loops.

    Of labels the first half of the rows is chosen, the second rejected. The loss is
    `-log sigmoid(beta * (log p(chosen) - log p(rejected)))`, mean over pairs that differ at all, plus the
    mean cross entropy per chosen piece (Xu et al. 2024, arXiv 2401.08417, equation 5), plus the mean of
    `-log(1 - p)` over the pieces with which a rejected row goes on with a loop (Welleck et al. 2019, arXiv
    1908.04319, equation 7). Its gradient is that of a cross entropy with a factor for each piece, so that
    is what is returned; its value is not the loss.
    """
    pad = padding(model)
    labels = torch.from_numpy(batch.labels)
    real = labels.ne(pad)
    states = _decoder_states(model, batch, dtype)[real]
    weight, pieces = embedding(model)[:-1], labels[real]
    bias: Tensor = model.final_logits_bias[0, :-1]
    row_of = real.nonzero()[:, 0]
    found = log_probabilities(states, weight, bias, pieces, dtype)
    totals = torch.zeros(len(labels)).index_add_(0, row_of, found)
    chosen, rejected = totals.chunk(2)
    differ = labels.chunk(2)[0].ne(labels.chunk(2)[1]).any(dim=1)
    pull = torch.sigmoid(-beta * (chosen - rejected)) * beta * differ / differ.sum().clamp(min=1)
    towards = pull + 1 / real[: len(chosen)].sum()
    factors = torch.cat([towards, -pull])[row_of]
    loops = loop_positions(labels, pad)
    loops[: len(chosen)] = False
    loops[len(chosen) :] &= differ.unsqueeze(1)
    cut = loops.any(dim=1)[row_of] & pieces.eq(EOS_ID)  # where a loop was cut off it did well to end
    odds = (found - torch.log1p(-found.exp().clamp(max=CERTAIN))).exp()
    factors = factors.masked_fill(cut, 0.0) - odds * loops[real] / loops.sum().clamp(min=1)
    return fused_cross_entropy(states, weight, bias, pieces, dtype, factors)
