import { describe, expect, test } from "vitest";
import { parseNotebook } from "../notebook/parse-notebook.ts";
import { jsonMime, notebookText, output, payload } from "../testing/notebook-text.ts";

const shown = (metadata: string, data: Record<string, string> = { "text/plain": '"a"' }) =>
  parseNotebook(notebookText([output(data, metadata)]), { strict: false });

describe("a display", () => {
  const table: [metadata: string, names: string[], problems: string[]][] = [
    ['{"scrapbook": {"name": "x", "display": true}}', ["x"], []],
    ['{"scrapbook": {"name": "x", "display": "false"}}', ["x"], []],
    ['{"scrapbook": {"name": "x", "display": NaN}}', ["x"], []],
    ['{"scrapbook": {"name": "x", "display": 1e-400}}', [], []],
    ['{"scrapbook": {"name": "x", "display": [0]}}', ["x"], []],
    ['{"scrapbook": {"name": "x", "display": []}}', [], []],
    ['{"scrapbook": {"name": "x", "display": {}}}', [], []],
    ['{"scrapbook": {"name": "x", "display": ""}}', [], []],
    ['{"scrapbook": {"name": "x", "display": 0}}', [], []],
    ['{"scrapbook": {"name": "x", "display": null}}', [], []],
    ['{"scrapbook": {"name": "x"}}', [], []],
    ['{"scrapbook": {"name": "", "display": true}}', [], []],
    ['{"scrapbook": {"name": null, "display": true}}', [], []],
    ['{"scrapbook": {"display": true}}', [], []],
    [
      '{"scrapbook": {"name": 1, "display": true}}',
      [],
      ["notebook-name-not-string /cells/0/outputs/0/metadata/scrapbook/name"],
    ],
    ['{"papermill": {"name": "p"}, "scrapbook": {"name": "x", "display": true}}', ["p"], []],
    ['{"papermill": {}, "scrapbook": {"name": "x", "display": true}}', [], []],
    [
      '{"papermill": {"name": ["p"]}}',
      [],
      ["notebook-name-not-string /cells/0/outputs/0/metadata/papermill/name"],
    ],
    ['{"scrapbook": null}', [], ["notebook-member-type /cells/0/outputs/0/metadata/scrapbook"]],
    ['{"papermill": []}', [], ["notebook-member-type /cells/0/outputs/0/metadata/papermill"]],
    [
      '{"scrapbook": 1, "papermill": 2}',
      [],
      ["notebook-member-type /cells/0/outputs/0/metadata/scrapbook"],
    ],
    ['{"scrapbook": {"name": "m", "mime_prefix": ""}}', ["m"], []],
    ['{"scrapbook": {"name": "", "mime_prefix": ""}}', [], []],
    ['{"scrapbook": {"name": "m", "mime_prefix": null}}', [], []],
    ['{"scrapbook": {"name": "m", "mime_prefix": ""}, "papermill": {"name": "p"}}', ["m"], []],
  ];
  for (const [metadata, names, problems] of table) {
    test(`with the metadata ${metadata} is ${names[0] ?? "none"}`, () => {
      const notebook = shown(metadata);
      expect([...notebook.scraps.keys()]).toEqual(names);
      expect(notebook.problems.map(({ code, path }) => `${code} ${path}`)).toEqual(problems);
    });
  }

  test("of myst-nb loses its prefix, and its records are none", () => {
    const prefix = "application/papermill.record/";
    const metadata = `{"scrapbook": {"name": "m", "mime_prefix": "${prefix}"}}`;
    const data = { [`${prefix}text/plain`]: '["a\\n", "b"]', "image/png": '"QQ=="' };
    const scrap = shown(metadata, data).scraps.get("m");
    expect(scrap?.display?.data).toEqual({ "text/plain": "a\nb", "image/png": "QQ==" });
    expect(scrap?.encoder).toBe("display");
  });

  test("of myst-nb hides the payloads beside it", () => {
    const data = { [jsonMime]: payload("x", "1") };
    const notebook = shown('{"scrapbook": {"name": "m", "mime_prefix": ""}}', data);
    expect([...notebook.scraps.keys()]).toEqual(["m"]);
  });
});
