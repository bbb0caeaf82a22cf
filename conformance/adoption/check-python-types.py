"""Checks that the protocol's schemas make types in Python that can be used: datamodel-code-generator makes pydantic
models of each schema, they are imported, and every valid example is read with them.

Prints what is wrong, then `N passed, N failed`. Needs requirements.txt.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

SCHEMAS = Path(__file__).resolve().parents[2] / "schemas"
OPTIONS = [
    "--input-file-type=jsonschema",
    "--output-model-type=pydantic_v2.BaseModel",
    "--target-python-version=3.11",
    "--formatters=builtin",
    "--disable-timestamp",
]
# Valid examples that the models refuse, and why. One that they take must be struck off.
KNOWN = {
    "data-bundle/combined.json": "the generator applies patternProperties to every key",
}


def generate(schema: Path, folder: Path) -> object:
    """The model of a schema's root, which is named after its title."""
    name = schema.name.removesuffix(".schema.json").replace("-", "_").replace(".", "_")
    output = folder / f"{name}.py"
    command = [sys.executable, "-m", "datamodel_code_generator", "--input", str(schema), "--output", str(output)]
    subprocess.run([*command, *OPTIONS], check=True, capture_output=True, text=True)
    spec = spec_from_file_location(name, output)
    module = module_from_spec(spec)
    # pydantic looks names of types up in the module that it finds here.
    sys.modules[name] = module
    spec.loader.exec_module(module)
    title = json.loads(schema.read_text(encoding="utf-8"))["title"]
    return getattr(module, "".join(word[0].upper() + word[1:] for word in title.split()))


def examples_of(schema: Path) -> list[tuple[str, object]]:
    name = schema.name.removesuffix(".schema.json")
    files = sorted((SCHEMAS / "examples/valid" / name).glob("*.json"))
    return [(f"{name}/{file.name}", json.loads(file.read_text(encoding="utf-8"))) for file in files]


def main() -> int:
    passed = failed = 0

    def tell(what: str, wrong: str | None) -> None:
        nonlocal passed, failed
        if wrong is None:
            passed += 1
        else:
            failed += 1
            print(f"{what}: {wrong}")

    with tempfile.TemporaryDirectory() as folder:
        for schema in sorted(SCHEMAS.glob("*.schema.json")):
            try:
                model = generate(schema, Path(folder))
            except subprocess.CalledProcessError as error:
                tell(schema.name, error.stderr)
                continue
            except Exception as error:
                tell(schema.name, repr(error))
                continue
            tell(schema.name, None)
            for name, value in examples_of(schema):
                try:
                    model.model_validate(value)
                except ValueError as error:
                    tell(name, None if name in KNOWN else str(error))
                else:
                    tell(name, "is taken, and listed as refused" if name in KNOWN else None)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
