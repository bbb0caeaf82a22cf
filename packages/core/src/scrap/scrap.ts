import { decodeData, payloadText, payloadValue } from "../decode/data.ts";
import type { DecodedDisplay } from "../decode/display.ts";
import { type DisplayOutput, readDisplayOutput } from "../decode/display-output.ts";
import type { DecodedScrap } from "../decode/merge.ts";
import { type Payload, payloadPath } from "../decode/payload.ts";
import type { Decoders } from "../encoder/decoders.ts";
import type { EncoderToken } from "../encoder/encoder.ts";
import { ScrapbookError, withSource } from "../error/error.ts";
import { jsonSafe } from "../json/json-safe.ts";
import type { ParseOptions } from "../json/parse-options.ts";
import type { JsonValue } from "../json/value.ts";
import { type OutputOutline, outputPath, type Part } from "../outline/outline.ts";
import { partLines } from "../outline/part-text.ts";
import { isRecordMime, isScrapMime } from "../protocol/mime.ts";
import type { DataResult } from "./data-result.ts";
import { mediaBytes, mediaDataURL, mediaText } from "./media.ts";
import { Memo } from "./memo.ts";
import { type ScrapSize, sizeOf } from "./scrap-size.ts";
import { resultOf } from "./scrap-view.ts";

/** What scraps need of the notebook they are in. */
export interface ScrapContext extends ParseOptions {
  readonly decoders: Decoders;
  readonly source: string | undefined;
  /** The code of a cell, where it is at hand. */
  readonly codeOf: (cell: number) => Part | undefined;
}

/** The encoder of a scrap that has this payload, or none. SPEC §6.2. */
export function encoderOf(payload: Payload | undefined): string {
  return payload?.encoder ?? "display";
}

/** A named value in a notebook. Nothing is parsed until it is asked for, and then once. SPEC §2. */
export class Scrap<T = unknown> {
  readonly name: string;
  /** The payload's encoder, or `"display"` where there is no payload. */
  readonly encoder: string;
  readonly #payload: Payload | undefined;
  readonly #decoded: DecodedDisplay | undefined;
  readonly #context: ScrapContext;
  /** What {@link tryData} gives: a member, so that `structuredClone` copies it. */
  declare readonly result: DataResult<T>;
  readonly #memo = new Memo();
  #result: DataResult<T> | undefined;

  /** @internal Scraps come from notebooks. */
  constructor(scrap: DecodedScrap, context: ScrapContext) {
    this.name = scrap.name;
    this.encoder = encoderOf(scrap.payload);
    this.#payload = scrap.payload;
    this.#decoded = scrap.display;
    this.#context = context;
    Object.defineProperty(this, "result", resultOf);
  }

  /**
   * The value. `undefined` where the scrap is only a display.
   *
   * @throws `encoder-unknown`, `encoder-decode-failed` and what the encoder throws: always the same
   * error, since it is kept. SPEC §4.
   */
  get data(): T | undefined {
    const result = this.tryData();
    if (!result.ok) throw result.error;
    return result.value;
  }

  /** {@link data} without throwing: `{ok: true, value}` or `{ok: false, error}`. */
  tryData(): DataResult<T> {
    this.#result ??= this.#decode();
    return this.#result;
  }

  /** What `JSON.stringify` writes: {@link data}, big integers as text. */
  toJSON(): unknown {
    return this.result.ok ? jsonSafe(this.result.value) : undefined;
  }

  /** Whether there is a payload whose value is not null, which is what Python calls a data scrap. */
  get hasData(): boolean {
    if (this.#payload === undefined) return false;
    const result = this.tryData();
    return !result.ok || result.value !== null;
  }

  /** The payload's `data` as JSON, before any encoder; `undefined` without a payload. */
  get rawData(): JsonValue | undefined {
    const payload = this.#payload;
    if (payload === undefined) return undefined;
    return this.#memo.get("rawData", () => {
      try {
        return payloadValue(payload, this.#context);
      } catch (error) {
        throw this.#named(error);
      }
    });
  }

  /** The payload's `data` as exact JSON text: `1.0` stays `1.0`. `undefined` without a payload. */
  get rawText(): string | undefined {
    return this.#payload && payloadText(this.#payload);
  }

  /** @internal The payload as found: regluing copies its text. */
  get payload(): Payload | undefined {
    return this.#payload;
  }

  /** @internal The output that shows it, as found: copying takes its text. */
  get decodedDisplay(): DecodedDisplay | undefined {
    return this.#decoded;
  }

  /** @internal How its notebook was read. */
  get parseOptions(): ParseOptions {
    return this.#context;
  }

  /** The payload's version, almost always 1; `undefined` without a payload. SPEC §3. */
  get version(): number | undefined {
    return this.#payload && Number(this.#payload.version);
  }

