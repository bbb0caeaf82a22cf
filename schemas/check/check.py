"""Checks this folder with Python's jsonschema: schemas against their meta-schema, examples against
schemas. check.mjs does the same with ajv, and more. Needs `jsonschema` 4.18 or later.

Prints one line; fails where something is wrong, or where there was nothing to check.
"""

import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator
from jsonschema.exceptions import SchemaError

ROOT = Path(__file__).resolve().parent.parent


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def pointer(steps):
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in steps)


def places(errors):
    """The JSON pointers of all errors, those inside of anyOf and not among them."""
    for error in errors:
        yield pointer(error.absolute_path)
        yield from places(error.context or ())


def check_schema(name, schema):
    try:
        Draft202012Validator.check_schema(schema)
    except SchemaError as error:
        return [f"{name}: {error.message}"]
    validator = Draft202012Validator(schema)
    return [f"{name}: its own example is invalid: {error.message}"
            for example in schema.get("examples", ())
            for error in validator.iter_errors(example)]


def check_example(path, kind, validator, codes):
    content = read(path)
    if kind == "valid":
        return [f"{path}: {error.message}" for error in validator.iter_errors(content)]
    errors = list(validator.iter_errors(content["instance"]))
    if not errors:
        return [f"{path}: is valid"]
    wrong = []
    if not content["why"]:
        wrong.append(f"{path}: does not say why")
    if content["code"] is not None and content["code"] not in codes:
        wrong.append(f"{path}: unknown code {content['code']}")
    if content["at"] not in set(places(errors)):
        wrong.append(f"{path}: wrong at {sorted(set(places(errors)))}, not at {content['at']!r}")
    return wrong


def main():
    schemas = {path.name.removesuffix(".schema.json"): read(path)
               for path in sorted(ROOT.glob("*.schema.json"))}
    wrong = [line for name, schema in schemas.items() for line in check_schema(name, schema)]
    errors = read(ROOT / "errors.json")
    wrong += [f"errors.json: {error.message}"
              for error in Draft202012Validator(schemas["errors"]).iter_errors(errors)]
    codes = {error["code"] for error in errors["errors"]}
    counts = {"valid": 0, "invalid": 0}
    for kind in counts:
        for path in sorted((ROOT / "examples" / kind).glob("*/*.json")):
            counts[kind] += 1
            if path.parent.name not in schemas:
                wrong.append(f"{path}: there is no schema {path.parent.name}")
                continue
            validator = Draft202012Validator(schemas[path.parent.name])
            wrong += check_example(path, kind, validator, codes)
    is_empty = not schemas or not all(counts.values())
    for line in wrong:
        print(line, file=sys.stderr)
    verdict = "nothing checked" if is_empty else f"{len(wrong)} wrong"
    print(f"schemas (jsonschema): {len(schemas)} schemas, {counts['valid']} valid and "
          f"{counts['invalid']} invalid examples, {verdict}")
    return 1 if is_empty or wrong else 0


if __name__ == "__main__":
    sys.exit(main())
