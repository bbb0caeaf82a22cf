import { describe, expect, test } from "vitest";
import { defineEncoder } from "../encoder/encoder.ts";
import { parseNotebook } from "../notebook/parse-notebook.ts";
import { utf8Decoder, utf8Encoder } from "../platform.ts";
import { faultOf } from "../testing/fault-of.ts";
import {
  codeCell,
  dataOutput,
  displayOutput,
  notebookOf,
  notebookText,
} from "../testing/notebook-text.ts";
import type { EditOptions } from "./edit-options.ts";
import { type EditSession, edit } from "./session.ts";
import { dataOf, displayOf, edited, jupyterText, seen, stream } from "./testing/edited.ts";

describe("a session", () => {
  test("without changes has no edits and gives the same bytes", () => {
    const bytes = utf8Encoder.encode(jupyterText([dataOf("x", 1)]));
    const session = edit(bytes);
    expect(session.edits()).toEqual([]);
    expect([...session.apply()]).toEqual([bytes]);
    expect(session.toBytes()).toEqual(bytes);
  });

  test("gives the notebook as it was before the changes", () => {
    const session = edit(jupyterText([dataOf("x", 1)]))
      .set("x", 2)
      .remove("x");
    expect(session.notebook.value("x")).toBe(1);
    expect(session.has("x")).toBe(false);
  });

  test("makes its plan once", () => {
    const session = edit(jupyterText([dataOf("x", 1)])).set("new", 1);
    const edits = session.edits();
    expect(session.edits()).toBe(edits);
    const bytes = session.toBytes();
    expect(session.toBytes()).toEqual(bytes);
    expect(utf8Decoder.decode(bytes)).toContain(utf8Decoder.decode(edits[0]?.bytes));
    const idOf = () => (session.toObject().cells as { id: string }[])[1]?.id;
    const id = idOf();
    session.set("another", 2);
    expect(idOf()).toBe(id);
  });

  test("tells the names that it leaves, in order", () => {
    const session = edit(jupyterText([dataOf("a", 1), dataOf("b", 2)], [dataOf("c", 3)]));
    expect(session.names()).toEqual(["a", "b", "c"]);
    session.remove("b").rename("a", "z").set("new", 1);
    expect(session.names()).toEqual(["z", "c", "new"]);
  });

  test("can count up what it reads", () => {
    const count = (text: string) =>
      edited(text, (session) => session.set("x", Number(session.notebook.value("x")) + 1));
    expect(count(count(jupyterText([dataOf("x", 1)])))).toBe(jupyterText([dataOf("x", 3)]));
  });

  test("does not touch the bytes it was given", () => {
    const bytes = utf8Encoder.encode(jupyterText([dataOf("x", 1)]));
    const copy = bytes.slice();
    edit(bytes).set("x", "a longer value").remove("x").set("y", 1).toBytes();
    expect(bytes).toEqual(copy);
  });

  test("reads text and bytes alike", () => {
    const text = jupyterText([dataOf("x", 1)]);
    expect(utf8Decoder.decode(edit(text).set("x", 2).toBytes())).toBe(
      edited(text, (session) => session.set("x", 2)),
    );
  });

  test("keeps a byte order mark", () => {
    const text = edited(`\ufeff${jupyterText([dataOf("x", 1)])}`, (session) => session.set("x", 2));
    expect(text).toBe(`\ufeff${jupyterText([dataOf("x", 2)])}`);
  });

  test("uses the encoders it is given, and tells which", () => {
    const date = defineEncoder<Date, string>({
      name: "date",
      encodable: (value) => value instanceof Date,
      encode: (value) => value.toISOString(),
      decode: (data) => new Date(data),
    });
    const used: string[] = [];
    const onEncoder = ({ name }: { name: string }) => used.push(name);
    const session = edit(jupyterText([dataOf("x", 1)]), { encoders: [date], onEncoder });
    const text = utf8Decoder.decode(session.set("x", new Date(0)).set("y", 1).toBytes());
    expect(seen(text)).toBe('x="1970-01-01T00:00:00.000Z" y=1');
    expect(used).toEqual(["date", "json"]);
  });

  test("writes what is not finite as its options say", () => {
    const text = jupyterText([dataOf("x", 1)]);
    expect(seen(edited(text, (s) => s.set("x", [Number.NaN]), { nonFinite: "literal" }))).toBe(
      "x=[NaN]",
    );
  });
});

