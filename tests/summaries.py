"""An English article, and what summaries of it the tests ask for."""

from __future__ import annotations

from collections.abc import Sequence

from models.scripted import ScriptedSummariser
from service.result import Summary, SummaryMethod
from service.summary import SummaryInput, split_english, summarise
from service.text.warnings import WarningCode

ARTICLE = """Harbour bridge in Delfzijl closed until June

The harbour bridge in Delfzijl will stay closed until June, the port authority announced on Monday. \
A freighter hit the bridge on 12 March, and divers found cracks in two of its pillars.

Repairing the pillars will cost 4 million euros, the port authority expects. \
The shipping company is paying for the repair, its director Anna Kok said. \
"We are sorry for the damage to the bridge," said Kok.

Cyclists in Delfzijl now make a detour of 9 kilometres. Mayor Bram Smit wants a ferry for them. \
The council will discuss his plan in April, when the first steel for the pillars should arrive.

Photo: ANP
"""


def extractive(text: str, wanted: int = 3) -> Summary:
    return summarised(split_english(text)[0], wanted)


def summarised(inputs: Sequence[SummaryInput], wanted: int = 3) -> Summary:
    return summarise(inputs, title_en=None, sentences_wanted=wanted, method="extractive", summariser=None)


def written(answer: str, wanted: int = 3, method: SummaryMethod = "auto") -> Summary:
    """What becomes of a model's answer about the article."""

    class Model(ScriptedSummariser):
        def summarise(self, texts: Sequence[str], *, max_tokens: int) -> list[str]:
            return [answer for _ in texts]

    inputs = split_english(ARTICLE)[0]
    return summarise(inputs, title_en=None, sentences_wanted=wanted, method=method, summariser=Model())


def codes(summary: Summary) -> list[WarningCode]:
    return [warning.code for warning in summary.warnings]
