"""The charts page: the numbers of each chart, and its picture."""

from __future__ import annotations

from typing import Any

from reportedly.plots import CHARTS, Chart, as_svg, description, make_chart
from reportedly.web.filters import Query
from reportedly.web.library import Library


def charts_page(library: Library, query: Query) -> dict[str, Any]:
    """All charts with their numbers."""
    return {"charts": [_row(_chart(library, name)) for name in CHARTS]}


def chart_svg(library: Library, name: str) -> str:
    """The picture of a chart.

    Raises:
        OptionError: if there is none of this name.
    """
    return as_svg(_chart(library, name))


def _chart(library: Library, name: str) -> Chart:
    collection = library.collection
    key = (collection.links_number(), collection.newest_analysis())
    chart: Chart = library.remembered(f"chart {name}", key, lambda: make_chart(collection, name))
    return chart


def _row(chart: Chart) -> dict[str, Any]:
    return {
        "name": chart.name,
        "title": chart.title,
        "note": chart.note,
        "words": description(chart),
        "labels": list(chart.labels),
        "series": [{"name": one.name, "values": list(one.values)} for one in chart.series],
    }
