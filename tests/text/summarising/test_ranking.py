"""Choosing sentences: what counts, what cannot stand alone, what is not the article's."""

from __future__ import annotations

import pytest

from service.text.reading.english import english_sentences
from service.text.summarising.passages import Candidate, find_passages
from service.text.summarising.ranking import OFF_TITLE, choose, score_sentences
from service.text.words.terms import content_terms, stem


def candidates(*paragraphs: str) -> list[Candidate]:
    texts = [(number, text) for number, p in enumerate(paragraphs) for text in english_sentences(p)]
    return [Candidate(number, paragraph, text) for number, (paragraph, text) in enumerate(texts)]


BRIDGE = candidates(
    "The harbour bridge in Delfzijl will stay closed until June, the port authority announced on Monday.",
    "A freighter hit the bridge in March. Divers found cracks in two of its pillars.",
    "The canteen serves soup on Wednesdays.",
    "Repairing the pillars of the harbour bridge will cost 4 million euros, the port authority expects.",
)


def test_it_prefers_what_the_article_is_about() -> None:
    assert choose(BRIDGE, "Harbour bridge closed until June", 2) == [0, 4]


def test_a_sentence_off_the_subject_scores_lowest() -> None:
    scores, _ = score_sentences(BRIDGE, None)
    assert min(range(len(BRIDGE)), key=lambda i: scores[i].total) == 3


def test_the_title_raises_the_sentences_that_share_its_words() -> None:
    without, _ = score_sentences(BRIDGE, None)
    with_title, _ = score_sentences(BRIDGE, "Soup in the canteen")
    assert with_title[3].total > without[3].total
    assert with_title[1].title == 0


def test_an_early_sentence_without_a_word_of_the_title_may_be_scenery() -> None:
    scene = candidates(
        "The council of Hoorn took a decision on the library on Monday.",
        "Rain fell on the market and gulls circled over the stalls of the old town.",
        "The library of Hoorn will move to the old town hall.",
    )
    with_title, without = score_sentences(scene, "Library of Hoorn moves")[0], score_sentences(scene, None)[0]
    assert with_title[1].position == pytest.approx(OFF_TITLE * without[1].position)
    assert with_title[2].position == without[2].position


def test_the_first_sentence_may_say_the_title_in_other_words() -> None:
    with_title, without = (
        score_sentences(BRIDGE, "Shipping detour ahead")[0],
        score_sentences(BRIDGE, None)[0],
    )
    assert with_title[0].position == without[0].position


def test_a_word_of_the_title_counts_once() -> None:
    found = candidates(
        "The canal at Delfzijl will close until June.",
        "Skippers bound for the sea lose two days on the detour, their union says.",
        "A canal in Groningen got a coat of paint, a keeper and a flag.",
        "The skippers want the union to ask for money for the detour.",
    )
    assert score_sentences(found, "Canal shut")[0][2].title > 0
    assert choose(found, "Canal shut", 2) == [0, 1]


def test_who_was_not_introduced_gives_way() -> None:
    found = candidates(
        "The library of Hoorn will move to the town hall in May.",
        "Soup and rolls were served in the canteen by Anna Kok.",
        "Kok expects more readers in the library of Hoorn.",
        "Hoorn expects more readers in the library in May.",
    )
    assert choose(found, None, 2) == [0, 3]


def test_a_paraphrase_is_not_taken_beside_what_it_repeats() -> None:
    found = candidates(
        "The council of Hoorn rejected the plan for a new library on Monday night.",
        "The new library plan was rejected by the council.",
        "Readers of Hoorn had collected 4,000 signatures for the library.",
    )
    assert choose(found, None, 2) == [0, 2]


def test_the_same_sentence_is_taken_once() -> None:
    repeated = [Candidate(i, i, "The council rejected the plan for the new library.") for i in range(40)]
    assert choose(repeated, None, 3) == [0]


def test_a_word_budget_ends_the_choice() -> None:
    assert len(choose(BRIDGE, None, 5, max_words=10)) == 1


def test_a_pronoun_brings_the_sentence_it_leans_on() -> None:
    found = candidates(
        "Rain fell on Assen.",
        "Minister Anna Kok visited the flooded town of Assen on Friday. She promised help.",
    )
    assert find_passages(found)[2].sentences == (1, 2)


def test_a_pronoun_without_its_sentence_before_it_cannot_stand() -> None:
    sentences = [Candidate(0, 0, "Anna Kok won."), Candidate(2, 1, "She thanked the crowd in the square.")]
    assert not find_passages(sentences)[1].stands
    assert choose(sentences, None, 2) == [0]


def test_a_quotation_of_several_sentences_is_taken_whole_or_not_at_all() -> None:
    found = candidates(
        'Mayor Bram Smit defended the square in the council of Sneek: "The square needs trees. '
        'The square needs shade. The square of Sneek needs people."'
    )
    assert len(found) == 3
    assert choose(found, "The square of Sneek needs shade", 3) == [0, 1, 2]
    assert all(passage.sentences == (0, 1, 2) for passage in find_passages(found))


