"""Settings to a ready :class:`Digester`: the one place that loads models."""

from __future__ import annotations

from dataclasses import replace

from models.interfaces import Summariser, Translator
from service.cache import CachingTranslator, open_cache
from service.digest import Digester
from service.settings import Settings
from service.text.words import english_dictionary


def build(settings: Settings) -> Digester:
    """Load the checkpoints that the settings name.

    Raises ``ModelError`` or, for a wrong setting, ``ValueError``.

    The translation model ``scripted`` needs no weights; it is for tests and for trying the service out.
    """
    english_dictionary.load()
    store = open_cache(settings.cache, days=settings.cache_days, max_mb=settings.cache_max_mb)
    translator = _translator(settings)
    return Digester(
        translator=CachingTranslator(translator, store) if store else translator,
        summariser=_summariser(settings),
        decoding=replace(translator.decoding, beam_size=settings.beam_size),
        max_chars=settings.max_chars,
    )


def _translator(settings: Settings) -> Translator:
    if settings.translation_model == "scripted":
        from models.scripted import ScriptedTranslator

        return ScriptedTranslator()
    from models.marian import load_translator

    return load_translator(
        settings.translation_model,
        engine=settings.engine,
        compute_type=settings.compute_type,
        device=settings.device,
        threads=settings.threads,
        model_dir=settings.model_dir,
    )


def _summariser(settings: Settings) -> Summariser | None:
    if settings.summary_model == "extractive":
        return None
    from models.summarisers import load_summariser

    return load_summariser(
        settings.summary_model,
        engine=settings.engine,
        compute_type=settings.compute_type,
        device=settings.device,
        threads=settings.threads,
        model_dir=settings.model_dir,
    )
