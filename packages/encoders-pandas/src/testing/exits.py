"""Prints what pandas makes of the frames of notebooks: {kind: {text, html, csv, json: {orient: ...}}}.

Reads a JSON object of base64 by kind.
"""

import base64
import io
import json
import sys
import warnings

import pandas as pd

warnings.simplefilter("ignore")
pd.set_option("display.expand_frame_repr", False)
pd.set_option("display.max_columns", 20)
told = {}
for kind, data in json.load(sys.stdin).items():
    try:
        frame = pd.read_parquet(io.BytesIO(base64.b64decode(data)), engine="pyarrow")
    except Exception:
        continue
    rows = 10 if len(frame) > 60 else None
    html = frame.to_html(max_rows=rows, max_cols=20, show_dimensions=rows is not None or len(frame.columns) > 20)
    orients = {}
    for orient in ["columns", "index", "records", "split", "values", "table"]:
        try:
            orients[orient] = json.loads(frame.to_json(orient=orient, date_format="iso", double_precision=15))
        except Exception as error:
            orients[orient] = {"raises": str(error)}
    told[kind] = {"text": repr(frame), "html": html, "csv": frame.to_csv(), "json": orients}
print(json.dumps(told))
