"""A miniature checkpoint laid out as the hub's opus-mt ones are, trained for seconds on a toy language.

It is unlike the embedded checkpoint wherever the two kinds differ: ``source.spm`` is not ``target.spm``, the
ids of ``vocab.json`` are not the SentencePiece ids, the weights are a pickle, and ``generation_config.json``
forbids ``<pad>``. The toy language exchanges Dutch words for English ones and moves the verb and the time, so
that outputs vary with their input, are mostly right and sometimes wrong: equality of two engines then means
something.
"""

from __future__ import annotations

import io
import json
import random
import string
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import sentencepiece
import torch

if TYPE_CHECKING:
    from transformers import MarianMTModel

END, UNKNOWN, PAD = "</s>", "<unk>", "<pad>"

_WORDS = {
    "subject": [
        "minister=minister",
        "burgemeester=mayor",
        "rechter=judge",
        "schrijver=writer",
        "trainer=coach",
        "boerin=farmer",
        "buurman=neighbour",
        "arts=doctor",
        "lerares=teacher",
        "kapitein=captain",
    ],
    "verb": [
        "gezien=saw",
        "gekocht=bought",
        "gevonden=found",
        "gebouwd=built",
        "gesloten=closed",
        "gelezen=read",
        "verkocht=sold",
        "gemist=missed",
    ],
    "adjective": [
        "oude=old",
        "nieuwe=new",
        "lege=empty",
        "dure=expensive",
        "kleine=small",
        "witte=white",
        "stille=quiet",
    ],
    "object": [
        "brug=bridge",
        "fiets=bicycle",
        "school=school",
        "krant=newspaper",
        "kerk=church",
        "tafel=table",
        "molen=mill",
        "haven=harbour",
        "trein=train",
        "winkel=shop",
    ],
    "place": ["Utrecht", "Breda", "Zwolle", "Leiden", "Tilburg", "Assen"],
    "when": [
        "gisteren=yesterday",
        "vandaag=today",
        "vorige_week=last_week",
        "in_mei=in_May",
        "om_acht_uur=at_eight_o'clock",
    ],
}


def toy_pairs(count: int, seed: int) -> list[tuple[str, str]]:
    """``count`` pairs of a Dutch toy sentence and its English."""
    pick = random.Random(seed)

    def word(kind: str) -> tuple[str, str]:
        dutch, _, english = pick.choice(_WORDS[kind]).replace("_", " ").partition("=")
        return dutch, english or dutch

    pairs = []
    for _ in range(count):
        subject, verb, thing, place, when = (word(k) for k in ("subject", "verb", "object", "place", "when"))
        adjective = word("adjective") if pick.random() < 0.6 else ("", "")
        number = f"{pick.randint(2, 40)} " if pick.random() < 0.3 else ""
        what_nl = f"{number or 'de '}{adjective[0]} {thing[0]} in {place[0]}"
        what_en = f"{number or 'the '}{adjective[1]} {thing[1]} in {place[1]}"
        dutch = f"De {subject[0]} heeft {when[0]} {what_nl} {verb[0]}."
        english = f"The {subject[1]} {verb[1]} {what_en} {when[1]}."
        if pick.random() < 0.3:
            dutch, english = f"“{dutch[:-1]}”, zei zij.", f'"{english[:-1]}", she said.'
        pairs.append((" ".join(dutch.split()), " ".join(english.split())))
    return pairs


def _train_pieces(lines: Sequence[str], size: int, path: Path) -> sentencepiece.SentencePieceProcessor:
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(lines),
        model_writer=model,
        model_type="bpe",
        vocab_size=size,
        required_chars=string.printable[:94] + "éëïöü€",
        num_threads=1,
        minloglevel=2,
    )
    path.write_bytes(model.getvalue())
    return sentencepiece.SentencePieceProcessor(model_proto=model.getvalue())


