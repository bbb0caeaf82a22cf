import { wrongArgument } from "../error/check-options.ts";
import type { JsonValue } from "../json/value.ts";

/**
 * Turns values into payload data and back. SPEC §4.
 *
 * `T` is the value a notebook author glues, `D` the JSON that stands in the payload.
 */
export interface Encoder<T = unknown, D extends JsonValue = JsonValue> {
  /** The name that stands in the payload's `encoder` and in its MIME type. */
  readonly name: string;
  /** Whether {@link encode} takes `value`; asked when no encoder was named. */
  encodable(value: unknown): boolean;
  /** The payload's `data` for `value`: any JSON but `null`. */
  encode(value: T): D;
  /** The value that `data` stands for. `data` comes from a file: it may be anything of type `D`'s kind. */
  decode(data: D): T;
  /** Awaited once before the first `decode` or `encode`, where reading or writing is asynchronous. */
  load?(): Promise<void>;
}

/** How an encoder writes: gluing needs no more of one, and so bundles no decoding. */
export type Encoding<T = never> = Omit<Encoder<T>, "decode">;

/** An encoder of some type: what lists of encoders hold. Every {@link Encoder} is one. */
export interface AnyEncoder {
  readonly name: string;
  encodable(value: unknown): boolean;
  encode(value: never): JsonValue;
  decode(data: never): unknown;
  load?(): Promise<void>;
}

/**
 * What `scrap.as(…)` takes: an encoder, or its factory carrying the encoder's name,
 * as `pandas` of `@scrapbook/encoders-pandas` does.
 */
export type EncoderToken<T> = TypedEncoder<T> | EncoderFactory<T>;

/** An encoder known to decode to `T`. */
export interface TypedEncoder<T> {
  readonly name: string;
  decode(data: never): T;
}

/** A function that makes encoders and tells which name they bear. */
export interface EncoderFactory<T> {
  (...options: never[]): TypedEncoder<T>;
  readonly encoderName: string;
}

/**
 * The identity, with the types inferred: `defineEncoder<Date, string>({ name: "date", … })`.
 *
 * @throws `usage-argument` for what is no encoder.
 */
export function defineEncoder<T, D extends JsonValue = JsonValue>(
  encoder: Encoder<T, D>,
): Encoder<T, D> {
  const { name, encodable, encode, decode } = Object(encoder) as Encoder<T, D>;
  const functions = [encodable, encode, decode];
  if (typeof name === "string" && functions.every((one) => typeof one === "function")) {
    return encoder;
  }
  throw wrongArgument("This is no encoder", encoder, "{ name, encodable, encode, decode }");
}
