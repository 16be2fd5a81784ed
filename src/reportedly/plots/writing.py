"""A chart as a file."""

from __future__ import annotations

from pathlib import Path

from reportedly.errors import OptionError
from reportedly.export.files import Files
from reportedly.plots.charts import Chart, make_chart
from reportedly.plots.drawing import as_png, as_svg
from reportedly.store import Collection


def write_plot(collection: Collection, name: str, path: Path) -> Chart:
    """Write a chart as SVG or PNG, by the file's ending.

    Raises:
        OptionError: for another ending, an unknown chart, PNG without its extra, or a disk that
            refuses.
    """
    kind = path.suffix.casefold()
    if kind not in {".svg", ".png"}:
        raise OptionError(f"-o ends in .svg or .png, not {path.name!r}")
    chart = make_chart(collection, name)
    if kind == ".svg":
        with Files(path) as files:
            files.text().write(as_svg(chart))
        return chart
    try:
        picture = as_png(chart)
    except ImportError:
        raise OptionError("PNG needs the extra plots: pip install 'reportedly[plots]'") from None
    with Files(path) as files:
        files.binary().write(picture)
    return chart