describe("a change that is refused", () => {
  const text = notebookOf([
    codeCell([dataOutput("x", "1"), displayOutput("shown")]),
    '{"cell_type": "markdown", "metadata": {}, "source": ""}',
    codeCell([]).replace('"outputs": []', '"outputs": 1'),
  ]);
  const faults: [name: string, change: (session: EditSession) => unknown, fault: string][] = [
    ["of a scrap that is not there", (s) => s.remove("y"), "notebook-scrap-missing"],
    ["of a removed scrap", (s) => s.remove("x").rename("x", "y"), "notebook-scrap-missing"],
    ["to a taken name", (s) => s.rename("x", "shown"), "notebook-scrap-exists /cells/0/outputs/1"],
    [
      "to a name that was just given",
      (s) => s.set("new", 1).rename("x", "new"),
      "notebook-scrap-exists",
    ],
    [
      "of a value that must not be replaced",
      (s) => s.set("x", 2, { overwrite: false }),
      "notebook-scrap-exists /cells/0/outputs/0",
    ],
    [
      "to a copy under a taken name",
      (s) => s.copy({ from: s.notebook, name: "x" }),
      "notebook-scrap-exists /cells/0/outputs/0",
    ],
    ["to no text", (s) => s.rename("x", 1 as never), "usage-argument"],
    ["to half a character", (s) => s.rename("x", "\ud800"), "json-lone-surrogate"],
    ["of a display to no name", (s) => s.rename("shown", ""), "usage-argument"],
    ["in a cell that is not there", (s) => s.set("y", 1, { cell: 9 }), "usage-argument"],
    ["in a cell that is no code", (s) => s.set("y", 1, { cell: 1 }), "usage-argument /cells/1"],
    [
      "in a cell whose outputs are none",
      (s) => s.set("y", 1, { cell: 2 }),
      "usage-argument /cells/2",
    ],
    ["to NaN", (s) => s.set("x", { a: [Number.NaN] }), "json-non-finite /a/0"],
    ["to undefined", (s) => s.set("x", { a: undefined }), "json-unsupported-value /a"],
    ["to what no encoder takes", (s) => s.set("x", new Map()), "encoder-not-encodable"],
    ["by an unknown encoder", (s) => s.set("x", 1, { encoder: "odd" }), "encoder-unknown"],
    [
      "to a copy of what is not there",
      (s) => s.copy({ from: parseNotebook(jupyterText([])), name: "y" }),
      "notebook-scrap-missing",
    ],
  ];
  test.each(faults)("%s has a code and a path", (_, change, fault) => {
    expect(faultOf(() => change(edit(text, { strict: false })))).toBe(fault);
  });

  test("leaves the changes before it", () => {
    const session = edit(text).set("x", 2);
    expect(() => session.set("x", Number.NaN)).toThrow();
    expect(() => session.rename("x", "shown")).toThrow();
    expect(() => session.set("y", 1, { cell: 9 })).toThrow();
    expect(seen(utf8Decoder.decode(session.toBytes()))).toBe("x=2 shown=+shown");
  });

  test("names the file", () => {
    const session = edit(text, { source: "a.ipynb" });
    expect(() => session.remove("y")).toThrow("a.ipynb");
    expect(() => session.set("y", Number.NaN)).toThrow("a.ipynb");
  });

  test("names near names", () => {
    expect(() => edit(text).remove("shovn")).toThrow('Did you mean "shown"?');
  });
});

describe("what cannot be edited is refused", () => {
  const table: [name: string, source: unknown, fault: string, options?: EditOptions][] = [
    ["a notebook that was read", parseNotebook(jupyterText([])), "usage-argument"],
    ["a number", 1, "usage-argument"],
    ["no JSON", "{", "json-truncated"],
    ["no notebook", "[]", "notebook-not-object"],
    ["another format", '{"nbformat": 3}', "notebook-version-unsupported /nbformat"],
    ["text with half a character", "\ud800", "json-utf8"],
  ];
  test.each(table)("%s", (_, source, fault) => {
    expect(faultOf(() => edit(source as string))).toBe(fault);
  });
});

