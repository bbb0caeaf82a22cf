import { describe, expect, test } from "vitest";
import { notebookText } from "../testing/notebook-text.ts";
import { type EditSession, edit } from "./session.ts";
import { dataOf, displayOf, edited, jupyterText, seen, stream } from "./testing/edited.ts";

const bundle = { data: { "text/plain": "new" } };
const mime = "application/scrapbook.scrap.json+json";
const combinedOf = (name: string, data: unknown, shown: string) => ({
  data: { [mime]: { data, encoder: "json", name, version: 1 }, "text/plain": [shown] },
  metadata: { scrapbook: { data: true, display: true, name } },
  output_type: "display_data",
});
const bothOf = (first: string, second: string) => ({
  data: {
    [mime]: { data: 1, encoder: "json", name: first, version: 1 },
    "application/scrapbook.scrap.text+json": {
      data: "b",
      encoder: "text",
      name: second,
      version: 1,
    },
  },
  metadata: {},
  output_type: "display_data",
});
const recordOf = (members: object) => ({
  data: { "application/papermill.record+json": members },
  metadata: {},
  output_type: "display_data",
});
const papermillOf = (name: string) => ({
  data: { "text/plain": ["old"] },
  metadata: { papermill: { name } },
  output_type: "display_data",
});
const mystOf = (name: string, prefix: string) => ({
  data: { [`${prefix}text/plain`]: ["old"] },
  metadata: { scrapbook: { mime_prefix: prefix, name } },
  output_type: "display_data",
});

type Row = [
  name: string,
  outputs: object[],
  change: (session: EditSession) => unknown,
  result: string,
];

/** What readers see of the result, the same under both merge modes. */
function check(outputs: readonly object[], change: Row[2], result: string): void {
  const text = edited(jupyterText(outputs), change);
  expect([seen(text), seen(text, "reference")]).toEqual([result, result]);
}

describe("set", () => {
  const table: Row[] = [
    [
      "replaces a value at its place",
      [dataOf("x", 1), dataOf("y", 2)],
      (s) => s.set("x", 3),
      "x=3 y=2",
    ],
    ["adds what is new at the end", [dataOf("x", 1)], (s) => s.set("y", 2), "x=1 y=2"],
    [
      "drops the display behind the data",
      [dataOf("x", 1), displayOf("x")],
      (s) => s.set("x", 2),
      "x=2",
    ],
    [
      "drops the display in the same output",
      [combinedOf("x", 1, "a")],
      (s) => s.set("x", 2),
      "x=2",
    ],
    [
      "drops a display that replaced the data",
      [dataOf("x", 1), stream, displayOf("x")],
      (s) => s.set("x", 2),
      "x=2",
    ],
    ["gives a display a value instead", [displayOf("x")], (s) => s.set("x", 2), "x=2"],
    [
      "sets the value that counts",
      [dataOf("x", 1), dataOf("y", 0), dataOf("x", 2)],
      (s) => s.set("x", 3),
      "x=3 y=0",
    ],
    [
      "keeps the display behind the data",
      [dataOf("x", 1), displayOf("x")],
      (s) => s.set("x", 2, { display: "keep" }),
      "x=2+shown",
    ],
    [
      "keeps the display in the same output",
      [combinedOf("x", 1, "a")],
      (s) => s.set("x", 2, { display: "keep" }),
      "x=2+a",
    ],
    [
      "keeps the display that replaced the data",
      [dataOf("x", 1), stream, displayOf("x")],
      (s) => s.set("x", 2, { display: "keep" }),
      "x=2+shown",
    ],
    [
      "keeps the last of several displays",
      [dataOf("x", 1), displayOf("x", "a"), displayOf("x", "b")],
      (s) => s.set("x", 2, { display: "keep" }),
      "x=2+b",
    ],
    [
      "has nothing to keep before the data",
      [displayOf("x"), dataOf("x", 1)],
      (s) => s.set("x", 2, { display: "keep" }),
      "x=2",
    ],
    [
      "keeps papermill's display",
      [recordOf({ x: 1 }), papermillOf("x")],
      (s) => s.set("x", 2, { display: "keep" }),
      "x=2+old",
    ],
    [
      "keeps myst-nb's shown display",
      [mystOf("x", "")],
      (s) => s.set("x", 2, { display: "keep" }),
      "x=2+old",
    ],
    [
      "keeps myst-nb's hidden display",
      [mystOf("x", "application/papermill.record/")],
      (s) => s.set("x", 2, { display: "keep" }),
      "x=2+old",
    ],
    [
      "puts a new display to the data",
      [dataOf("x", 1), dataOf("y", 2)],
      (s) => s.set("x", 3, { display: bundle }),
      "x=3+new y=2",
    ],
    [
      "replaces an old display by a new one",
      [dataOf("x", 1), displayOf("x")],
      (s) => s.set("x", 2, { display: bundle }),
      "x=2+new",
    ],
    [
      "replaces data by a display",
      [dataOf("x", 1), displayOf("x")],
      (s) => s.set("x", bundle, { encoder: "display" }),
      "x=+new",
    ],
    [
      "does not let older data complete a display",
      [dataOf("x", 0), dataOf("x", 1), stream],
      (s) => s.set("x", bundle, { encoder: "display" }),
      "x=+new",
    ],
    [
      "leaves the other scrap of an output",
      [bothOf("x", "y")],
      (s) => s.set("x", "a"),
      'x="a" y="b"',
    ],
    [
      "shows one of two scraps of an output",
      [bothOf("x", "y")],
      (s) => s.set("x", 3, { display: bundle }),
      'x=3+new y="b"',
    ],
    [
      "writes a legacy record as a payload",
      [recordOf({ x: 1, z: 5 })],
      (s) => s.set("x", 2),
      "x=2",
    ],
    [
      "repairs an invalid payload",
      [{ data: { [mime]: { name: "x" } } }],
      (s) => s.set("x", 2),
      "x=2",
    ],
    [
      "counts the last of repeated changes",
      [dataOf("x", 1)],
      (s) => s.set("x", 2).set("x", "a").set("x", 3),
      "x=3",
    ],
  ];
  test.each(table)("%s", (_, outputs, change, result) => check(outputs, change, result));

  test("to the value that is there changes nothing", () => {
    const text = jupyterText([dataOf("x", { a: [1, 2.5, "é"] }), stream]);
    expect(edited(text, (session) => session.set("x", { a: [1, 2.5, "é"] }))).toBe(text);
  });

  test("and set back leaves the same bytes", () => {
    const text = jupyterText([dataOf("x", { a: [1, 2.5, "é"] }), stream, dataOf("y", "b", "text")]);
    const once = edited(text, (session) => session.set("x", "other").set("y", [1]));
    expect(once).not.toBe(text);
    expect(edited(once, (session) => session.set("x", { a: [1, 2.5, "é"] }).set("y", "b"))).toBe(
      text,
    );
  });
});

