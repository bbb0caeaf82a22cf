import {
  type DisplayBundle,
  encodeScrap,
  type Output,
  RawJson,
  reencodeScrap,
} from "@scrapbook/core";
import { encodersOf } from "./encoders.ts";
import { type Library, readOptionsOf } from "./library.ts";
import type { Operation, Request } from "./loop.ts";
import { type Tagged, tag } from "./tag.ts";
import { type Bundle, untag, untagBundle, untagText } from "./untag.ts";

/** `encode`: the outputs that glueing a value emits. */
export const encode: Operation = (request) => {
  const { nonFinite } = request as EncodeRequest;
  const outputs = encodeScrap(untag(request.name) as string, untag(request.value), {
    // A bundle is a plain object, which would be json: that it is a display is the host's to say.
    encoder:
      (request as EncodeRequest).encoder ?? (isDisplay(request.value) ? "display" : undefined),
    ...{ nonFinite, display: displayOf(request as EncodeRequest) },
    encoders: encodersOf(request.options?.encoders),
  });
  return { outputs: outputs.map(tagOutput) };
};

/** `reglue`: the outputs that regluing a scrap emits. */
export function reglueWith(library: Library): Operation {
  return async (request) => {
    const notebook = await library.readOne(request.files[0]?.path ?? "", readOptionsOf(request));
    const name = untagText(request.name);
    const scrap = notebook.scraps.get(name);
    if (scrap === undefined) {
      if (request.onMissing !== "message") notebook.scraps.value(name);
      return { outputs: [tagOutput(messageOf(name))] };
    }
    const outputs = reencodeScrap(scrap, {
      name: request.newName === undefined ? undefined : untagText(request.newName),
      unattached: request.unattached as boolean | undefined,
    });
    return { outputs: outputs.map(tagOutput) };
  };
}

interface EncodeRequest extends Request {
  readonly encoder?: string;
  readonly nonFinite?: "error" | "string" | "null" | "literal";
  readonly display?: boolean | { readonly include?: string[]; readonly exclude?: string[] };
  readonly bundle?: Bundle;
}

/** What is shown. Choosing MIME types is the host's part: `encodeScrap` takes what is left. */
function displayOf({
  display,
  encoder,
  bundle,
  value,
}: EncodeRequest): DisplayBundle | false | undefined {
  if (display === false) return false;
  const shown = bundle ?? (isDisplay(value) ? value.$display : undefined);
  if (display === undefined) return encoder === "display" && shown ? untagBundle(shown) : undefined;
  if (shown === undefined) return undefined;
  const { data, metadata } = untagBundle(shown);
  if (display === true) return { data, metadata };
  const { include, exclude = [] } = display;
  // Naming none to include is not asking for a display: SPEC §11.1.
  if (include?.length === 0) return false;
  const chosen = Object.entries(data).filter(
    ([mime]) => (include?.includes(mime) ?? true) && !exclude.includes(mime),
  );
  return { data: Object.fromEntries(chosen), metadata };
}

/** Whether a case's value is nothing but a display. */
function isDisplay(value: unknown): value is { readonly $display: Bundle } {
  return typeof value === "object" && value !== null && "$display" in value;
}

/** What a host shows where a scrap is not there: SPEC §11.5. */
function messageOf(name: string): Output {
  const text = `No scrap found with name '${name}' in this notebook`;
  return { output_type: "display_data", data: { "text/plain": text }, metadata: {} };
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
