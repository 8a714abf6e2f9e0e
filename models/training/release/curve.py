"""A small picture of a run: training loss and chrF2 over target tokens."""

from collections.abc import Sequence

from models.training.learning.history import Point, Run

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 640, 300, 52, 52, 30, 40
LOSS, CHRF, INK = "#2563eb", "#c2410c", "#6b7280"
SMOOTHING = 5


def smooth(points: Sequence[Point]) -> list[Point]:
    """Running mean of the heights."""
    return [
        (x, sum(y for _, y in points[max(0, index - SMOOTHING + 1) : index + 1]) / min(SMOOTHING, index + 1))
        for index, (x, _) in enumerate(points)
    ]


def draw(run: Run) -> str:
    """The picture, as SVG."""
    losses, scores = smooth(run.losses), run.scores
    most = max((x for x, _ in [*losses, *scores]), default=1.0)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        'font-family="system-ui, sans-serif" font-size="12">',
        "<title>Training loss and chrF2 over target tokens</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        _text(LEFT, 18, "training loss per piece", LOSS, "start"),
        _text(WIDTH - RIGHT, 18, "chrF2, greedy, 200 sentences of NTREX", CHRF, "end"),
    ]
    low, high = _bounds([y for _, y in losses], 1.0)
    bottom, top = _bounds([y for _, y in scores], 10.0)
    for part in range(5):
        y = HEIGHT - BOTTOM - part / 4 * (HEIGHT - TOP - BOTTOM)
        parts += [
            f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="#e5e7eb"/>',
            _text(LEFT - 6, y + 4, f"{low + part / 4 * (high - low):.1f}", LOSS, "end"),
            _text(WIDTH - RIGHT + 6, y + 4, f"{bottom + part / 4 * (top - bottom):.0f}", CHRF, "start"),
        ]
        x = LEFT + part / 4 * (WIDTH - LEFT - RIGHT)
        parts.append(_text(x, HEIGHT - BOTTOM + 16, f"{most * part / 4 / 1e6:.1f}M", INK, "middle"))
    parts += [
        _text(WIDTH / 2, HEIGHT - 6, "target tokens", INK, "middle"),
        _line(_place(losses, most, low, high), LOSS),
        _line(_place(scores, most, bottom, top), CHRF),
    ]
    parts += [
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{CHRF}"/>'
        for x, y in _place(scores, most, bottom, top)
    ]
    return "\n".join([*parts, "</svg>", ""])


def _bounds(values: Sequence[float], step: float) -> tuple[float, float]:
    if not values:
        return 0.0, step
    low = min(values) // step * step
    return low, max((max(values) // step + 1) * step, low + step)


def _place(points: Sequence[Point], most: float, low: float, high: float) -> list[Point]:
    return [
        (
            LEFT + x / most * (WIDTH - LEFT - RIGHT),
            HEIGHT - BOTTOM - (y - low) / (high - low) * (HEIGHT - TOP - BOTTOM),
        )
        for x, y in points
    ]


def _line(points: Sequence[Point], colour: str) -> str:
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="1.5"/>'


def _text(x: float, y: float, text: str, colour: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" fill="{colour}" text-anchor="{anchor}">{text}</text>'
