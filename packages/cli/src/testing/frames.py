"""Writes frames into a notebook as Python's scrapbook does, and compares those of another with what is expected.

usage: frames.py write NOTEBOOK CASES | frames.py compare NOTEBOOK CASES

CASES is JSON: lists of a name, an expression that makes the frame, and a statement that changes it, `f`, as the
person who edited it did. `compare` prints, as JSON, the differences by name.
"""
import datetime
import json
import sys
from decimal import Decimal

import nbformat
import pandas as pd
import scrapbook as sb
from scrapbook.encoders import registry
from scrapbook.schemas import GLUE_PAYLOAD_FMT
from scrapbook.scraps import Scrap, scrap_to_payload

known = {"pd": pd, "Decimal": Decimal, "datetime": datetime}
task, notebook, cases = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])


def payload(name, frame):
    payload = scrap_to_payload(registry.encode(Scrap(name, frame, "pandas")))
    data = {GLUE_PAYLOAD_FMT.format(encoder="pandas"): payload}
    return nbformat.v4.new_output("display_data", data, metadata={"scrapbook": {"name": name, "data": True, "display": False}})


if task == "write":
    cell = nbformat.v4.new_code_cell(outputs=[payload(name, eval(make, known)) for name, make, _ in cases])
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), notebook)
else:
    differences = {}
    scraps = sb.read_notebook(notebook).scraps
    for name, make, change in cases:
        # What pandas itself keeps of the frame in a scrap, and then the change.
        f = registry.decode(registry.encode(Scrap(name, eval(make, known), "pandas"))).data.copy(deep=True)
        scope = {**known, "f": f}
        exec(change, scope)
        try:
            pd.testing.assert_frame_equal(
                scraps[name].data, scope["f"], check_index_type="exact", check_freq=False, check_exact=True
            )
            assert scraps[name].data.attrs == scope["f"].attrs, scraps[name].data.attrs
        except Exception as error:
            differences[name] = str(error)
    print(json.dumps(differences))
