import { describe, expect, test } from "vitest";
import { parseNotebook, parseNotebookView } from "../notebook/parse-notebook.ts";
import {
  codeCell,
  dataOutput,
  displayOutput,
  jsonMime,
  notebookOf,
  notebookText,
  output,
  payload,
} from "../testing/notebook-text.ts";

const show = (data: Record<string, string>, type?: string, cellType = "code") => {
  const metadata = '{"scrapbook": {"name": "x", "display": true}, "a": 1}';
  const cell = codeCell([output(data, metadata, type)]).replace('"code"', `"${cellType}"`);
  const scrap = parseNotebook(notebookOf([cell]), { source: "a.ipynb" }).scraps.get("x");
  if (scrap === undefined) throw new Error("no scrap");
  return scrap;
};

describe("a scrap's display", () => {
  test("is its output: type, bundle and metadata", () => {
    expect(show({ "text/plain": '"a"' }, "execute_result").display).toEqual({
      outputType: "execute_result",
      data: { "text/plain": "a" },
      metadata: { scrapbook: { name: "x", display: true }, a: 1 },
    });
  });

  const joined: [title: string, type: string, cell: string, mime: string, value: unknown][] = [
    ["joins lines of display_data", "display_data", "code", "text/html", "ab"],
    ["joins lines of execute_result", "execute_result", "code", "text/html", "ab"],
    ["joins lines of +json outside application", "display_data", "code", "model/x+json", "ab"],
    ["keeps lines of other types", "update_display_data", "code", "text/html", ["a", "b"]],
    ["keeps lines in other cells", "display_data", "markdown", "text/html", ["a", "b"]],
    ["keeps lists of application/json", "display_data", "code", "application/json", ["a", "b"]],
    ["keeps lists of +json", "display_data", "code", "application/geo+json", ["a", "b"]],
  ];
  for (const [title, type, cell, mime, value] of joined) {
    test(title, () => {
      expect(show({ [mime]: '["a", "b"]' }, type, cell).display?.data[mime]).toEqual(value);
    });
  }

  test("keeps a list that is not all text, and joins the empty one", () => {
    const { display } = show({ "text/plain": '["a", 1]', "text/html": "[]" });
    expect(display?.data).toEqual({ "text/plain": ["a", 1], "text/html": "" });
  });

  test("counts an escaped cell type as what it says", () => {
    const escaped = show({ "text/plain": '["a", "b"]' }, "display_data", "\\u0063ode");
    expect(escaped.display?.data["text/plain"]).toBe("ab");
  });

  test("may have neither data, metadata nor a type that is text", () => {
    const bare = '{"output_type": 1, "metadata": {"papermill": {"name": "x"}}}';
    const scrap = parseNotebook(notebookText([bare])).scraps.get("x");
    expect(scrap?.display).toEqual({
      outputType: "",
      data: {},
      metadata: { papermill: { name: "x" } },
    });
    expect(scrap?.mimeTypes).toEqual([]);
  });

  test("has __proto__ as a MIME type like any other", () => {
    const { display } = show({ ["__proto__"]: '"a"' });
    expect(Object.keys(display?.data ?? {})).toEqual(["__proto__"]);
    expect(Object.getPrototypeOf(display?.data)).toBe(Object.prototype);
  });

  test("lists its MIME types without payloads and records", () => {
    const scrap = show({
      "image/png": '"QQ=="',
      [jsonMime]: payload("y", "1"),
      "application/papermill.record+json": '{"z": 1}',
      "text/plain": '"a"',
    });
    expect(scrap.mimeTypes).toEqual(["image/png", "text/plain"]);
  });
});

describe("what a scrap shows", () => {
  const utf8 = (text: string) => new TextEncoder().encode(text);
  const table: [mime: string, json: string, text: string, bytes: Uint8Array, url: string][] = [
    ["text/plain", '"é"', "é", utf8("é"), "data:text/plain;charset=utf-8,%C3%A9"],
    ["image/png", '"QUI=\\n"', "QUI=\n", utf8("AB"), "data:image/png;base64,QUI="],
    [
      "image/svg+xml",
      '"<a/>"',
      "<a/>",
      utf8("<a/>"),
      "data:image/svg+xml;charset=utf-8,%3Ca%2F%3E",
    ],
    [
      "application/json",
      '{"a":[1]}',
      '{"a": [1]}',
      utf8('{"a": [1]}'),
      "data:application/json;charset=utf-8,%7B%22a%22%3A%20%5B1%5D%7D",
    ],
    [
      "application/geo+json",
      '"a"',
      '"a"',
      utf8('"a"'),
      "data:application/geo+json;charset=utf-8,%22a%22",
    ],
    [
      "application/javascript",
      '"1"',
      "1",
      utf8("1"),
      "data:application/javascript;charset=utf-8,1",
    ],
    ["image/gif", "1.5", "1.5", utf8("1.5"), "data:image/gif;charset=utf-8,1.5"],
  ];
  for (const [mime, json, text, bytes, url] of table) {
    test(`as ${mime} comes as text, as bytes and as a URL`, () => {
      const scrap = show({ [mime]: json });
      expect(scrap.text(mime)).toBe(text);
      expect(scrap.bytes(mime)).toEqual(bytes);
      expect(scrap.toDataURL(mime)).toBe(url);
    });
  }

  test("makes a URL of the first picture unless told otherwise", () => {
    const scrap = show({ "text/plain": '"a"', "image/jpeg": '"QQ=="', "image/png": '"QUI="' });
    expect(scrap.toDataURL()).toBe("data:image/jpeg;base64,QQ==");
    expect(() => show({ "text/plain": '"a"' }).toDataURL()).toThrow("not shown as image/png");
  });

  test("makes a URL even of text with a lone surrogate", () => {
    expect(show({ "text/plain": '"a\\ud800😀"' }).toDataURL("text/plain")).toContain(
      "a%EF%BF%BD%F0",
    );
  });

  test("is refused for a type it has not, naming those it has", () => {
    const scrap = show({ "text/plain": '"a"' });
    expect(() => scrap.bytes("image/png")).toThrow(
      '[usage-no-scrap-bytes] The scrap "x" is not shown as image/png (a.ipynb#/cells/0/outputs/0): expected text/plain.',
    );
    expect(() => scrap.text("constructor")).toThrow("usage-no-scrap-bytes");
    const data = parseNotebook(notebookText([dataOutput("y", "1")])).scraps.get("y");
    expect(() => data?.text("text/plain")).toThrow("a scrap that was glued with display");
  });

  test("is refused as bytes where its base64 is bad", () => {
    expect(() => show({ "image/png": '"Q*=="' }).bytes("image/png")).toThrow(
      "encoder-decode-failed",
    );
  });
});

