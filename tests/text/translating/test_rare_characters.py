from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.text.translating.rare_characters import plain, restored


@pytest.mark.parametrize(
    ("nl", "engine", "english", "expected"),
    [
        ("Wat een feest! 🎉", "Wat een feest!", "What a party!", "What a party! 🎉"),
        ("‘Wat een feest! 🎉’", "‘Wat een feest!’", "'What a party!'", "'What a party! 🎉'"),
        ("Leuk 👎🏽👨‍👩‍👧.", "Leuk.", "Nice.", "Nice 👎🏽👨‍👩‍👧."),
        ("Dank je ❤️ en dag.", "Dank je en dag.", "Thank you and bye.", "Thank you and bye. ❤️"),
        ("★★★☆☆ Een aardige film", "Een aardige film", "A nice movie", "★★★☆☆ A nice movie"),
        ("Ede → Arnhem", "Ede - Arnhem", "Ede - Arnhem", "Ede - Arnhem"),
        ("1️⃣ Kies", "1 Kies", "1 Choose", "1 Choose"),
        ("Erdoğan en Łódź.", "Erdogan en Lódz.", "Erdogan and Lódz.", "Erdoğan and Łódź."),
        (
            "De VS zagen Š. Jakšić.",
            "De VS zagen S. Jaksic.",
            "The U.S. saw S. Jaksic.",
            "The U.S. saw S. Jakšić.",
        ),
        ("Erdoğans plan", "Erdogans plan", "Erdogan's plan", "Erdogan's plan"),
        ("André, 25 °C, ½ ons", "André, 25 °C, ½ ons", "André, 25 °C", "André, 25 °C"),
    ],
)
def test_what_a_model_cannot_carry_is_kept_from_it_and_put_back(
    nl: str, engine: str, english: str, expected: str
) -> None:
    assert plain(nl) == engine
    assert restored(nl, english) == expected


@given(st.text(st.characters(max_codepoint=0xFF), max_size=40))
def test_ordinary_characters_stay(text: str) -> None:
    assert plain(text) == text.strip()
    assert restored(text, text) == text


@given(st.text(alphabet="ab .!’'🎉❤️👎🏽ğŁ→1", max_size=40))
def test_no_picture_is_lost(text: str) -> None:
    engine = plain(text)
    assert "🎉" not in engine
    assert restored(text, engine).count("🎉") == text.count("🎉")
