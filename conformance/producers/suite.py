"""Collects a group's cases, makes their notebooks, records what the reference reads, writes both."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
import paths
import reference
import shapes
from kernel import IMPORT
from kernel import run as run_kernel
from spans import source_at, tag_source
from values import ABSENT, ANY, same, tag, tag_text, untag_text

SINCE = "1.0.0"


# Whether to make again what comes out differently each time: papermill writes times.
FRESH = "--fresh" in sys.argv
# The reason of a case for which the reference decides itself whether it is `same`.
OWN = "?"


@dataclass
class Glued:
    """A notebook that a real kernel runs: its cells' sources."""

    cells: list[str]
    prelude: str = IMPORT


@dataclass
class Shaped:
    """A notebook written by us, and why no library could be asked to."""

    content: bytes
    why: str


@dataclass
class Made:
    """A file that a library writes when it is asked, differently each time, and which library."""

    make: Callable[[], bytes]
    by: str


@dataclass
class Named:
    """A file with a path of its own in the group's folder."""

    path: str
    source: object


@dataclass
class Shown:
    """The display that is output `output` of cell `cell` of the case's notebook."""

    cell: int
    output: int
    prefix: str = ""


@dataclass
class Case:
    id: str
    description: str
    run: dict
    sources: dict[str, object]
    level: str
    spec: list[str]
    requires: list[str]
    options: dict
    expect: dict | Callable[[bytes], dict] | None
    members: list[str] | None
    source: object
    reference: str
    reason: str | None
    raises: bool = False


