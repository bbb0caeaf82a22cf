"""Random notebooks whose outputs bear scraps in every form that a reader takes, in every layout."""

import json
import random

NAMES = ["x", "y", "z", "", "é\n", "__proto__", "a/b~c"]
SCRAP_KEYS = [
    "application/scrapbook.scrap.json+json",
    "application/scrapbook.scrap.text+json",
    "application/scrapbook.scrap",
]
RECORD_KEY = "application/papermill.record+json"
LITERALS = [
    "1",
    "1.0",
    '"s"',
    "[1, {}]",
    '{"a": [], "b": NaN}',
    "-0",
    "123456789012345678901234567890",
    '"5"',
]


class Raw(str):
    """JSON text that is written as it is."""


class Pairs(list):
    """An object as its members, so that keys can repeat."""


class Maker:
    """Makes random notebooks, in every form that a reader takes."""

    def __init__(self, rng: random.Random):
        self.rng = rng

    def chance(self, one_in: int) -> bool:
        return self.rng.randrange(one_in) == 0

    def name(self) -> str:
        return self.rng.choice(NAMES)

    def data(self):
        return Raw("null") if self.chance(12) else Raw(self.rng.choice(LITERALS))

    def payload(self):
        encoder = self.rng.choice(["json", "json", "text", "odd"])
        version = self.rng.choice(["1"] * 9 + ["1.0", "2", "0", "1.5", '"1"'])
        members = Pairs(
            [("name", self.name()), ("data", self.data()), ("encoder", encoder), ("version", Raw(version))]
        )
        if self.chance(4):
            self.rng.shuffle(members)
        if self.chance(10):
            members.insert(0, (self.rng.choice(["name", "data", "encoder"]), "shadowed"))
        if self.chance(10):
            members.append(("more", Raw("[1.50]")))
        if self.chance(10):
            members.pop(self.rng.randrange(len(members)))
        return self.rng.choice([[], "text", Raw("1")]) if self.chance(30) else members

    def bundle(self):
        members = Pairs()
        for _ in range(self.rng.choice([0, 1, 1, 1, 2, 3])):
            kind = self.rng.randrange(8)
            if kind < 4:
                members.append((self.rng.choice(SCRAP_KEYS), self.payload()))
            elif kind == 4:
                records = [(self.name(), self.data()) for _ in range(self.rng.randrange(3))]
                members.append((RECORD_KEY, Pairs(records)))
            else:
                members.append(
                    self.rng.choice(
                        [
                            ("text/plain", "shown"),
                            ("text/html", ["<p>\n", "</p>"]),
                            ("image/png", "AAAA"),
                            ("application/json", Pairs([("a", [Raw("1"), Raw("2.5")])])),
                            (RECORD_KEY.replace("+json", "/text/plain"), "'x'"),
                        ]
                    )
                )
        return members

    def metadata(self):
        form = self.rng.randrange(14)
        name = ("name", self.name())
        members = Pairs([("own", Pairs([("k", Raw("1.5"))]))] if self.chance(4) else [])
        if form < 3:
            members.append(("scrapbook", Pairs([name, ("data", Raw("true")), ("display", Raw("false"))])))
        elif form < 7:
            members.append(("scrapbook", Pairs([name, ("data", Raw("false")), ("display", Raw("true"))])))
        elif form == 7:
            members.append(("papermill", Pairs([name])))
        elif form == 8:
            members.append(("papermill", Pairs([("name", self.name())])))
            members.append(("scrapbook", Pairs([name, ("display", Raw("true"))])))
        elif form == 9:
            prefix = self.rng.choice(["", "application/papermill.record/"])
            members.append(("scrapbook", Pairs([name, ("mime_prefix", prefix)])))
        elif form == 10:
            members.append(("scrapbook", Pairs([("name", [Raw("1")]), ("display", Raw("true"))])))
        elif form == 11 and self.chance(4):
            members.append(("scrapbook", Raw("null")))
        return members

    def output(self):
        form = self.rng.randrange(12)
        if form == 0:
            return Pairs([("output_type", "stream"), ("name", "stdout"), ("text", ["a\n", "b"])])
        members = Pairs(
            [("output_type", "display_data"), ("data", self.bundle()), ("metadata", self.metadata())]
        )
        if form == 1:
            members[0] = ("output_type", "execute_result")
            members.append(("execution_count", Raw("1")))
        elif form == 2 and self.chance(3):
            members.insert(0, ("data", self.bundle()))
        elif form == 3 and self.chance(3):
            members.pop()
        elif form == 4 and self.chance(3):
            members.pop(1)
        elif form == 5 and self.chance(3):
            members.append(("text", "kept"))
        elif form == 6 and self.chance(8):
            members[1] = ("data", Raw("null"))
        return members

    def cell(self, minor: int, index: int):
        kind = "markdown" if self.chance(10) else "code"
        outputs = [self.output() for _ in range(self.rng.choice([0, 1, 2, 3, 5]))]
        members = Pairs([("cell_type", kind), ("metadata", Pairs()), ("source", ["1\n", "2"])])
        if minor >= 5:
            members.append(("id", f"cell-{index}"))
        if kind == "code":
            members.append(("execution_count", Raw("null")))
        if kind == "code" or outputs:
            members.append(("outputs", outputs))
        return members

    def notebook(self) -> bytes:
        minor = self.rng.choice([0, 4, 5])
        cells = [self.cell(minor, index) for index in range(self.rng.choice([0, 1, 1, 2, 3]))]
        members = Pairs(
            [
                ("cells", cells),
                ("metadata", Pairs([("papermill", Pairs([("x", Raw("1e400"))]))])),
                ("nbformat", Raw("4")),
                ("nbformat_minor", Raw(str(minor))),
            ]
        )
        if self.chance(2):
            self.rng.shuffle(members)
        return Writer(self.rng, self.chance(2)).file(members)


