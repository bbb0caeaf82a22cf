"""Makes the notebooks of this folder with the libraries that people plot with, in a real kernel.

    pip install -r requirements.txt
    BROWSER_PATH=/usr/bin/chromium python make.py      # kaleido needs a browser for Plotly's PNG

Each cell glues what one library shows, as its users would. The values are seeded.
"""

import os
from pathlib import Path

import nbformat
from nbclient import NotebookClient

HERE = Path(__file__).parent

START = """
import numpy as np, pandas as pd
import scrapbook as sb
rng = np.random.default_rng(7)
frame = pd.DataFrame(
    {
        "day": pd.date_range("2026-11-01", periods=40, freq="D"),
        "price": (100 + rng.normal(0, 1, 40).cumsum()).round(2),
        "kind": ["a", "b"] * 20,
    }
)

class Shown:
    "Plotly shows itself past the name that sb.glue gives: its bundle alone is what can be glued."
    def __init__(self, chart):
        self.chart = chart
    def _repr_mimebundle_(self, include=None, exclude=None):
        return self.chart._repr_mimebundle_(include, exclude)
"""

CELLS = {
    "matplotlib": """
import matplotlib.pyplot as plt
figure, axes = plt.subplots(figsize=(5, 2.6))
axes.plot(frame["day"], frame["price"])
axes.set_title("Price")
figure.autofmt_xdate()
sb.glue("matplotlib", figure, "display")
plt.close(figure)
""",
    "matplotlib svg": """
from matplotlib_inline.backend_inline import set_matplotlib_formats
set_matplotlib_formats("svg")
figure, axes = plt.subplots(figsize=(5, 2.6))
axes.bar(["a", "b", "c"], [3, 1, 2])
sb.glue("matplotlib svg", figure, "display")
plt.close(figure)
set_matplotlib_formats("png")
""",
    "seaborn": """
import seaborn as sns
sns.set_theme(style="whitegrid")
grid = sns.catplot(frame, x="kind", y="price", kind="box", height=2.6, aspect=1.8)
sb.glue("seaborn", grid.figure, "display")
plt.close("all")
""",
    "plotly": """
import plotly.express as px, plotly.io
plotly.io.renderers.default = "plotly_mimetype"
chart = px.line(frame, x="day", y="price", title="Price")
sb.glue("plotly", Shown(chart), "display")
sb.glue("plotly by itself", chart, "display")
""",
    "plotly with a picture": """
plotly.io.renderers.default = "plotly_mimetype+png"
sb.glue("plotly with a picture", Shown(chart), "display")
""",
    "plotly notebook": """
plotly.io.renderers.default = "notebook_connected"
sb.glue("plotly notebook", Shown(chart), "display")
""",
    "altair": """
import altair as alt
bars = alt.Chart(frame).mark_bar().encode(x="kind", y="mean(price)")

class AsVegaLite:
    # alt.renderers.enable("mimetype") of Altair 6 says v6.json, which nbformat refuses to store.
    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"application/vnd.vegalite.v6+json": bars.to_dict(), "text/plain": "alt.Chart(...)"}

sb.glue("altair", AsVegaLite(), "display")
""",
    "altair with a picture": """
alt.renderers.enable("png")
sb.glue("altair with a picture", bars, "display")
""",
    "altair html": """
alt.renderers.enable("html")
sb.glue("altair html", bars, "display")
""",
    "bokeh": """
from bokeh.embed import components, file_html
from bokeh.plotting import figure as bokeh_figure
from bokeh.resources import CDN
from IPython.display import HTML
plot = bokeh_figure(width=400, height=200)
plot.line([1, 2, 3], [2, 1, 3])
script, div = components(plot)
sb.glue("bokeh", HTML(div + script), "display")
""",
    "bokeh page": """
sb.glue("bokeh page", HTML(file_html(plot, CDN, "Price")), "display")
""",
    "pandas": """
sb.glue("pandas", frame.set_index("day").head(6), "display")
""",
    "pandas multi index": """
pivot = frame.assign(week=frame["day"].dt.isocalendar().week).pivot_table(
    index=["week", "kind"], values="price", aggfunc=["mean", "max"]
).round(2)
sb.glue("pandas multi index", pivot, "display")
""",
    "pandas styled": """
sb.glue(
    "pandas styled",
    frame.head(5).style.format({"price": "{:.1f}"}).background_gradient(subset=["price"]),
    "display",
)
""",
    "pandas stored": """
sb.glue("pandas stored", frame.set_index("day"), "pandas")
""",
    "polars": """
import polars as pl
sb.glue("polars", pl.from_pandas(frame).head(6), "display")
""",
    "markdown": '''
from IPython.display import Markdown
sb.glue("markdown", Markdown("""
# Result

The model **improved** by _3%_, see [the notes](https://example.org/notes).

| model | rmse |
|:------|-----:|
| old   | 0.31 |
| new   | 0.30 |

1. `fit()`
2. `predict()`

```python
print("a < b")
```

> Checked by hand.
"""), "display")
''',
    "latex": r'''
from IPython.display import Latex, Math
sb.glue("latex", Latex(r"The loss is $\mathcal{L} = \frac{1}{n}\sum_{i=1}^n (y_i - \hat y_i)^2$, and \begin{align} a &= b \\ c &= d \end{align}"), "display")
''',
    "math": r'''
sb.glue("math", Math(r"\int_0^\infty e^{-x^2}\,dx = \frac{\sqrt{\pi}}{2}"), "display")
''',
    "sympy": """
import sympy
from sympy import init_printing
init_printing(use_latex="mathjax")
x = sympy.symbols("x")
sb.glue("sympy", sympy.Integral(sympy.sqrt(1 / x) + sympy.Matrix([[1, x], [x, 1]]).det(), x), "display")
""",
    "json": """
from IPython.display import JSON
sb.glue("json", JSON({"model": {"name": "forest", "trees": 100, "depth": None}, "scores": [0.1, 0.25, 1e-7], "tags": []}), "display")
""",
    "colours": """
class Report:
    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"text/plain": "\\x1b[32mok\\x1b[0m  12 tests\\n\\x1b[1;31mFAILED\\x1b[0m test_price \\x1b[38;5;208morange\\x1b[0m \\x1b[38;2;90;90;240mblue\\x1b[0m \\x1b[7minverse\\x1b[0m"}
sb.glue("colours", Report(), "display")
""",
    "values": """
sb.glue("score", 0.125)
sb.glue("config", {"layers": [64, 32], "dropout": 0.1, "name": "<b>net</b>"})
""",
}

def make(name: str, cells: dict[str, str]) -> None:
    notebook = nbformat.v4.new_notebook()
    for source in [START, *cells.values()]:
        notebook.cells.append(nbformat.v4.new_code_cell(source.strip()))
    for number, cell in enumerate(notebook.cells):
        cell.id = f"cell-{number}"
    client = NotebookClient(notebook, timeout=300, kernel_name="python3")
    client.execute(cwd=str(HERE))
    for cell in notebook.cells:
        # When it ran is nobody's business, and differs at each run.
        cell.metadata = {}
    notebook.metadata = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    nbformat.write(notebook, HERE / f"{name}.ipynb")
    print(name, os.path.getsize(HERE / f"{name}.ipynb"))


if __name__ == "__main__":
    make("gallery", CELLS)