@dataclass
class Group:
    """The cases of one folder. `spec` is the section they test unless they name another."""

    name: str
    spec: list[str]
    level: str = "reader"
    cases: list[Case] = field(default_factory=list)

    def case(
        self,
        id: str,
        description: str,
        source: object = None,
        *,
        files: dict[str, object] | None = None,
        run: dict | None = None,
        spec: list[str] | None = None,
        requires: list[str] | None = None,
        options: dict | None = None,
        expect: dict | Callable[[bytes], dict] | None = None,
        members: list[str] | None = None,
        text_at: object = None,
        error: tuple[str, str] | None = None,
        differs: str | None = None,
        none: str | None = None,
        level: str | None = None,
    ) -> None:
        """Adds a case.

        Without `expect` and `error` the expectation is what the reference reads: `members` of it,
        by default the scraps. `differs` and `none` say why it is derived from SPEC.md instead.
        `text_at` is the pointer to the data whose exact text is expected; False for none.
        """
        run = dict(run or {"op": "read"})
        if options:
            run["options"] = options
        if error:
            expect = {"error": {"category": error[0].split("-")[0], "code": error[0], "path": error[1]}}
        self.cases.append(
            Case(
                id=id,
                description=description,
                run=run,
                sources=files if files is not None else {"nb": source} if source is not None else {},
                level=level or self.level,
                spec=spec or self.spec,
                requires=requires or required(run, files),
                options=options or {},
                expect=expect,
                members=members,
                source=text_at,
                reference="differs" if differs else "none" if none else "same",
                reason=differs or none,
            )
        )

    # -- making ---------------------------------------------------------------------------------

    def make(self) -> list[dict]:
        """Writes notebooks and cases. Gives a line of provenance for each file."""
        check_ids(self)
        provenance = self.make_notebooks()
        folder = paths.CASES / self.name
        folder.mkdir(parents=True, exist_ok=True)
        kept = {f"{case.id}.json" for case in self.cases}
        for old in folder.glob("*.json"):
            if old.name not in kept:
                old.unlink()
        for case in self.cases:
            (folder / f"{case.id}.json").write_bytes(written(self.write_case(case)))
        if mistakes:
            raise SystemExit("\n".join(mistakes))
        return provenance

    def make_notebooks(self) -> list[dict]:
        glued: dict[str, dict[str, list[str]]] = {}
        for case in self.cases:
            for key, source in case.sources.items():
                for path, inner in leaves(self.path(case, key), source):
                    if isinstance(inner, Glued):
                        glued.setdefault(inner.prelude, {})[path] = inner.cells
        done: dict[str, bytes] = {}
        for prelude, cells in glued.items():
            done |= run_kernel(cells, prelude)
        lines = []
        for case in self.cases:
            for key, source in case.sources.items():
                lines += self.put(self.path(case, key), source, done)
        return lines

    def put(self, path: str, source: object, done: dict[str, bytes]) -> list[dict]:
        if isinstance(source, str):  # another case's file
            return []
        if isinstance(source, Named):
            source = source.source
        if isinstance(source, dict):  # a folder
            return [
                line for name, inner in source.items() for line in self.put(f"{path}/{name}", inner, done)
            ]
        target = paths.NOTEBOOKS / path
        if isinstance(source, Glued):
            content = done[path]
        elif isinstance(source, Shaped):
            content = source.content
        else:
            content = source.make() if FRESH or not target.exists() else target.read_bytes()
        check_neutral(path, content)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        line = {"path": path, "sha256": hashlib.sha256(content).hexdigest()}
        if isinstance(source, Glued):
            return [line | {"by": "a kernel"}]
        if isinstance(source, Made):
            return [line | {"by": source.by}]
        return [line | {"by": "json", "why": source.why}]

    def path(self, case: Case, key: str) -> str:
        source = case.sources[key]
        if isinstance(source, str):
            return source
        if isinstance(source, Named):
            return f"{self.name}/{source.path}"
        name = case.id if len(case.sources) == 1 else f"{case.id}/{key}"
        return f"{self.name}/{name}" if isinstance(source, dict) else f"{self.name}/{name}.ipynb"

    # -- writing --------------------------------------------------------------------------------

    def write_case(self, case: Case) -> dict:
        files = [{"key": key, "path": self.path(case, key)} for key in case.sources]
        got = ask(case.run, files)
        if case.reason == OWN:
            case.reference, case.reason = judged(case, got)
        written = {
            "$schema": "../../schema/case.schema.json",
            "id": case.id,
            "since": SINCE,
            "level": case.level,
            "spec": case.spec,
            "description": case.description,
            "requires": case.requires,
            "files": [{"key": tag_text(file["key"]), "path": file["path"]} for file in files],
            "run": case.run,
            "expect": self.expected(case, got, files),
            "reference": case.reference,
        }
        if not files and case.run["op"] == "encode":
            del written["files"]
        if case.reason:
            written["referenceReason"] = case.reason
        recorded = recorded_of(case, got)
        if recorded is not None:
            written["referenceExpect"] = recorded
        verify(case, written, got)
        return written

    def expected(self, case: Case, got: dict, files: list[dict]) -> dict:
        if case.expect is not None:
            first = paths.NOTEBOOKS / files[0]["path"] if files else None
            expect = case.expect(first.read_bytes()) if callable(case.expect) else case.expect
            return resolve(expect, first)
        if "result" not in got:
            raise SystemExit(f"{case.id}: the reference has nothing to record: {got}")
        expect = {name: got["result"][name] for name in case.members or default_members(case.run)}
        state_absence(expect)
        if case.run["op"] == "report":
            expect = free_headings(expect)
        if case.source is not False and files and case.run["op"] == "read" and "scraps" in expect:
            add_source(expect, paths.NOTEBOOKS / files[0]["path"], case.source)
        return expect


def leaves(path: str, source: object) -> list[tuple[str, object]]:
    """The files of a source, which may be a folder."""
    if isinstance(source, Named):
        return leaves(path, source.source)
    if isinstance(source, dict):
        return [leaf for name, inner in source.items() for leaf in leaves(f"{path}/{name}", inner)]
    return [(path, source)]


def judged(case: Case, got: dict) -> tuple[str, str | None]:
    """What to call a case of odd input: the reference raises its own error, another's, or none."""
    if not disagreement(case.expect, got):
        return "same", None
    return (
        "differs",
        "the reference reads it all the same"
        if "result" in got
        else "the reference fails with an error of Python's own",
    )


def required(run: dict, files: dict | None) -> list[str]:
    words = [run["op"]]
    options = run.get("options", {})
    several = len(files or {}) > 1 and run["op"] in ("read", "table")
    if several or run.get("scrapbook"):
        words.append("scrapbook")
    if options.get("strict") is False:
        words.append("lenient")
    if options.get("merge") == "reference":
        words.append("merge-reference")
    if options.get("encoders"):
        words.append("encoders")
    return words


def default_members(run: dict) -> list[str]:
    return {"read": ["scraps"], "table": ["columns", "rows"], "list": ["notebooks"]}.get(
        run["op"], ["outputs"]
    )


