import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { defineEncoder, parseNotebook } from "@scrapbook/core";
import { pandas } from "@scrapbook/encoders-pandas";
import { bookOf, type Library } from "../ts-core/library.ts";
import type { Harness, Operation, Request } from "../ts-core/loop.ts";
import { readWith } from "../ts-core/read.ts";
import { harness as core, versionOf } from "../ts-core/ts-core.ts";
import { frameForm } from "./frame-form.ts";

const encoder = pandas();

/** The encoder as the cases ask of it: a frame in the form that answers have. */
const tagged = defineEncoder({
  name: "pandas",
  encodable: () => false,
  encode: (data: unknown) => data as string,
  decode: (data: string) => frameForm(encoder.decode(data)),
});

/** `@scrapbook/core` with the encoder, where the request asks for it. */
function libraryFor({ options }: Request): Library {
  const more = options?.encoders?.includes("pandas") === true ? [tagged] : [];
  const readOne: Library["readOne"] = async (path, asked) =>
    parseNotebook(await readFile(path), {
      ...asked,
      encoders: [...(asked.encoders ?? []), ...more],
      source: basename(path),
    });
  return { readOne, readBook: bookOf(readOne) };
}

const read: Operation = (request) => readWith(libraryFor(request))(request);

const { capabilities } = core.start as { readonly capabilities: readonly string[] };

/** `@scrapbook/encoders-pandas`, beside `@scrapbook/core`: what needs no Python. */
export const harness: Harness = {
  start: {
    ...core.start,
    implementation: {
      name: "@scrapbook/encoders-pandas",
      language: "TypeScript",
      version: versionOf("encoders-pandas"),
    },
    // An encoder is the same however its notebook was read.
    capabilities: [...capabilities.filter((name) => name !== "pieces"), "pandas"],
    levels: ["reader", "pandas"],
  },
  operations: { ...core.operations, read },
};