describe("a scrap", () => {
  const text = notebookText([
    dataOutput("a", "1.0"),
    displayOutput("b"),
    dataOutput("n", '"null"'),
  ]);
  const { scraps } = parseNotebook(text);

  test("keeps its exact text, its path and its version", () => {
    expect(scraps.get("a")).toMatchObject({
      data: 1,
      rawData: 1,
      rawText: "1.0",
      version: 1,
      display: undefined,
      mimeTypes: [],
      path: "/cells/0/outputs/0/data/application~1scrapbook.scrap.json+json",
    });
  });

  test("that is only a display has no data, no text and no version", () => {
    expect(scraps.get("b")).toMatchObject({
      encoder: "display",
      data: undefined,
      rawData: undefined,
      rawText: undefined,
      version: undefined,
      hasData: false,
      path: "/cells/0/outputs/1",
    });
    expect(scraps.get("b")?.tryData()).toEqual({ ok: true, value: undefined });
  });

  test("whose value is null is listed and is no data scrap", () => {
    expect(scraps.get("n")).toMatchObject({ data: null, hasData: false });
  });

  test("whose digits are too many says so for its raw data, too", () => {
    const long = parseNotebook(notebookText([dataOutput("x", "1".repeat(4_301))]), { source: "a" });
    const scrap = long.scraps.get("x");
    expect(() => scrap?.rawData).toThrow("[json-integer-digits]");
    expect(() => scrap?.rawData).toThrow("a#/cells/0");
    expect(scrap?.rawText).toHaveLength(4_301);
  });
});

describe("where a scrap comes from", () => {
  const combined = output(
    { [jsonMime]: payload("c", "[1]"), "text/plain": '"shown"' },
    '{"scrapbook": {"name": "c", "display": true}}',
  );
  const cells = (source: string) =>
    notebookOf([
      codeCell([]),
      codeCell([dataOutput("a", '"é"'), displayOutput("a"), displayOutput("b"), combined]).replace(
        '"source": ""',
        `"source": ${source}`,
      ),
    ]);
  const text = cells('["sb.glue(1)\\n", "more"]');
  const { scraps } = parseNotebook(text);

  test("is told by cell and output", () => {
    const places = [...scraps.values()].map(({ name, cell, output }) => [name, cell, output]);
    expect(places).toEqual([
      ["a", 1, 0],
      ["b", 1, 2],
      ["c", 1, 3],
    ]);
  });

  test("is told in bytes of data and display", () => {
    const shown = (name: string) => displayOutput(name).length;
    expect(scraps.get("a")?.size).toEqual({ data: 4, display: shown("a") });
    expect(scraps.get("b")?.size).toEqual({ data: 0, display: shown("b") });
    expect(scraps.get("c")?.size).toEqual({
      data: 3,
      display: combined.length - payload("c", "[1]").length,
    });
  });

  test("is told by the first line of its cell's code", () => {
    for (const [source, line] of [
      ['["sb.glue(1)\\n", "more"]', "sb.glue(1)"],
      ['"one\\r\\ntwo"', "one"],
      ["[]", ""],
      ["1", undefined],
    ] as const) {
      expect(parseNotebook(cells(source)).scraps.get("b")?.codeLine).toBe(line);
    }
  });

  test("has no code line in a view, unless it was asked for", () => {
    const bytes = new TextEncoder().encode(text);
    const lineOf = (codeLines?: boolean) =>
      parseNotebookView(bytes, { codeLines }).scraps.get("a")?.codeLine;
    expect([lineOf(), lineOf(true)]).toEqual([undefined, "sb.glue(1)"]);
  });
});

test("what was made once is given again", () => {
  const notebook = parseNotebook(notebookText([dataOutput("a", "[1]"), displayOutput("a")]));
  const { scraps } = notebook;
  const scrap = scraps.get("a");
  for (const made of [
    () => notebook.scraps,
    () => notebook.problems,
    () => notebook.metadata,
    () => notebook.encoderNames,
    () => notebook.metrics,
    () => notebook.scrapDataframe,
    () => notebook.parameterDataframe,
    () => notebook.papermillDataframe,
    () => notebook.papermillRecordDataframe,
    () => scraps.data,
    () => scraps.display,
    () => scraps.dataframe,
    () => scrap?.data,
    () => scrap?.rawData,
    () => scrap?.display,
    () => scrap?.mimeTypes,
    () => scrap?.size,
  ]) {
    expect(made()).toBe(made());
  }
});
