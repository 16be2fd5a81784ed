"""Charts as SVG: plain shapes and words, no script and no style sheet; equal charts, equal bytes.

Colours are those of Okabe and Ito (2008), which people with any colour vision tell apart; series
that must not be taken for their neighbours are hatched as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from reportedly.plots.charts import OTHERS, Chart

_PALETTE = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442")
_OTHERS, _INK, _QUIET, _LINE, _PAPER = "#999999", "#1d2327", "#5b6369", "#dcd8ce", "#ffffff"
_FONT = "system-ui, 'DejaVu Sans', 'Liberation Sans', Arial, sans-serif"
_WIDTH, _PLOT_HEIGHT, _ROW = 900, 300, 24
_LEFT, _RIGHT, _TOP, _LETTER = 70, 30, 66, 7.0
_NAMES = 230  # of a chart of bars
_MOST_TICKS, _MOST_DATES = 5, 12
_LONGEST_NAME = 32  # characters


def as_svg(chart: Chart) -> str:
    """The chart as an SVG document, with a title and a description for those who do not see it."""
    legend, below = _legend(chart)
    if not chart.labels:
        plot, height = [_text(_LEFT, _TOP + 30, "There is nothing to show.", _QUIET)], 60
    elif chart.kind == "columns":
        plot, height = list(_columns(chart)), _PLOT_HEIGHT + 40
    else:
        plot, height = list(_bars(chart)), _ROW * len(chart.labels) + 34
    foot = _TOP + height + 12
    whole = foot + below + 34
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{whole}"'
        f' viewBox="0 0 {_WIDTH} {whole}" role="img" font-family="{_FONT}" font-size="12">',
        f"<title>{_words(chart.title)}</title>",
        f"<desc>{_words(description(chart))}</desc>",
        _patterns(chart),
        f'<rect width="{_WIDTH}" height="{whole}" fill="{_PAPER}"/>',
        f'<text x="20" y="30" font-size="18" font-weight="600" fill="{_INK}">'
        f"{_words(chart.title)}</text>",
        _text(20, 50, chart.note, _QUIET),
        *plot,
        f'<g transform="translate(0 {foot})">{legend}</g>',
        _text(20, whole - 14, "As reported by outlets, never what happened.", _QUIET),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def description(chart: Chart) -> str:
    """The chart in words."""
    told = [f"{series.name}: {sum(series.values)}" for series in chart.series]
    return f"{chart.note} {'; '.join(told)}."


def as_png(chart: Chart, scale: int = 2) -> bytes:
    """The chart as PNG (extra `plots`).

    Raises:
        ImportError: without the extra.
    """
    import resvg_py

    return bytes(resvg_py.svg_to_bytes(svg_string=as_svg(chart), zoom=scale))


# --- the two kinds ----------------------------------------------------------------------------


def _columns(chart: Chart) -> Iterator[str]:
    most = max(chart.totals)
    wide = (_WIDTH - _LEFT - _RIGHT) / len(chart.labels)
    floor = _TOP + _PLOT_HEIGHT
    for tick in _ticks(most):
        y = floor - _PLOT_HEIGHT * tick / most
        yield f'<path d="M{_LEFT} {y:.1f}H{_WIDTH - _RIGHT}" stroke="{_LINE}"/>'
        yield _text(_LEFT - 8, y + 4, str(tick), _QUIET, "end")
    each = -(-len(chart.labels) // _MOST_DATES)
    for number, label in enumerate(chart.labels):
        x, y = _LEFT + number * wide, float(floor)
        for at, series in enumerate(chart.series):
            high = _PLOT_HEIGHT * series.values[number] / most
            y -= high
            if high:
                yield _box(
                    x + wide * 0.08,
                    y,
                    wide * 0.84,
                    high,
                    fill=_fill(chart, at),
                    said=f"{label}, {series.name}",
                )
        if number % each == 0:
            yield _text(x + wide / 2, floor + 18, label, _QUIET, "middle")
    yield f'<path d="M{_LEFT} {floor}H{_WIDTH - _RIGHT}" stroke="{_INK}"/>'
    yield _text(_LEFT, floor + 36, "week that begins on", _QUIET)


def _bars(chart: Chart) -> Iterator[str]:
    most = max(chart.totals)
    room = _WIDTH - _NAMES - _RIGHT - 30
    bottom = _TOP + _ROW * len(chart.labels) + 4
    for tick in _ticks(most):
        x = _NAMES + room * tick / most
        yield f'<path d="M{x:.1f} {_TOP}V{bottom}" stroke="{_LINE}"/>'
        yield _text(x, bottom + 16, str(tick), _QUIET, "middle")
    for number, label in enumerate(chart.labels):
        x, y = float(_NAMES), _TOP + _ROW * number + 3
        yield _text(_NAMES - 10, y + 13, _short(label), _INK, "end")
        for at, series in enumerate(chart.series):
            wide = room * series.values[number] / most
            if wide:
                yield _box(
                    x, y, wide, _ROW - 6, fill=_fill(chart, at), said=f"{label}, {series.name}"
                )
            x += wide
        yield _text(x + 6, y + 13, str(chart.totals[number]), _QUIET)


# --- pieces -----------------------------------------------------------------------------------


def _legend(chart: Chart) -> tuple[str, int]:
    """Names of the series with their colours, and the height that they take."""
    parts, x, y = [], 20.0, 0
    for at, series in enumerate(chart.series):
        room = 34 + _LETTER * len(series.name)
        if x + room > _WIDTH - 20:
            x, y = 20.0, y + 20
        parts.append(
            f'<rect x="{x:.1f}" y="{y}" width="13" height="13" fill="{_fill(chart, at)}"'
            f' stroke="{_INK}" stroke-width=".5"/>'
        )
        parts.append(_text(x + 19, y + 11, series.name, _INK))
        x += room
    return "".join(parts), y + 20


def _patterns(chart: Chart) -> str:
    found = [
        f'<pattern id="hatch{at}" width="6" height="6" patternUnits="userSpaceOnUse"'
        f' patternTransform="rotate(45)"><rect width="6" height="6" fill="{_PAPER}"/>'
        f'<rect width="3.4" height="6" fill="{_colour(chart, at)}"/></pattern>'
        for at, series in enumerate(chart.series)
        if series.hatched
    ]
    return f"<defs>{''.join(found)}</defs>"


def _fill(chart: Chart, at: int) -> str:
    return f"url(#hatch{at})" if chart.series[at].hatched else _colour(chart, at)


def _colour(chart: Chart, at: int) -> str:
    if chart.series[at].name == OTHERS:
        return _OTHERS
    before = sum(one.name != OTHERS for one in chart.series[:at])
    return _PALETTE[before % len(_PALETTE)]


def _box(x: float, y: float, wide: float, high: float, *, fill: str, said: str) -> str:
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{high:.1f}" fill="{fill}"'
        f' stroke="{_PAPER}" stroke-width=".6"><title>{_words(said)}</title></rect>'
    )


def _text(x: float, y: float, words: str, colour: str, anchor: str = "start") -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" fill="{colour}" text-anchor="{anchor}">'
        f"{_words(words)}</text>"
    )


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"


def _words(words: str) -> str:
    """Words that can act as no markup, without characters that XML forbids."""
    return escape(
        "".join(c if c >= " " and not 0xD800 <= ord(c) < 0xE000 else "\ufffd" for c in words)
    )


def _ticks(most: int) -> list[int]:
    """Round whole numbers from 0 up to the largest."""
    step = 1
    while most / step > _MOST_TICKS:
        step = step * 5 // 2 if str(step)[0] == "2" else step * 2
    return list(range(0, most + 1, step))
