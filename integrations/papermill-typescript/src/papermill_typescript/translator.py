"""Values and variables of the injected cell, for each kernel."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import Any

from nbformat import NotebookNode
from papermill.exceptions import PapermillException
from papermill.models import Parameter
from papermill.translators import Translator

from papermill_typescript.parameters_cell import parameters_of

# Number.MAX_SAFE_INTEGER: what lies beyond is a BigInt, as a number could not tell it from its neighbours.
MAX_SAFE_INTEGER = 2**53 - 1


class ScriptTranslator(Translator):
    """Values as TypeScript and JavaScript write them, and what the parameters cell holds."""

    @classmethod
    def translate_none(cls, val: None) -> str:
        return "null"

    @classmethod
    def translate_str(cls, val: str) -> str:
        return json.dumps(val)

    @classmethod
    def translate_int(cls, val: int) -> str:
        return f"{val}" if abs(val) <= MAX_SAFE_INTEGER else f"{val}n"

    @classmethod
    def translate_float(cls, val: float) -> str:
        if math.isnan(val):
            return "NaN"
        if math.isinf(val):
            return "Infinity" if val > 0 else "-Infinity"
        return repr(val)

    @classmethod
    def translate_dict(cls, val: Mapping[Any, Any]) -> str:
        members = (f"{cls.translate_key(key)}: {cls.translate(value)}" for key, value in val.items())
        return f"{{{', '.join(members)}}}"

    @classmethod
    def translate_key(cls, key: Any) -> str:
        text = cls.translate_str(key if isinstance(key, str) else cls.translate(key))
        # Without brackets it would set the object's prototype.
        return f"[{text}]" if key == "__proto__" else text

    @classmethod
    def translate_list(cls, val: list[Any] | tuple[Any, ...]) -> str:
        return f"[{', '.join(cls.translate(value) for value in val)}]"

    @classmethod
    def translate(cls, val: Any) -> str:
        if isinstance(val, tuple):
            return cls.translate_list(val)
        known = val is None or isinstance(val, (str, int, float, dict, list))
        text: str = super().translate(val) if known else cls.translate_str(str(val))
        return text

    @classmethod
    def comment(cls, cmt_str: str) -> str:
        return f"// {' '.join(cmt_str.split())}"

    @classmethod
    def codify(cls, parameters: Mapping[str, Any], comment: str = "Parameters") -> str:
        for name in parameters:
            if not name.replace("$", "_").isidentifier():
                raise PapermillException(
                    f"The parameter {json.dumps(name)} cannot be the name of a variable in TypeScript or JavaScript. "
                    "Use letters, digits, _ and $, and no digit first."
                )
        return super().codify(parameters, comment)

    @classmethod
    def inspect(cls, parameters_cell: NotebookNode) -> list[Parameter]:
        return parameters_of(parameters_cell["source"])


class AssigningTranslator(ScriptTranslator):
    """For Deno, where `let` cannot follow `var`, and IJavascript, where it cannot even follow `let`."""

    @classmethod
    def assign(cls, name: str, str_val: str) -> str:
        # The first half makes the variable where there is no parameters cell.
        return f"globalThis.{name} ??= undefined; {name} = {str_val};"

    @classmethod
    def codify(cls, parameters: Mapping[str, Any], comment: str = "Parameters") -> str:
        # The value of the cell's last line is shown.
        return f"{super().codify(parameters, comment)}undefined;\n"


class TslabTranslator(ScriptTranslator):
    """For tslab, where a declaration may follow any other, and each value is checked against its type."""

    @classmethod
    def assign(cls, name: str, str_val: str) -> str:
        # Any type: code that was checked with the type in the parameters cell must pass with this value too.
        return f"let {name}: any = {str_val};"


class JslabTranslator(ScriptTranslator):
    """For jslab, which is tslab without types."""

    @classmethod
    def assign(cls, name: str, str_val: str) -> str:
        return f"let {name} = {str_val};"
