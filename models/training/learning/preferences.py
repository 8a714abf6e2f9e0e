"""Pairs of the checkpoint's own hypotheses, a better and a worse one, to train it towards the better.

Training on references alone never shows a model its own mistakes: loops, lost clauses, a wrong sense. So
training sentences are translated with a plain beam search (and where that loops, with repeated 3-grams
forbidden too), and each hypothesis is compared with the reference. The best becomes the target and the worst
is what to turn away from, by the objective of contrastive preference optimisation (Xu et al. 2024, arXiv
2401.08417); that the target is the hypothesis nearest to the reference, and not the reference itself, follows
Kim and Rush (2016, arXiv 1606.07947).

A preferences folder holds two corpora of the same sources in the same order, ``chosen`` and ``rejected``.
Where the hypotheses differ too little to tell, both have the chosen one, which teaches no preference.

Part of the sentences is translated several at a time as well, as one text: the longer a source, the sooner a
search loops or leaves a clause out. There the best of each apart, one behind the other, is a hypothesis too.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sacrebleu.metrics.chrf import CHRF

from models.interfaces import Decoding, ModelError, Translator
from models.training.data.dataset import Corpus, build_corpus, load_corpora, save_corpus
from models.training.data.prepared import Prepared
from models.training.errors import TrainingError
from models.training.measures import has_loop

CHOSEN, REJECTED = "chosen", "rejected"
VOCABULARY = "vocabulary.sha256"
PREFERENCE_WEIGHTS = Path(__file__).with_name("preferences.toml")
BLOCK = 1000
"""Sentences translated at a time, so that progress shows."""
ROOM_FOR_LOOPS = 20
"""Pieces that a rejected hypothesis may have beyond twice the chosen: more of a loop teaches nothing."""

Pieces = Sequence[int]
Report = Callable[[str], None]


@dataclass(frozen=True)
class PreferenceConfig:
    """Which sentences are translated, and when two hypotheses differ enough (in points of chrF++)."""

    sentences: int = 30_000
    beam: int = 6
    margin: float = 4.0
    shortest: int = 6
    """Pieces of a source below which nothing is to be learnt about order or loops."""
    joined: float = 0.0
    """Part of the sentences that are translated together as well."""
    together: int = 2
    """Sentences of a text of those."""
    loop_copies: int = 5
    """How often a sentence counts whose worse hypothesis loops: they are few, and the worst mistakes."""
    seed: int = 1


def draw(prepared: Prepared, config: PreferenceConfig) -> list[tuple[Corpus, int]]:
    """Pairs drawn from the corpora in proportion to their weights, none twice."""
    generator = np.random.default_rng(config.seed)
    chosen: list[tuple[Corpus, int]] = []
    shares = [
        weight / float(corpus.target_lengths.mean())
        for corpus, weight in zip(prepared.corpora, prepared.weights, strict=True)
    ]
    for corpus, share in zip(prepared.corpora, shares, strict=True):
        usable: NDArray[np.int64] = np.flatnonzero(corpus.source_lengths > config.shortest)
        wanted = min(round(config.sentences * share / sum(shares)), len(usable))
        chosen += [(corpus, int(index)) for index in generator.permutation(usable)[:wanted]]
    generator.shuffle(chosen)
    return chosen


def judge(hypotheses: Sequence[str], reference: str, metric: CHRF, margin: float) -> tuple[str, str]:
    """The better and the worse text of one sentence; twice the better one if there is no preference.

    Where even the best hypothesis loops the reference takes its place.
    """
    scored = sorted(
        dict.fromkeys(hypotheses),
        key=lambda text: (not has_loop(text), metric.sentence_score(text, [reference]).score),
    )
    worst, best = scored[0], scored[-1]
    if has_loop(best):
        return reference, worst
    gap = metric.sentence_score(best, [reference]).score - metric.sentence_score(worst, [reference]).score
    return best, worst if has_loop(worst) or gap >= margin else best


def prefer(
    translator: Translator, prepared: Prepared, config: PreferenceConfig, report: Report
) -> Iterator[tuple[Pieces, Pieces, Pieces]]:
    """Source, chosen and rejected pieces of every sentence drawn, and of those joined."""
    processor, metric = prepared.processor, CHRF(word_order=2)
    drawn = draw(prepared, config)
    differ = loops = 0
    for start in range(0, len(drawn), BLOCK):
        block = drawn[start : start + BLOCK]
        sources = [corpus.source_of(index).tolist() for corpus, index in block]
        references = [processor.decode(corpus.target_of(index).tolist()) for corpus, index in block]
        found = _hypotheses(translator, [processor.decode(source) for source in sources], config.beam)
        judged = [judge(*both, metric, config.margin) for both in zip(found, references, strict=True)]
        size = config.together
        texts = [slice(i, i + size) for i in range(0, int(config.joined * len(block)) // size * size, size)]
        joint = [[piece for source in sources[text] for piece in source] for text in texts]
        found = _hypotheses(translator, [processor.decode(source) for source in joint], config.beam)
        bests = [best for best, _ in judged]
        for text, hypotheses in zip(texts, found, strict=True):
            apart, reference = " ".join(bests[text]), " ".join(references[text])
            judged.append(judge([*hypotheses, apart], reference, metric, config.margin))
        for source, (best, worst) in zip(sources + joint, judged, strict=True):
            differ += best != worst
            loops += has_loop(worst)
            chosen = processor.encode(best)
            rejected = processor.encode(worst)[: 2 * len(chosen) + ROOM_FOR_LOOPS]
            yield from [(source, chosen, rejected)] * (config.loop_copies if has_loop(worst) else 1)
        report(f"{start + len(block)} of {len(drawn)}: {differ} with a preference, {loops} for a loop")


def _hypotheses(translator: Translator, sources: Sequence[str], beam: int) -> list[list[str]]:
    """Those of a plain search, and where it loops those without repeated 3-grams too."""
    search = Decoding(beam, hypotheses=beam)
    try:
        found = [[one.text for one in several] for several in translator.translate(sources, search)]
        looping = [row for row, texts in enumerate(found) if has_loop(texts[0])]
        guarded = replace(search, no_repeat_ngram_size=3)
        others = translator.translate([sources[row] for row in looping], guarded)
    except (ModelError, ValueError) as error:
        raise TrainingError(f"cannot translate: {error}") from error
    for row, several in zip(looping, others, strict=True):
        found[row] += [one.text for one in several]
    return found


def write_preferences(
    rows: Sequence[tuple[Pieces, Pieces, Pieces]], vocabulary_sha256: str, folder: Path
) -> None:
    """Write the two corpora, and the vocabulary that their pieces are of."""
    try:
        save_corpus(build_corpus(CHOSEN, [(source, best) for source, best, _ in rows]), folder)
        save_corpus(build_corpus(REJECTED, [(source, worst) for source, _, worst in rows]), folder)
        (folder / VOCABULARY).write_text(vocabulary_sha256 + "\n", encoding="utf-8")
    except OSError as error:
        raise TrainingError(f"cannot write {folder}: {error}") from error


def make_preferences(
    translator: Translator, prepared: Prepared, folder: Path, config: PreferenceConfig, report: Report
) -> int:
    """Translate, judge and write; returns how many sentences there are."""
    rows = list(prefer(translator, prepared, config, report))
    write_preferences(rows, prepared.vocabulary_sha256, folder)
    return len(rows)


def load_preferences(folder: Path, vocabulary_sha256: str) -> tuple[Corpus, Corpus]:
    """The chosen and the rejected corpus of a folder made with that vocabulary."""
    vocabulary = folder / VOCABULARY
    try:
        made_with = vocabulary.read_text(encoding="utf-8").strip()
    except OSError as error:
        raise TrainingError(f"no preferences in {folder}: run prefer first") from error
    if made_with != vocabulary_sha256:
        raise TrainingError(f"the preferences in {folder} were made with another vocabulary than this data")
    chosen, rejected = load_corpora(folder)
    return chosen, rejected