def test_a_quotation_without_its_speaker_is_not_chosen() -> None:
    found = candidates(
        "The bakers of Hoorn want a later start of the working day.",
        '"The ovens of Hoorn start too early, and bakers pay for it with their sleep."',
        "A council committee will look at the bakers' hours in Hoorn in May.",
    )
    assert 1 not in choose(found, "Bakers of Hoorn pay with their sleep", 2)


def test_a_quotation_comes_with_the_sentence_that_names_its_speaker() -> None:
    found = candidates(
        "The bakers of Hoorn want a later start. Baker Jan Vis speaks of a plague. "
        '"Bakers of Hoorn pay for the early start with their sleep and their health."'
    )
    assert find_passages(found)[2].sentences == (1, 2)


@pytest.mark.parametrize(
    ("opening", "chosen"),
    [
        ("It was a long night for the bakers of Hoorn.", True),
        ("But the bakers of Hoorn sleep on.", True),
        ("She bakes for all of Hoorn and its bakers.", False),
        ("Do the bakers of Hoorn ever sleep?", False),
    ],
)
def test_which_first_sentences_open_a_summary(opening: str, chosen: bool) -> None:
    rest = "The bakers of Hoorn start at two. A committee looks at the hours of the bakers of Hoorn in May."
    texts = [opening, *english_sentences(rest)]
    found = [Candidate(number, 0, text) for number, text in enumerate(texts, start=1)]
    assert (0 in choose(found, None, 2)) == chosen


@pytest.mark.parametrize(
    "form", ["Do the bakers of old Hoorn sleep at night?", "Hoorn: the bakers of old sleep at night."]
)
def test_what_is_no_plain_statement_scores_lower(form: str) -> None:
    (plain, other), _ = score_sentences(
        [Candidate(0, 0, "The bakers of old Hoorn sleep at night."), Candidate(1, 0, form)], None
    )
    assert plain.form == 0 > other.form


def test_a_line_without_a_full_stop_scores_lower() -> None:
    (line,), _ = score_sentences([Candidate(0, 0, "Bakers of Hoorn asleep again at the oven")], None)
    assert line.form < 0


INTERVIEW = (
    "Ans de Wit has trained young swimmers in Leeuwarden for twenty years.",
    "Is the coach strict with the swimmers of Leeuwarden?",
    "“I am clear. Those who are late do not swim that day.”",
    "Is the coach afraid that swimmers walk away?",
    "“Yes, two of the swimmers did. I changed my way of coaching then.”",
    "What does the coach of the swimmers expect?",
    "“Two medals would be nice.”",
)


@pytest.mark.parametrize("marks", ["“”", ""])
def test_the_questions_of_an_interview_give_way_to_its_answers(marks: str) -> None:
    interview = candidates(*(p if marks else p.strip("“”") for p in INTERVIEW))
    chosen = choose(interview, "Swimming coach of Leeuwarden", 4)
    assert 0 in chosen
    assert len(chosen) > 2
    assert not any(interview[i].text.endswith("?") for i in chosen)


def test_an_answer_that_needs_its_question_is_not_chosen_without_it() -> None:
    interview = candidates(*INTERVIEW)
    yes = next(i for i, each in enumerate(interview) if "Yes" in each.text)
    assert yes not in choose(interview, "Swimming coach of Leeuwarden", 5)


def test_one_question_makes_no_interview() -> None:
    article = candidates("The mill is for sale.", "Who will pay?", "“Nobody knows that yet.”")
    assert choose(article, None, 2) == [0]


def test_a_dutch_question_is_one_whatever_its_translation_ends_in() -> None:
    lost = [
        Candidate(0, 0, "The mill of Zeerijp is for sale.", "De molen van Zeerijp is te koop."),
        Candidate(1, 1, "Does Loppersum want to build a mill.", "Wil Loppersum zelf een molen bouwen?"),
        Candidate(2, 2, "Rain is expected.", "Er wordt regen verwacht."),
    ]
    assert choose(lost, "De molen van Zeerijp is te koop", 2) == [0, 2]


def test_somebody_quoted_with_a_question_makes_a_statement() -> None:
    article = candidates("The mill is for sale.", "Mayor Kok wondered: “Who would buy it?”")
    assert choose(article, None, 2) == [0, 1]


def test_questions_are_chosen_when_there_is_nothing_else() -> None:
    assert choose(candidates("Who will buy the mill?", "Who will pay?"), None, 1) == [0]


def test_something_is_chosen_even_when_nothing_stands() -> None:
    assert choose(candidates('"Never."', "He left."), None, 1) != []
    assert choose(candidates('"We go. We stay. We run. We stop. We end.'), None, 3) == [0, 1, 2]


def test_terms_join_the_mentions_of_one_thing() -> None:
    assert content_terms("The city's cities and the buses") == ["city", "city", "buse"]
    assert stem("virus") == "virus"
    assert stem("class") == "class"
