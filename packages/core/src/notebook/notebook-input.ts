import { wrongArgument } from "../error/check-options.ts";
import { ScrapbookError } from "../error/error.ts";
import { stringifyJson } from "../json/stringify.ts";
import type { JsonObject } from "../json/value.ts";
import { utf8Encoder } from "../platform.ts";

/** What a notebook can be read from: its file's bytes, their text, or the parsed object. */
export type NotebookInput = Uint8Array | ArrayBuffer | string | NotebookObject;

/** A notebook as `JSON.parse` gives it, and JupyterLab's model. What else it holds is read as well. */
export interface NotebookObject {
  readonly nbformat: number;
  readonly nbformat_minor: number;
  readonly metadata?: object | undefined;
  readonly cells?: readonly unknown[] | undefined;
}

/** The bytes of a notebook given in any form. @throws `usage-argument` for what is none of them. */
export function toBytes(input: NotebookInput, source: string | undefined): Uint8Array {
  // Not by class: a test runner's bytes may be of another realm.
  if (ArrayBuffer.isView(input)) {
    const { buffer, byteOffset, byteLength } = input as Uint8Array;
    return input instanceof Uint8Array ? input : new Uint8Array(buffer, byteOffset, byteLength);
  }
  if (typeof input === "string") return textBytes(input, source);
  const kind = Object.prototype.toString.call(input).slice(8, -1);
  if (kind === "ArrayBuffer") return new Uint8Array(input as ArrayBuffer);
  if (/^(Object|Array)$/.test(kind) && !("scraps" in input)) {
    return utf8Encoder.encode(
      stringifyJson(input as unknown as JsonObject, { nonFinite: "literal" }),
    );
  }
  throw wrongArgument(
    "A notebook cannot be read from this",
    input,
    "bytes, text or a parsed notebook",
    hintFor(Object(input)),
  );
}

function hintFor(input: object): string | undefined {
  if ("then" in input) return "Await it first.";
  if ("arrayBuffer" in input) return "Pass what its arrayBuffer() resolves to.";
  return "scraps" in input ? "It is a notebook that was read already." : undefined;
}

function textBytes(text: string, source: string | undefined): Uint8Array {
  // No JSON ends so: it is a path.
  if (text.endsWith(".ipynb")) {
    const hint = "readNotebook of @scrapbook/node-io reads files.";
    throw wrongArgument("This is a path, and no notebook's text", text, "the file's bytes", hint);
  }
  if (!/\p{Surrogate}/u.test(text)) return utf8Encoder.encode(text);
  throw new ScrapbookError("json-utf8", {
    what: "The text holds a lone surrogate, which is not Unicode text",
    source,
    hint: "Read the file as bytes rather than as a string.",
  });
}