  /** JSON pointer to the payload, or to the output where there is no payload. */
  get path(): string {
    if (this.#payload !== undefined) return payloadPath(this.#payload);
    return this.#decoded === undefined ? "" : outputPath(this.#decoded.output);
  }

  /** The cell that glued it, from 0: that of its payload, or of its output where there is none. */
  get cell(): number {
    return this.#output.cellIndex;
  }

  /** Which of the outputs of that cell it is, from 0. */
  get output(): number {
    return this.#output.outputIndex;
  }

  /** How much of the notebook it takes, in bytes. Nothing is decoded for it. */
  get size(): ScrapSize {
    return this.#memo.get("size", () => sizeOf({ payload: this.#payload, display: this.#decoded }));
  }

  /**
   * The first line of the code of the cell that glued it. `undefined` where the cell's code is no
   * text, and where a notebook's bytes were let go, unless it was read with `codeLines`.
   */
  get codeLine(): string | undefined {
    return this.#memo.get("codeLine", () => {
      const code = partLines(this.#context.codeOf(this.cell))?.join("");
      return code?.split(/\r?\n|\r/, 1)[0];
    });
  }

  /** The output that shows the scrap; `undefined` where it was glued without one. SPEC §5. */
  get display(): DisplayOutput | undefined {
    const decoded = this.#decoded;
    return decoded && this.#memo.get("display", () => readDisplayOutput(decoded));
  }

  /** MIME types in which the scrap is shown, in the notebook's order; payloads do not count. */
  get mimeTypes(): readonly string[] {
    return this.#memo.get("mimeTypes", () => {
      const keys = Object.keys(this.display?.data ?? {});
      return keys.filter((mime) => !isScrapMime(mime) && !isRecordMime(mime));
    });
  }

  /**
   * What is shown as `mime`, as bytes: base64 decoded for pictures and other binary types, UTF-8
   * for text.
   *
   * @throws `usage-no-scrap-bytes` where the scrap is not shown as `mime`; `encoder-decode-failed`
   * for bad base64.
   */
  bytes(mime: string): Uint8Array<ArrayBuffer> {
    return mediaBytes(mime, this.#shown(mime), this.path);
  }

  /**
   * What is shown as `mime`, as text: JSON types as JSON text, binary types as their base64.
   *
   * @throws `usage-no-scrap-bytes`.
   */
  text(mime: string): string {
    return mediaText(mime, this.#shown(mime));
  }

  /**
   * A `data:` URL of what is shown as `mime`. Default: the first picture among {@link mimeTypes}.
   *
   * @throws `usage-no-scrap-bytes`.
   */
  toDataURL(mime?: string): string {
    const chosen = mime ?? this.mimeTypes.find((type) => type.startsWith("image/")) ?? "image/png";
    return mediaDataURL(chosen, this.#shown(chosen));
  }

  /**
   * {@link data} typed by its encoder: `scrap.as(pandas)` is a `DataFrame`.
   *
   * @throws `usage-argument` where the scrap has another encoder, and what {@link data} throws.
   */
  as<U>(token: EncoderToken<U>): U {
    type Named = { readonly name?: string; readonly encoderName?: string };
    const { name, encoderName: wanted = name } = Object(token) as Named;
    if (this.encoder !== wanted) {
      throw new ScrapbookError("usage-argument", {
        what: `The scrap ${JSON.stringify(this.name)} was not written by that encoder`,
        path: this.path,
        source: this.#context.source,
        got: `encoder ${JSON.stringify(this.encoder)}`,
        expected: JSON.stringify(wanted) ?? "an encoder, such as pandas",
      });
    }
    return this.data as unknown as U;
  }

  get #output(): OutputOutline {
    return (this.#payload ?? (this.#decoded as DecodedDisplay)).output;
  }

  #shown(mime: string): JsonValue {
    const bundle = this.display?.data;
    if (bundle !== undefined && Object.hasOwn(bundle, mime)) return bundle[mime] as JsonValue;
    throw new ScrapbookError("usage-no-scrap-bytes", {
      what: `The scrap ${JSON.stringify(this.name)} is not shown as ${mime}`,
      path: this.path,
      source: this.#context.source,
      expected: this.mimeTypes.join(", ") || "a scrap that was glued with display",
    });
  }

  #decode(): DataResult<T> {
    if (this.#payload === undefined) return { ok: true, value: undefined as T };
    const { decoders } = this.#context;
    try {
      return { ok: true, value: decodeData(this.#payload, decoders, this.#context) as T };
    } catch (error) {
      return { ok: false, error: this.#named(error) };
    }
  }

  #named(error: unknown): ScrapbookError {
    return withSource(error as ScrapbookError, this.#context.source);
  }
}