class Writer:
    """Writes a notebook with some layout, or with random white space and escapes."""

    def __init__(self, rng: random.Random, is_sorted: bool):
        self.rng = rng
        self.is_sorted = is_sorted
        self.style = rng.choice(["jupyter", "jupyter", "four", "crlf", "minified", "python", "wild"])

    def file(self, tree) -> bytes:
        text = self.write(tree, 0)
        end = {"jupyter": "\n", "crlf": "\r\n"}.get(self.style, "")
        mark = b"\xef\xbb\xbf" if self.rng.randrange(10) == 0 else b""
        return mark + (text + end).encode()

    def write(self, tree, depth: int) -> str:
        if isinstance(tree, Raw):
            return str(tree)
        if isinstance(tree, str):
            return self.string(tree)
        if isinstance(tree, Pairs):
            members = sorted(tree, key=lambda member: member[0]) if self.is_sorted else tree
            items = [self.string(key) + self.colon() + self.write(value, depth + 1) for key, value in members]
            return self.container("{", items, "}", depth)
        return self.container("[", [self.write(item, depth + 1) for item in tree], "]", depth)

    def string(self, text: str) -> str:
        written = json.dumps(text, ensure_ascii=self.style == "python")
        if self.style == "wild" and text and self.rng.randrange(6) == 0:
            return f'"\\u{ord(text[0]):04x}' + json.dumps(text[1:])[1:] if ord(text[0]) < 0x10000 else written
        return written

    def colon(self) -> str:
        return {"minified": ":", "wild": self.space() + ":" + self.space()}.get(self.style, ": ")

    def container(self, opening: str, items: list, closing: str, depth: int) -> str:
        if not items:
            return opening + (self.space() if self.style == "wild" else "") + closing
        if self.style == "minified":
            return opening + ",".join(items) + closing
        if self.style == "python":
            return opening + ", ".join(items) + closing
        if self.style == "wild":
            spaced = [self.space() + item + self.space() for item in items]
            return opening + ",".join(spaced) + closing
        unit = {"jupyter": " ", "four": "    ", "crlf": "  "}[self.style]
        line = "\r\n" if self.style == "crlf" else "\n"
        inner = f",{line}{unit * (depth + 1)}".join(items)
        return f"{opening}{line}{unit * (depth + 1)}{inner}{line}{unit * depth}{closing}"

    def space(self) -> str:
        return "".join(self.rng.choice(["", "", " ", "\n", "\t", "\r\n", "\n   "]) for _ in range(2))
