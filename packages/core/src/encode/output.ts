import { setMember } from "../json/member.ts";
import type { RawJson } from "../json/raw-json.ts";
import type { JsonValue } from "../json/value.ts";
import { scrapMime } from "../protocol/mime.ts";
import type { DisplayContent } from "./display.ts";
import type { PayloadContent } from "./payload.ts";

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
export interface ScrapContent<T = RawJson> {
  readonly payload: PayloadContent<T> | undefined;
  readonly display: DisplayContent<T> | undefined;
}

/** An output whose values have some form. */
export interface OutputOf<T> {
  readonly output_type: "display_data";
  readonly data: { readonly [mime: string]: Written<T> };
  readonly metadata: { readonly [key: string]: Written<T> };
}

/** A value in its form, a text, or an object of such. */
type Written<T> = T | string | boolean | { readonly [key: string]: T | string | boolean };

/** The outputs of a scrap as gluing emits them: first the data, then the display. SPEC §11.1. */
export function outputsOf<T>(name: string, { payload, display }: ScrapContent<T>): OutputOf<T>[] {
  const outputs: OutputOf<T>[] = [];
  if (payload !== undefined) outputs.push(toOutput(name, { payload, display: undefined }));
  if (display !== undefined) outputs.push(toOutput(name, { payload: undefined, display }));
  return outputs;
}

/** The members of a payload, in the order of SPEC §11.2. */
export function payloadMembers<T>(
  name: string,
  payload: PayloadContent<T>,
): [string, string | T][] {
  const { data, encoder, version, more = [] } = payload;
  return [
    ["name", name],
    ["data", data],
    ["encoder", encoder],
    ["version", version],
    ...more.map(([key, value]): [string, T] => [key, value]),
  ];
}

function toOutput<T>(name: string, { payload, display }: ScrapContent<T>): OutputOf<T> {
  const data: Record<string, Written<T>> = {};
  if (payload !== undefined) {
    data[scrapMime(payload.encoder)] = fromMembers(payloadMembers(name, payload));
  }
  for (const [mime, value] of display?.data ?? []) setMember(data, mime, value);
  const metadata: Record<string, Written<T>> = fromMembers(display?.metadata ?? []);
  metadata.scrapbook = { name, data: payload !== undefined, display: display !== undefined };
  return { output_type: "display_data", data, metadata };
}

/** An object whose members are mapped, in their order, whatever their names. */
export function mapMembers<T, U>(
  members: { readonly [key: string]: T },
  map: (value: T, key: string) => U,
): Record<string, U> {
  return fromMembers(
    Object.entries(members).map(([key, value]): [string, U] => [key, map(value, key)]),
  );
}

function fromMembers<T>(members: readonly (readonly [string, T])[]): Record<string, T> {
  const object: Record<string, T> = {};
  for (const [key, value] of members) setMember(object, key, value);
  return object;
}
