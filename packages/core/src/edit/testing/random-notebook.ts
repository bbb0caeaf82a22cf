/** Random notebooks whose outputs bear scraps in every form, for property tests of editing. */
import fc from "fast-check";

/** A JSON value whose objects are lists of members, so that keys can repeat. */
export type Tree =
  | string
  | readonly Tree[]
  | { readonly members: readonly (readonly [string, Tree])[] };

/** The names that scraps of random notebooks have. */
export const names: readonly string[] = ["x", "y", "z", "", "é\n", "__proto__"];

const name = fc.constantFrom(...names);
const scrapKey = fc.constantFrom(
  "application/scrapbook.scrap.json+json",
  "application/scrapbook.scrap.text+json",
  "application/scrapbook.scrap",
);
const data = fc.constantFrom("1", "1.0", '"s"', "[1, {}]", '{"a": [], "b": NaN}', "null", "-0");

const payload: fc.Arbitrary<Tree> = fc
  .tuple(name, data, fc.constantFrom("json", "text", "odd"), fc.nat(12))
  .map(([scrap, value, encoder, oddity]) => {
    const members: [string, Tree][] = [
      ["name", quote(scrap)],
      ["data", value],
      ["encoder", quote(encoder)],
      ["version", oddity === 0 ? "2" : oddity === 1 ? "1.0" : "1"],
    ];
    if (oddity === 2) members.pop();
    if (oddity === 3) members.unshift(["name", quote("shadowed")], ["data", "0"]);
    if (oddity === 4) members.push(["more", "[1.50]"]);
    if (oddity === 5) members.reverse();
    if (oddity === 6) members.shift();
    return { members };
  });
const record: fc.Arbitrary<Tree> = fc
  .array(fc.tuple(name, data), { maxLength: 3 })
  .map((members) => ({ members }));
const shown: fc.Arbitrary<[string, Tree]> = fc.constantFrom<[string, Tree]>(
  ["text/plain", '"shown"'],
  ["text/html", ['"<p>"', '"</p>"']],
  ["image/png", '"AAAA"'],
);

const bundle: fc.Arbitrary<Tree> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.tuple(scrapKey, payload) },
      { weight: 1, arbitrary: fc.tuple(fc.constant("application/papermill.record+json"), record) },
      { weight: 2, arbitrary: shown },
    ),
    { maxLength: 3 },
  )
  .map((members) => ({ members }));

const metadata: fc.Arbitrary<Tree> = fc
  .tuple(name, name, fc.nat(11), fc.boolean())
  .map(([scrap, other, form, more]) => {
    const mark = (members: readonly (readonly [string, Tree])[]): Tree => ({
      members: [["name", quote(scrap)], ...members],
    });
    const members: [string, Tree][] = more ? [["own", "{}"]] : [];
    if (form < 3)
      members.push([
        "scrapbook",
        mark([
          ["data", "true"],
          ["display", "false"],
        ]),
      ]);
    else if (form < 7)
      members.push([
        "scrapbook",
        mark([
          ["data", "false"],
          ["display", "true"],
        ]),
      ]);
    else if (form === 7) members.push(["papermill", mark([])]);
    else if (form === 8) {
      members.push(["papermill", { members: [["name", quote(other)]] }]);
      members.push(["scrapbook", mark([["display", "true"]])]);
    } else if (form === 9) members.push(["scrapbook", mark([["mime_prefix", '""']])]);
    else if (form === 10) {
      members.push(["scrapbook", mark([["mime_prefix", '"application/papermill.record/"']])]);
    }
    return { members };
  });

const output: fc.Arbitrary<Tree> = fc
  .tuple(bundle, metadata, fc.nat(9))
  .map(([data, meta, form]): Tree => {
    if (form === 0) {
      return {
        members: [
          ["output_type", '"stream"'],
          ["name", '"stdout"'],
          ["text", '"t"'],
        ],
      };
    }
    const members: [string, Tree][] = [
      ["output_type", '"display_data"'],
      ["data", data],
      ["metadata", meta],
    ];
    if (form === 1) members.unshift(["data", { members: [["text/plain", '"shadowed"']] }]);
    if (form === 2) members.pop();
    if (form === 3) members.splice(1, 1);
    if (form === 4) members.push(["text", '"kept"']);
    return { members };
  });

const cell: fc.Arbitrary<Tree> = fc
  .tuple(fc.array(output, { maxLength: 5 }), fc.nat(9))
  .map(([outputs, form]) => ({
    members: [
      ["cell_type", form === 0 ? '"markdown"' : '"code"'],
      ["execution_count", "null"],
      ["metadata", { members: [] }],
      ["outputs", form === 1 && outputs.length === 0 ? { members: [] } : outputs],
      ["source", []],
    ],
  }));

/** A notebook, with its white space. */
export const notebook: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(cell, { maxLength: 3 }),
    fc.constantFrom(4, 5),
    fc.boolean(),
    fc.constantFrom<Style>(
      { indent: " ", newline: "\n" },
      { indent: "    ", newline: "\r\n" },
      { indent: "", newline: "" },
      { indent: "\t", newline: "\n" },
    ),
  )
  .map(([cells, minor, isSorted, style]) => {
    const members: [string, Tree][] = [
      ["cells", cells],
      ["metadata", { members: [] }],
      ["nbformat", "4"],
      ["nbformat_minor", String(minor)],
    ];
    if (!isSorted) members.reverse();
    return write({ members }, style, 0);
  });

interface Style {
  readonly indent: string;
  readonly newline: string;
}

function write(tree: Tree, style: Style, depth: number): string {
  if (typeof tree === "string") return tree;
  const isList = Array.isArray(tree);
  const items = isList
    ? tree.map((item) => write(item, style, depth + 1))
    : (tree as { members: [string, Tree][] }).members.map(
        ([key, value]) => `${quote(key)}:${style.newline && " "}${write(value, style, depth + 1)}`,
      );
  const [open, close] = isList ? "[]" : "{}";
  if (items.length === 0) return `${open}${close}`;
  const line = (level: number) => style.newline + style.indent.repeat(level);
  return `${open}${line(depth + 1)}${items.join(`,${line(depth + 1)}`)}${line(depth)}${close}`;
}

function quote(text: string): string {
  return JSON.stringify(text);
}
