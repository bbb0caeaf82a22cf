import {
  type EncodeScrapOptions,
  encodeScrap,
  type Notebook,
  type Output,
  RawJson,
  type ReglueOptions,
  type ReportOutputsOptions,
  reglueOutputs,
  reportOutputs,
  type Scrapbook,
} from "@scrapbook/core";
import { encodersOf } from "./encoders.ts";
import { type Library, readOptionsOf } from "./library.ts";
import type { Operation, Request } from "./loop.ts";
import { type Tagged, tag } from "./tag.ts";
import { type TaggedBundle, untag, untagBundle, untagText } from "./untag.ts";

/** How a package glues: the only thing in which our harnesses differ here. */
export interface Gluer {
  readonly glue: (name: string, value: unknown, options: EncodeScrapOptions) => Glued;
  readonly reglue: (notebook: Notebook, name: string, options: ReglueOptions) => Glued;
  readonly report: (book: Scrapbook, options: ReportOutputsOptions) => Glued;
}

type Glued = readonly Output[] | Promise<readonly Output[]>;

/** `@scrapbook/core`: it makes outputs, and shows none. */
const core: Gluer = {
  glue: encodeScrap,
  reglue: ({ scraps }, name, options) => reglueOutputs(scraps, name, options),
  report: reportOutputs,
};

/** `encode`: the outputs that glueing a value emits. */
export function encodeWith({ glue }: Gluer): Operation {
  return async (request) => {
    const { nonFinite, display, encoder, bundle } = request as EncodeRequest;
    const outputs = await glue(untag(request.name) as string, untag(request.value), {
      ...{ nonFinite, display },
      // A bundle is a plain object, which would be json: that it is a display is what its tag says.
      encoder: encoder ?? (isDisplay(request.value) ? "display" : undefined),
      bundle: bundle && untagBundle(bundle),
      encoders: encodersOf(request.options?.encoders),
    });
    return { outputs: outputs.map(tagOutput) };
  };
}

/** `reglue`: the outputs that regluing a scrap emits. */
export function reglueWith(library: Library, { reglue }: Gluer = core): Operation {
  return async (request) => {
    const notebook = await library.readOne(request.files[0]?.path ?? "", readOptionsOf(request));
    const outputs = await reglue(notebook, untagText(request.name), {
      newName: request.newName === undefined ? undefined : untagText(request.newName),
      raiseOnMissing: request.onMissing !== "message",
      unattached: request.unattached as boolean | undefined,
    });
    return { outputs: outputs.map(tagOutput) };
  };
}

/** `report`: the outputs that show a scrapbook's scraps. */
export function reportWith(library: Library, { report }: Gluer = core): Operation {
  return async (request) => {
    const { names, notebooks, includeData, headers } = request as ReportRequest;
    const book = await library.readBook(request, readOptionsOf(request));
    const outputs = await report(book, {
      scrapNames: names?.map(untagText),
      notebookNames: notebooks,
      ...{ includeData, headers },
    });
    return { outputs: outputs.map(tagOutput) };
  };
}

/** {@link encodeWith} of core. */
export const encode: Operation = encodeWith(core);

interface EncodeRequest extends Request {
  readonly encoder?: string;
  readonly nonFinite?: "error" | "string" | "null" | "literal";
  readonly display?: boolean | { readonly include?: string[]; readonly exclude?: string[] };
  readonly bundle?: TaggedBundle;
}

interface ReportRequest extends Request {
  readonly names?: readonly unknown[];
  readonly notebooks?: readonly string[];
  readonly includeData?: boolean;
  readonly headers?: boolean;
}

/** Whether a case's value is nothing but a display. */
function isDisplay(value: unknown): value is { readonly $display: TaggedBundle } {
  return typeof value === "object" && value !== null && "$display" in value;
}

function tagOutput({ output_type, data, metadata }: Output): object {
  return { outputType: output_type, data: tagRaw(data), metadata: tagRaw(metadata) };
}

/** {@link tag} of a value that may hold exact text: of a number it is the text itself. */
function tagRaw(value: unknown): Tagged {
  if (value instanceof RawJson)
    return /^[-0-9NI]/.test(value.text) ? { $number: value.text } : tag(value.value);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return tag(value);
  return { $object: Object.entries(value).map(([key, member]) => [key, tagRaw(member)]) };
}
