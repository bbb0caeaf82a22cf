"""An edit session that changes nothing gives the same bytes."""

import base64
import hashlib

from suite import Group

group = Group("rewrite", ["13.1"], level="editor")


def same(content: bytes) -> dict:
    if len(content) < 60:
        return {"bytes": {"$bytes": base64.b64encode(content).decode()}}
    return {"bytes": {"$sha256": hashlib.sha256(content).hexdigest(), "length": len(content)}}


for id, path, note in [
    ("jupyter", "json/json-as-jupyter-writes", "a file as Jupyter writes it"),
    ("minified", "json/json-minified", "a minified file"),
    ("tabs", "json/json-indent-tabs", "a file indented by tabs"),
    ("crlf", "json/json-crlf", "a file with CR LF"),
    ("bom", "json/json-bom", "a file with a byte order mark"),
    ("no-final-newline", "json/json-no-final-newline", "a file without a line end at its end"),
    ("unsorted", "json/json-unsorted", "a file with unsorted keys"),
    ("duplicate-keys", "json/json-duplicate-cells", "a file with a key twice"),
    ("escapes", "json/json-ascii", "a file with escapes"),
    ("white-space", "json/json-white-space-everywhere", "a file full of white space"),
    ("nan", "json/json-nan-in-metadata", "a file with NaN"),
    ("number-texts", "numbers/numbers-1-00", "a file with 1.00"),
    ("many-digits", "numbers/numbers-4301-digits", "a file with an integer of 4,301 digits"),
    ("surrogate", "text/text-high-surrogate", "a file with a lone surrogate"),
    ("bad-payload", "lenient/lenient-every-kind", "a file with bad payloads"),
    ("bad-outputs", "lenient/lenient-output-parts", "a file with wrong outputs"),
    ("unknown-encoder", "encoders/encoders-unknown-arrow", "a file with an unknown encoder"),
    ("papermill", "run/run-failed", "what papermill wrote"),
]:
    group.case(
        f"rewrite-{id}",
        f"{note} is written back as it was",
        f"{path}.ipynb",
        run={"op": "rewrite"},
        expect=same,
        none="the reference does not write notebooks",
    )
for id, path, code in [
    ("truncated", "json/json-truncated-in-object", "json-truncated"),
    ("version", "notebook/notebook-version-5", "notebook-version-unsupported"),
]:
    group.case(
        f"rewrite-{id}",
        "a notebook that cannot be read cannot be written"
        if id == "truncated"
        else "a notebook of another version cannot be written",
        f"{path}.ipynb",
        run={"op": "rewrite"},
        error=(code, "/nbformat" if id == "version" else ""),
        none="the reference does not write notebooks",
    )
