"""What a notebook's scraps are, and what changes make of them: SPEC.md read as plainly as can be."""

import json
from dataclasses import dataclass, replace

SCRAP = "application/scrapbook.scrap"
RECORD = "application/papermill.record"
BAD = "bad"


@dataclass(frozen=True)
class Number:
    """A number by its text, so that 1 and 1.0 differ."""

    text: str


def parse(data: bytes):
    """The JSON of a file; a key that occurs twice has its last value, at its first place."""
    return json.loads(data.decode("utf-8-sig"), parse_int=Number, parse_float=Number, parse_constant=Number)


@dataclass(frozen=True)
class Scrap:
    data: object = None
    encoder: str = "display"
    display: object = None


class Any:
    """Whatever it is: of a bad scrap SPEC.md does not say what it is shown as."""

    def __eq__(self, other) -> bool:
        return True


def truth(value) -> bool:
    if isinstance(value, Number):
        return float(value.text) != 0
    return bool(value)


def integral(value):
    """A version, or None."""
    if not isinstance(value, Number):
        return None
    if value.text.lstrip("-").isdigit():
        return int(value.text)
    number = float(value.text)
    return int(number) if number.is_integer() else None


def payload_of(value):
    """(name, data, encoder) of a payload; the name with BAD; or None."""
    if not isinstance(value, dict):
        return None
    name = value.get("name")
    good = (
        integral(value.get("version")) is not None
        and integral(value["version"]) >= 1
        and isinstance(name, str)
        and value.get("data") is not None
        and isinstance(value.get("encoder"), str)
    )
    if good:
        return name, (value["data"], value["encoder"])
    return (name, BAD) if isinstance(name, str) else None


def record_of(key, value):
    if not isinstance(value, dict) or not value:
        return None
    name, data = next(iter(value.items()))
    return name, BAD if data is None else (data, key[len(RECORD) :][1:])


@dataclass(frozen=True)
class Borne:
    """What one output bears."""

    data: dict
    name: object = None
    prefix: object = None
    hidden: bool = False


def borne(output) -> Borne:
    nothing = Borne({})
    if not isinstance(output, dict):
        return nothing
    bundle, metadata = output.get("data", {}), output.get("metadata", {})
    if not isinstance(bundle, dict) or not isinstance(metadata, dict):
        return nothing
    scrapbook, papermill = metadata.get("scrapbook", {}), metadata.get("papermill", {})
    if not isinstance(scrapbook, dict) or not isinstance(papermill, dict):
        return nothing
    prefix = scrapbook.get("mime_prefix")
    if isinstance(prefix, str):
        return Borne({}, display_name(scrapbook), prefix)
    data = {}
    for key, value in bundle.items():
        found = (
            record_of(key, value)
            if key.startswith(RECORD)
            else payload_of(value)
            if key.startswith(SCRAP)
            else None
        )
        if found is not None:
            data[found[0]] = found[1]
    if "papermill" in metadata:
        return Borne(data, display_name(papermill))
    return Borne(data, display_name(scrapbook) if truth(scrapbook.get("display")) else None)


def display_name(head):
    name = head.get("name")
    return name if isinstance(name, str) and name else None


def shown(cell, output, prefix):
    """A display as a reader sees it, without payloads and without the marks of scraps."""
    bundle = {}
    joins = cell.get("cell_type") == "code" and output.get("output_type") in (
        "display_data",
        "execute_result",
    )
    for key, value in output.get("data", {}).items():
        if prefix and key.startswith(prefix):
            key = key[len(prefix) :]
        is_json = key == "application/json" or (key.startswith("application/") and key.endswith("+json"))
        if joins and not is_json and is_lines(value):
            value = "".join(value)
        bundle[key] = value
    data = {key: value for key, value in bundle.items() if not key.startswith((SCRAP, RECORD))}
    own = {
        key: value
        for key, value in output.get("metadata", {}).items()
        if key not in ("scrapbook", "papermill")
    }
    return data, own


def joined(display):
    """A display as code cells show it: text in one piece."""
    if display is None:
        return None
    data, own = display
    return {key: "".join(value) if is_lines(value) else value for key, value in data.items()}, own


def is_lines(value) -> bool:
    return isinstance(value, list) and all(isinstance(line, str) for line in value)


def read(notebook, mode: str) -> dict:
    """Name to Scrap or BAD, in order. SPEC.md, 6.2."""
    scraps = {}
    for cell in notebook["cells"]:
        outputs = cell.get("outputs", [])
        before = {}
        for output in outputs if isinstance(outputs, list) else []:
            found = borne(output)
            display = shown(cell, output, found.prefix) if found.name is not None else None
            for name, data in found.data.items():
                if data == BAD:
                    scraps[name] = BAD
                else:
                    scraps[name] = Scrap(*data, display if name == found.name else None)
            if found.name is not None and found.name not in found.data:
                if mode == "complete" and not found.data and found.name in before:
                    if scraps[found.name] != BAD:
                        scraps[found.name] = replace(scraps[found.name], display=display)
                else:
                    scraps[found.name] = Scrap(display=display)
            before = found.data
    return scraps


BUNDLE = ({"text/plain": "first\nsecond", "application/json": {"1.5": [Number("1.5")]}}, {"own": True})


def follow(scraps: dict, change: dict, reference: dict, other: dict):
    """The scraps after a change; None where it must be refused. `reference` is as the reference reads."""
    name = change["name"]
    if change["op"] == "remove":
        return {key: value for key, value in scraps.items() if key != name} if name in scraps else None
    if change["op"] == "rename":
        to = change["to"]
        if name not in scraps or (to in scraps and to != name and not change["overwrite"]):
            return None
        if to == name:
            return scraps
        return {to if key == name else key: value for key, value in scraps.items() if key != to}
    if change["op"] == "copy":
        source = other.get(name, BAD)
        if source == BAD or (change["to"] in scraps and not change["overwrite"]):
            return None
        return {**scraps, change["to"]: replace(source, display=joined(source.display))}
    how = change["display"]
    if name == "" and how in ("bundle", "only") or name in scraps and not change["overwrite"]:
        return None
    if how == "only":
        return {**scraps, name: Scrap(display=BUNDLE)}
    kept = scraps.get(name, Scrap())
    if kept == BAD:
        kept = reference[name] if reference[name] != BAD else Scrap(display=Any())
    display = BUNDLE if how == "bundle" else kept.display if how == "keep" else None
    value = change["value"]
    data = parse(json.dumps(value, ensure_ascii=False).encode())
    return {**scraps, name: Scrap(data, "text" if isinstance(value, str) else "json", display)}