def build(folder: Path, *, steps: int = 300, seed: int = 7) -> Path:
    """Train the miniature and write it to ``folder``."""
    from sacremoses import MosesPunctNormalizer
    from transformers import MarianConfig, MarianMTModel

    folder.mkdir(parents=True)
    normalise = MosesPunctNormalizer("nl").normalize
    pairs = [(normalise(nl), en) for nl, en in toy_pairs(2000, seed)]
    source = _train_pieces([nl for nl, _ in pairs], 420, folder / "source.spm")
    target = _train_pieces([en for _, en in pairs], 400, folder / "target.spm")

    pieces = {m.id_to_piece(i) for m in (source, target) for i in range(3, m.get_piece_size())}
    shuffled = random.Random(seed).sample(sorted(pieces), len(pieces))
    vocabulary = {token: index for index, token in enumerate([END, UNKNOWN, *shuffled, PAD])}
    pad = vocabulary[PAD]
    (folder / "vocab.json").write_text(json.dumps(vocabulary), encoding="utf-8")
    (folder / "tokenizer_config.json").write_text(json.dumps({"source_lang": "nl", "target_lang": "en"}))
    (folder / "README.md").write_text("---\nlanguage: [nl, en]\nlicense: apache-2.0\n---\n# Miniature\n")

    config = MarianConfig(
        architectures=["MarianMTModel"],
        vocab_size=len(vocabulary),
        d_model=64,
        encoder_layers=1,
        decoder_layers=1,
        encoder_ffn_dim=128,
        decoder_ffn_dim=128,
        encoder_attention_heads=4,
        decoder_attention_heads=4,
        max_position_embeddings=512,
        activation_function="swish",
        scale_embedding=True,
        static_position_embeddings=True,
        dropout=0.0,
        pad_token_id=pad,
        eos_token_id=0,
        bos_token_id=0,
        decoder_start_token_id=pad,
        decoder_vocab_size=len(vocabulary),
    )
    torch.manual_seed(seed)
    threads = torch.get_num_threads()
    torch.set_num_threads(1)  # the matrices are too small to share
    model = MarianMTModel(config)
    rows = [
        ([vocabulary.get(p, 1) for p in source.encode(nl, out_type=str)] + [0],
         [vocabulary.get(p, 1) for p in target.encode(en, out_type=str)] + [0])
        for nl, en in pairs
    ]  # fmt: skip
    _train(model, rows, pad, steps, seed)
    torch.set_num_threads(threads)
    torch.save(model.state_dict(), folder / "pytorch_model.bin")
    saved = {**config.to_diff_dict(), "bad_words_ids": [[pad]], "num_beams": 6, "max_length": 512}
    (folder / "config.json").write_text(json.dumps(saved), encoding="utf-8")
    generation = {
        "bad_words_ids": [[pad]],
        "bos_token_id": 0,
        "decoder_start_token_id": pad,
        "eos_token_id": 0,
        "forced_eos_token_id": 0,
        "max_length": 512,
        "num_beams": 4,
        "pad_token_id": pad,
    }
    (folder / "generation_config.json").write_text(json.dumps(generation))
    return folder


def _train(
    model: MarianMTModel, rows: Sequence[tuple[list[int], list[int]]], pad: int, steps: int, seed: int
) -> None:
    pick = random.Random(seed)
    optimiser = torch.optim.Adam(model.parameters(), lr=4e-3, betas=(0.9, 0.98))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min((s + 1) / 50, 1.0))
    model.train()
    for _ in range(steps):
        batch = pick.sample(rows, 32)
        sources, targets = (
            torch.nn.utils.rnn.pad_sequence([torch.tensor(row[side]) for row in batch], True, pad)
            for side in (0, 1)
        )
        given = torch.cat([torch.full((len(batch), 1), pad), targets[:, :-1]], dim=1)
        logits = model(input_ids=sources, attention_mask=sources.ne(pad), decoder_input_ids=given).logits
        loss = torch.nn.functional.cross_entropy(logits.flatten(0, 1), targets.flatten(), ignore_index=pad)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
        with torch.no_grad():
            # The output layer shares this row and moves it; Marian's decoder starts from zero.
            model.model.shared.weight[pad].zero_()
    model.eval()