def ask(run: dict, files: list[dict]) -> dict:
    """What the reference answers."""
    return reference.answer(
        run, [{"key": file["key"], "path": str(paths.NOTEBOOKS / file["path"])} for file in files]
    )


def recorded_of(case: Case, got: dict) -> dict | None:
    if case.reference == "none":
        return None
    if "raises" in got:
        return {"raises": {key: got["raises"][key] for key in ("type", "message")}}
    if case.reference == "same" or "result" not in got:
        return None
    names = [name for name in (case.expect or {}) if name in got["result"]]
    return {name: got["result"][name] for name in names or default_members(case.run)}


def verify(case: Case, written: dict, got: dict) -> None:
    """A case that is called the same must be, and one that is said to differ must."""
    problem = disagreement(written["expect"], got)
    if case.reference == "same" and problem:
        mistakes.append(f"{case.id}: is not the same: {problem}")
    if case.reference == "differs" and not problem:
        mistakes.append(f"{case.id}: does not differ")
    if case.reference == "differs" and "skipped" in got:
        mistakes.append(f"{case.id}: the reference cannot be asked: {got['skipped']}")


mistakes: list[str] = []


def disagreement(expect: dict, got: dict) -> str | None:
    """How the reference's answer differs from an expectation, in what the reference can tell."""
    if "skipped" in got:
        return f"skipped: {got['skipped']}"
    if "error" in expect:
        if "raises" not in got:
            return "the reference raises nothing"
        category = got["raises"].get("category")
        return None if category == expect["error"]["category"] else f"raises {got['raises']}"
    if "raises" in got:
        return f"raises {got['raises']}"
    return differing(expect, got["result"], "")


# Paths, exact texts and codes of problems are more than the reference tells.
UNTOLD = {"source", "path"}


def differing(expect: object, got: object, at: str) -> str | None:
    if isinstance(expect, dict) and not any(key.startswith("$") for key in expect):
        if not isinstance(got, dict):
            return f"{at}: {got!r} instead of {expect!r}"
        for key, value in expect.items():
            if key in UNTOLD:
                continue
            found = differing(value, got.get(key, ABSENT), f"{at}.{key}")
            if found:
                return found
        return None
    if isinstance(expect, list) and isinstance(got, list) and any(isinstance(item, dict) for item in expect):
        if len(expect) != len(got):
            return f"{at}: {len(got)} instead of {len(expect)}"
        for index, (left, right) in enumerate(zip(expect, got, strict=True)):
            found = differing(left, right, f"{at}[{index}]")
            if found:
                return found
        return None
    return (
        None if same(expect, got) else f"{at}: {json.dumps(got)[:300]} instead of {json.dumps(expect)[:300]}"
    )


def read(file: Path) -> str:
    """The file's characters; reading as text would change line ends."""
    return file.read_bytes().decode()


def state_absence(expect: dict) -> None:
    """A scrap without data must have none; leaving the member out would allow any."""
    for told in [expect, *expect.get("notebooks", [])]:
        for scrap in told.get("scraps", []):
            scrap.setdefault("data", ABSENT)


def free_headings(told: object) -> object:
    """What IPython writes beside a heading's Markdown is its own: SPEC.md leaves it free."""
    if told == "<IPython.core.display.Markdown object>":
        return ANY
    if isinstance(told, dict):
        return {key: free_headings(value) for key, value in told.items()}
    return [free_headings(value) for value in told] if isinstance(told, list) else told


def add_source(expect: dict, file: Path, pointers: object) -> None:
    """Adds the data's exact text, and gives its numbers their text in the file."""
    text = read(file)
    if pointers is None:
        found = payload_pointers(text)
        if len(found) != 1 or len(expect["scraps"]) != 1:
            return
        pointers = {untag_text(expect["scraps"][0]["name"]): found[0]}
    for scrap in expect["scraps"]:
        pointer = pointers.get(untag_text(scrap["name"]))
        if pointer is None or scrap["data"] == ABSENT:
            continue
        source = source_at(text, pointer)
        value = tag_source(source)
        if scrap["encoder"] == "json" and isinstance(value, (str, dict)) and scrap["data"] != value:
            inner = json.loads(source)
            if isinstance(inner, str):
                value = tag_source(inner)
        scrap["source"] = tag_text(source)
        # A text's number is its `str`, not a number any more; anything else must say the same.
        if same(value, scrap["data"]):
            scrap["data"] = value