describe("remove", () => {
  const table: Row[] = [
    [
      "takes every value of the name",
      [dataOf("x", 1), dataOf("y", 2), dataOf("x", 3)],
      (s) => s.remove("x"),
      "y=2",
    ],
    [
      "takes records and displays",
      [recordOf({ x: 1 }), papermillOf("x"), displayOf("x"), mystOf("x", "")],
      (s) => s.remove("x"),
      "",
    ],
    [
      "takes a record whole, so that no other name appears",
      [recordOf({ x: 1, z: 2 })],
      (s) => s.remove("x"),
      "",
    ],
    ["takes data and display of one output", [combinedOf("x", 1, "a")], (s) => s.remove("x"), ""],
    [
      "takes an invalid payload",
      [{ data: { [mime]: { name: "x" } } }, dataOf("y", 1)],
      (s) => s.remove("x"),
      "y=1",
    ],
    ["leaves the other scrap of an output", [bothOf("x", "y")], (s) => s.remove("x"), 'y="b"'],
    [
      "does not bring a display to data that it did not complete",
      [dataOf("y", 1), dataOf("x", 2), displayOf("y")],
      (s) => s.remove("x"),
      "y=+shown",
    ],
    ["of what was set before leaves nothing", [], (s) => s.set("x", 1).remove("x"), ""],
  ];
  test.each(table)("%s", (_, outputs, change, result) => check(outputs, change, result));

  test("leaves an output that holds anything else", () => {
    const more = { ...dataOf("x", 1), text: "kept" };
    const shown = {
      data: { ...(dataOf("x", 1) as { data: object }).data, "text/plain": ["kept"] },
      metadata: {},
    };
    for (const output of [more, shown]) {
      const text = edited(jupyterText([output]), (session) => session.remove("x"));
      expect(text).toContain("kept");
      expect(text).not.toContain("scrapbook");
    }
  });

  test("of all outputs leaves an empty list", () => {
    const text = jupyterText([dataOf("x", 1), displayOf("x"), dataOf("y", 2)]);
    expect(edited(text, (session) => session.remove("x").remove("y"))).toBe(jupyterText([]));
  });

  test("of what another change added leaves no cell behind", () => {
    const text = jupyterText([stream]);
    expect(edited(text, (session) => session.set("x", 1).set("y", 2).remove("x").remove("y"))).toBe(
      text,
    );
  });
});

