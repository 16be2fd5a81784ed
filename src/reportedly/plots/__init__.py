"""Charts of a collection as SVG and PNG.

write_plot(collection, 'events-by-week', path); make_chart gives the numbers, as_svg the picture.
"""

from reportedly.plots.charts import CHARTS, Chart, Series, make_chart
from reportedly.plots.drawing import as_svg, description
from reportedly.plots.writing import write_plot

__all__ = ["CHARTS", "Chart", "Series", "as_svg", "description", "make_chart", "write_plot"]