describe("copy", () => {
  const source = notebookText([
    dataOutput("x", "1.0", "odd"),
    displayOutput("x", "a"),
    dataOutput("y", "[NaN, 1e400]"),
    displayOutput("z"),
  ]);

  test("brings source text and display, in one output", () => {
    const other = parseNotebook(source);
    const text = edited(jupyterText([dataOf("x", 5)]), (session) =>
      session
        .copy({ from: other, name: "x", overwrite: true })
        .copy({ from: other, name: "y", as: "b" })
        .copy({ from: other, name: "z" }),
    );
    for (const mode of ["complete", "reference"] as const) {
      expect(seen(text, mode)).toBe("x=1.0+a b=[NaN,1e400] z=+shown");
    }
  });

  test("brings a display's numbers as they are spelled", () => {
    const json = '{"a": 1.0, "b": 1e400, "c": 123456789012345678901234567890}';
    const shown = `{"output_type": "display_data", "data": {"application/json": ${json}}, "metadata": {"scrapbook": {"name": "x", "display": true}, "own": 2.0}}`;
    const text = edited(notebookText([]), (session) =>
      session.copy({ from: parseNotebook(notebookText([shown])), name: "x" }),
    );
    expect(text).toContain(`"application/json": ${json}`);
    expect(text).toContain('"own": 2.0');
  });

  test("takes a scrap as well as a notebook", () => {
    const scrap = parseNotebook(source).scraps.get("y");
    if (scrap === undefined) throw new Error("no scrap");
    const text = edited(jupyterText([]), (session) =>
      session.copy({ from: scrap }).copy({ from: scrap, as: "b" }).copy({ from: scrap, as: "c" }),
    );
    expect(seen(text)).toBe("y=[NaN,1e400] b=[NaN,1e400] c=[NaN,1e400]");
  });

  test("copies within a notebook what was there before the changes", () => {
    const text = edited(jupyterText([dataOf("x", 1)]), (session) =>
      session.set("x", 2).copy({ from: session.notebook, name: "x", as: "old" }),
    );
    expect(seen(text)).toBe("x=2 old=1");
  });
});

describe("a parsed notebook", () => {
  const original = () => JSON.parse(jupyterText([dataOf("x", 1), displayOf("x")], [stream]));

  test("gives an edited one, and shares what did not change", () => {
    const notebook = original();
    const result = edit(notebook).set("x", 2).toObject() as typeof notebook;
    expect(notebook).toEqual(original());
    expect(result.cells[0].outputs).toEqual([dataOf("x", 2)]);
    expect(result.cells[1]).toBe(notebook.cells[1]);
    expect(result.metadata).toBe(notebook.metadata);
  });

  test("gets its text in one piece, as Jupyter's servers give it", () => {
    const display = { data: { "text/plain": "a\nb" } };
    const result = edit(original()).set("new", 1, { display }).toObject();
    const { outputs, source } = (
      result.cells as { outputs: { data: object }[]; source: unknown }[]
    )[2] as never;
    expect((outputs as { data: object }[])[0]?.data).toMatchObject({ "text/plain": "a\nb" });
    expect(source).toBe("");
  });

  test("may hold what JSON text cannot say in plain numbers", () => {
    const notebook = original();
    notebook.cells[0].outputs[0].data["application/json"] = { big: 10n ** 30n, nan: Number.NaN };
    const result = edit(notebook).set("x", 2, { display: "keep" }).toObject() as typeof notebook;
    expect(result.cells[0].outputs[0].data["application/json"]).toEqual({
      big: 10n ** 30n,
      nan: Number.NaN,
    });
  });

  test("is read from bytes and text, too", () => {
    const text = jupyterText([dataOf("x", 1)]);
    expect(edit(text).set("x", 2).toObject()).toEqual(JSON.parse(jupyterText([dataOf("x", 2)])));
  });
});