describe("rename", () => {
  const table: Row[] = [
    [
      "keeps place, data and display",
      [combinedOf("x", 1, "a"), dataOf("y", 2)],
      (s) => s.rename("x", "z"),
      "z=1+a y=2",
    ],
    ["renames records", [recordOf({ x: 1 })], (s) => s.rename("x", "z"), "z=1"],
    [
      "renames a record's name past one that it hid",
      [recordOf({ x: 1, z: 2 })],
      (s) => s.rename("x", "z"),
      "z=1",
    ],
    [
      "renames papermill's and myst-nb's displays",
      [papermillOf("x"), mystOf("x", "")],
      (s) => s.rename("x", "z"),
      "z=+old",
    ],
    [
      "overwrites where it is told to",
      [dataOf("x", 1), dataOf("y", 2)],
      (s) => s.rename("x", "y", { overwrite: true }),
      "y=1",
    ],
    ["to its own name changes nothing", [dataOf("x", 1)], (s) => s.rename("x", "x"), "x=1"],
    [
      "there and back changes nothing",
      [dataOf("x", 1)],
      (s) => s.rename("x", "y").rename("y", "x"),
      "x=1",
    ],
    [
      "swaps two scraps by a third name",
      [dataOf("x", 1), dataOf("y", 2)],
      (s) => s.rename("x", "t").rename("y", "x").rename("t", "y"),
      "y=1 x=2",
    ],
    [
      "frees the name for another",
      [dataOf("x", 1)],
      (s) => s.rename("x", "y").set("x", 2),
      "y=1 x=2",
    ],
    [
      "makes no display of a label without a name",
      [{ ...dataOf("", 1), metadata: { scrapbook: { display: true, name: "" } } }],
      (s) => s.rename("", "x"),
      "x=1",
    ],
  ];
  test.each(table)("%s", (_, outputs, change, result) => check(outputs, change, result));

  test("keeps what belongs together under merge complete", () => {
    const text = edited(jupyterText([dataOf("x", 1), displayOf("x")]), (s) => s.rename("x", "z"));
    expect(seen(text)).toBe("z=1+shown");
    expect(text).not.toContain('"x"');
  });
});

describe("many scraps in one output", () => {
  test("keep the rules of one by one", () => {
    const bundle = Object.fromEntries(
      ["a", "b", "c", "d"].map((name, i) => [
        `application/scrapbook.scrap.json${i === 0 ? "" : `-${i + 1}`}+json`,
        { data: i, encoder: "json", name, version: 1 },
      ]),
    );
    const output = { data: bundle, metadata: {}, output_type: "display_data" };
    const text = edited(jupyterText([output]), (s) =>
      s.set("b", "text").set("c", "text").remove("a").set("b", 1).rename("d", "e"),
    );
    expect(seen(text)).toBe('b=1 c="text" e=3');
    expect(Object.keys(JSON.parse(text).cells[0].outputs[0].data)).toEqual([
      "application/scrapbook.scrap.json-2+json",
      "application/scrapbook.scrap.text+json",
      "application/scrapbook.scrap.json-4+json",
    ]);
  });

  test("are changed when they are more than a call has arguments", () => {
    const count = 130_000;
    const mimes = Array.from({ length: count }, (_, i) => `${mime}${i}`);
    const payload = { data: 1, encoder: "json", name: "x", version: 1 };
    const data = Object.fromEntries(mimes.map((key) => [key, payload]));
    const one = notebookText([JSON.stringify({ data, metadata: {}, output_type: "display_data" })]);
    expect(edit(one).rename("x", "y").edits().length).toBe(count);
    const output = JSON.stringify(dataOf("x", 1));
    // Two edits for each.
    const many = edit(notebookText(Array.from({ length: count / 2 }, () => output)));
    expect(many.rename("x", "y").edits().length).toBe(count);
    expect(many.remove("y").edits().length).toBe(1);
  });
});

describe("what an edit could bring to light", () => {
  const hidden = { data: 7, encoder: "json", name: "hidden", version: 1 };
  const myst = {
    ...mystOf("x", "application/papermill.record/"),
    data: { "application/papermill.record/text/plain": ["old"], [mime]: hidden },
    // Something of its own, so that the output stays.
    transient: {},
  };
  const table: [string, (session: EditSession) => unknown, string][] = [
    ["kept", (s) => s.set("x", 1, { display: "keep" }), "x=1+old"],
    ["kept and dropped", (s) => s.set("x", 1, { display: "keep" }).set("x", 2), "x=2"],
    [
      "kept, dropped and removed",
      (s) => s.set("x", 1, { display: "keep" }).set("x", 2).remove("x"),
      "",
    ],
    [
      "kept, renamed, dropped and removed",
      (s) => s.set("x", 1, { display: "keep" }).rename("x", "y").set("y", 2).remove("y"),
      "",
    ],
    ["removed", (s) => s.remove("x"), ""],
  ];
  test.each(table)("stays hidden where myst-nb's output is %s", (_, change, result) => {
    check([myst], change, result);
  });
});

test("the display of an output that holds a name of half a character is removed", () => {
  const half = recordOf({ "\ud800": 1 });
  const output = {
    ...half,
    data: { ...half.data, "text/plain": ["old"] },
    metadata: { scrapbook: { name: "x", display: true } },
  };
  const text = edited(jupyterText([output]), (s) => s.remove("x"));
  expect(JSON.parse(text).cells[0].outputs).toEqual([
    { ...half, metadata: { scrapbook: { name: "\ud800", data: true, display: false } } },
  ]);
});
