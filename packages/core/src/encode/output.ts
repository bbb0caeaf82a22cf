import { setMember } from "../json/member.ts";
import type { JsonValue } from "../json/value.ts";
import { scrapMime } from "../protocol/mime.ts";
import type { DisplayContent, DisplayMember } from "./display.ts";
import type { PayloadContent } from "./payload.ts";
import type { RawJson } from "./raw-json.ts";

/** An output as gluing makes it: `display_data`, ready to be sent or saved. SPEC §11. */
export interface Output {
  readonly output_type: "display_data";
  /** MIME types and their values; under the scrap MIME type an {@link OutputPayload}. */
  readonly data: { readonly [mime: string]: JsonValue | RawJson | OutputPayload };
  readonly metadata: { readonly [key: string]: JsonValue | RawJson };
}

/** A payload in an {@link Output}: `data` is exact JSON text. SPEC §11.2. */
export interface OutputPayload {
  readonly name: string;
  readonly data: RawJson;
  readonly encoder: string;
  readonly version: RawJson;
  readonly [more: string]: string | RawJson;
}

/** What is to be written of one scrap: a payload, a display, or both in one output. */
export interface ScrapContent {
  readonly payload: PayloadContent | undefined;
  readonly display: DisplayContent | undefined;
}

/** The outputs of a scrap as gluing emits them: first the data, then the display. SPEC §11.1. */
export function outputsOf(name: string, { payload, display }: ScrapContent): Output[] {
  const outputs: Output[] = [];
  if (payload !== undefined) outputs.push(toOutput(name, { payload, display: undefined }));
  if (display !== undefined) outputs.push(toOutput(name, { payload: undefined, display }));
  return outputs;
}

/** The members of a payload, in the order of SPEC §11.2. */
export function payloadMembers(
  name: string,
  payload: PayloadContent,
): [string, string | RawJson][] {
  const { data, encoder, version, more = [] } = payload;
  return [
    ["name", name],
    ["data", data],
    ["encoder", encoder],
    ["version", version],
    ...more.map(([key, value]): [string, RawJson] => [key, value]),
  ];
}

function toOutput(name: string, { payload, display }: ScrapContent): Output {
  const data: (readonly [string, JsonValue | RawJson | OutputPayload])[] = [
    ...(display?.data ?? []),
  ];
  if (payload !== undefined) {
    data.unshift([
      scrapMime(payload.encoder),
      fromMembers(payloadMembers(name, payload)) as unknown as OutputPayload,
    ]);
  }
  const scrapbook = { name, data: payload !== undefined, display: display !== undefined };
  const metadata: DisplayMember[] = [...(display?.metadata ?? []), ["scrapbook", scrapbook]];
  return { output_type: "display_data", data: fromMembers(data), metadata: fromMembers(metadata) };
}

function fromMembers<T>(members: readonly (readonly [string, T])[]): Record<string, T> {
  const object: Record<string, T> = {};
  for (const [key, value] of members) setMember(object, key, value);
  return object;
}