def payload_pointers(text: str) -> list[str]:
    notebook, found = json.loads(text.removeprefix("\ufeff")), []
    for i, cell in enumerate(notebook["cells"]):
        for j, output in enumerate(cell.get("outputs") or []):
            for key in output.get("data") or {}:
                if key.startswith("application/scrapbook.scrap"):
                    found.append(pointer("cells", i, "outputs", j, "data", key, "data"))
    return found


def pointer(*steps: object) -> str:
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in steps)


def resolve(expect: object, file: Path | None) -> object:
    """Puts the displays that an expectation points at in their places, lines joined by nbformat."""
    if isinstance(expect, Shown):
        text = read(file)
        if expect.prefix:
            # nbformat joins lines by the key that stands in the file: here, the one without prefix.
            text = text.replace(f'"{expect.prefix}', '"')
        notebook = nbformat.reads(text, as_version=4)
        if expect.prefix:
            notebook.cells[expect.cell].outputs[expect.output].metadata.scrapbook.mime_prefix = expect.prefix
        return reference.told_display(notebook.cells[expect.cell].outputs[expect.output])
    if isinstance(expect, dict):
        return {key: resolve(value, file) for key, value in expect.items()}
    if isinstance(expect, list):
        return [resolve(value, file) for value in expect]
    return expect


def check_neutral(path: str, content: bytes) -> None:
    """Nothing in the suite may name the machine that made it."""
    for told in (str(paths.CONFORMANCE), str(Path.home()), sys.prefix, "site-packages", "/tmp/"):
        if told.encode() in content:
            raise SystemExit(f"{path}: holds {told}")


def check_ids(group: Group) -> None:
    ids = [case.id for case in group.cases]
    twice = {id for id in ids if ids.count(id) > 1}
    if twice:
        raise SystemExit(f"{group.name}: twice: {twice}")
    for case in group.cases:
        if len(case.description) > 80 or case.description.endswith("."):
            raise SystemExit(f"{case.id}: its description has {len(case.description)} characters")


def written(case: dict) -> bytes:
    """Lists and objects without lists or objects in them stand on one line."""
    return (layout(case, 0) + "\n").encode()


def layout(value: object, depth: int) -> str:
    line = readable(json.dumps(value, ensure_ascii=False))
    if not isinstance(value, (dict, list)) or not value:
        return line
    if depth > 0 and len(line) + 2 * depth <= 100:
        return line
    pad, end = "  " * (depth + 1), "  " * depth
    if isinstance(value, dict):
        parts = [
            f"{readable(json.dumps(key, ensure_ascii=False))}: {layout(item, depth + 1)}"
            for key, item in value.items()
        ]
        return "{\n" + ",\n".join(pad + part for part in parts) + "\n" + end + "}"
    return "[\n" + ",\n".join(pad + layout(item, depth + 1) for item in value) + "\n" + end + "]"


def readable(text: str) -> str:
    """Characters that nobody sees stand as their escapes."""
    return "".join(char if char.isprintable() else json.dumps(char)[1:-1] for char in text)


# -- what groups write their expectations with -------------------------------------------------


def glued(*cells: str, prelude: str = IMPORT) -> Glued:
    return Glued(list(cells), prelude)


def shaped(why: str, *cells: object, **more: object) -> Shaped:
    """A notebook of these cells, written with json because `why`."""
    return Shaped(shapes.write(shapes.notebook(*cells, **more)), why)


def raw(why: str, content: bytes) -> Shaped:
    return Shaped(content, why)


def scrap(
    name: object, data: object = ABSENT, encoder: str = "json", display: object = None, **more: object
) -> dict:
    """A scrap of an expectation. `data` is a Python value, or already tagged."""
    value = data if isinstance(data, dict) and any(str(key).startswith("$") for key in data) else tag(data)
    return {"name": tag(name), "encoder": encoder, "data": value, "display": display, **more}


def shown(name: object, cell: int, output: int) -> dict:
    """A scrap that is only a display."""
    return scrap(name, ABSENT, "display", Shown(cell, output))


def failing(code: str, path: str) -> dict:
    return {"$error": {"category": code.split("-")[0], "code": code, "path": path}}


def at(cell: int, output: int, mime: str | None = None, *rest: object) -> str:
    steps = ["cells", cell, "outputs", output]
    return pointer(*steps, *(["data", mime, *rest] if mime else []))
