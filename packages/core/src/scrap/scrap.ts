import type { DisplayFinding, ScrapFinding } from "../decode/merge.ts";
import { type Payload, payloadPath } from "../decode/payload.ts";
import type { Decoders } from "../encoder/decoders.ts";
import type { EncoderToken } from "../encoder/encoder.ts";
import { ScrapbookError } from "../error.ts";
import type { ParseOptions } from "../json/parse.ts";
import type { JsonValue } from "../json/value.ts";
import { outputPath } from "../notebook/outline.ts";
import { isRecordMime, isScrapMime } from "../protocol/mime.ts";
import { type DisplayOutput, readDisplayOutput } from "./display-output.ts";
import { mediaBytes, mediaDataURL, mediaText } from "./media.ts";
import { decodeData, payloadSource, payloadValue } from "./scrap-data.ts";

/** What reading a scrap's data gave: a value or the reason why not. */
export type DataResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ScrapbookError };

/** What scraps need of the notebook they are in. */
export interface ScrapContext extends ParseOptions {
  readonly decoders: Decoders;
  readonly source: string | undefined;
}

/**
 * A named value in a notebook. Nothing is parsed until it is asked for, and then once. SPEC §2.
 */
export class Scrap<T = unknown> {
  readonly name: string;
  /** The payload's encoder, or `"display"` where there is no payload. */
  readonly encoder: string;
  readonly #payload: Payload | undefined;
  readonly #finding: DisplayFinding | undefined;
  readonly #context: ScrapContext;
  #result: DataResult<T> | undefined;
  #display: DisplayOutput | undefined;

  /** @internal Scraps come from notebooks. */
  constructor(finding: ScrapFinding, context: ScrapContext) {
    this.name = finding.name;
    this.encoder = finding.payload?.encoder ?? "display";
    this.#payload = finding.payload;
    this.#finding = finding.display;
    this.#context = context;
  }

  /**
   * The value. `undefined` where the scrap is only a display.
   *
   * @throws `encoder-unknown`, `encoder-decode-failed` and what the encoder throws: always the same
   * error, since it is kept. SPEC §4.
   */
  get data(): T | undefined {
    if (this.#payload === undefined) return undefined;
    const result = this.tryData();
    if (!result.ok) throw result.error;
    return result.value;
  }

  /** {@link data} without throwing: `{ok: true, value}` or `{ok: false, error}`. */
  tryData(): DataResult<T> {
    this.#result ??= this.#decode();
    return this.#result;
  }

  /** Whether there is a payload whose value is not null, which is what Python calls a data scrap. */
  get hasData(): boolean {
    if (this.#payload === undefined) return false;
    const result = this.tryData();
    return !result.ok || result.value !== null;
  }

  /** The payload's `data` as JSON, before any encoder; `undefined` without a payload. */
  get rawData(): JsonValue | undefined {
    if (this.#payload === undefined) return undefined;
    try {
      return payloadValue(this.#payload, this.#context);
    } catch (error) {
      throw this.#named(error);
    }
  }

  /** The payload's `data` as exact JSON text: `1.0` stays `1.0`. `undefined` without a payload. */
  get source(): string | undefined {
    return this.#payload && payloadSource(this.#payload);
  }

  /** @internal The payload as found: regluing copies its text. */
  get payload(): Payload | undefined {
    return this.#payload;
  }

  /** @internal The output that shows it, as found: copying takes its text. */
  get shown(): DisplayFinding | undefined {
    return this.#finding;
  }

  /** The payload's version, almost always 1; `undefined` without a payload. SPEC §3. */
  get version(): number | undefined {
    return this.#payload && Number(this.#payload.version);
  }

  /** JSON pointer to the payload, or to the output where there is no payload. */
  get path(): string {
    if (this.#payload !== undefined) return payloadPath(this.#payload);
    return this.#finding === undefined ? "" : outputPath(this.#finding.output);
  }

  /** The output that shows the scrap; `undefined` where it was glued without one. SPEC §5. */
  get display(): DisplayOutput | undefined {
    if (this.#finding === undefined) return undefined;
    this.#display ??= readDisplayOutput(this.#finding);
    return this.#display;
  }

  /** MIME types in which the scrap is shown, in the notebook's order; payloads do not count. */
  get mimeTypes(): readonly string[] {
    const keys = Object.keys(this.display?.data ?? {});
    return keys.filter((mime) => !isScrapMime(mime) && !isRecordMime(mime));
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
    const wanted = "encoderName" in token ? token.encoderName : token.name;
    if (this.encoder !== wanted) {
      throw new ScrapbookError("usage-argument", {
        what: `The scrap ${JSON.stringify(this.name)} was not written by that encoder`,
        path: this.path,
        source: this.#context.source,
        got: `encoder ${JSON.stringify(this.encoder)}`,
        expected: JSON.stringify(wanted),
      });
    }
    return this.data as unknown as U;
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
    const { code, details } = error as ScrapbookError;
    return new ScrapbookError(code, { ...details, source: this.#context.source });
  }
}
