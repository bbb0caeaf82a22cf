/** Random JSON texts for this package's property tests, and the platform's own judgement of them. */
import fc from "fast-check";
import { type Utf8Decoder, utf8Encoder } from "../platform.ts";

const space: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(" ", "\n", "\r", "\t", "\r\n", "\n      ", "\n          "), {
    maxLength: 2,
  })
  .map((pieces) => pieces.join(""));

const pieces = [
  ..."ax/{}[]:,'é߿ࠀ数\u{10ffff}\u007f\u2028",
  "😀",
  "long enough to be taken four bytes at a time",
  ...[
    "\\\\",
    '\\"',
    "\\/",
    "\\n",
    "\\t",
    "\\b",
    "\\f",
    "\\r",
    "\\u001b",
    "\\ud800",
    "\\uD83D\\uDE00",
  ],
];

/** A JSON string literal with everything in it that one can hold. */
export const stringLiteral: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...pieces), { maxLength: 8 })
  .map((parts) => `"${parts.join("")}"`);

/** A number or word that `JSON.parse` reads as we do. */
export const plainAtom: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom("true", "false", "null", "0", "-1", "1.5", "-0.0", "1e5", "12E+4", "1.5e-3"),
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => JSON.stringify(value)),
);

/** A JSON text with every kind of value, white space and nesting, and keys that repeat. */
export const jsonText: fc.Arbitrary<string> = textOf(plainAtom);

/** A JSON text with the given numbers and words. */
export function textOf(atom: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const key = fc.oneof(fc.constantFrom('"a"', '"\\u0061"', '"__proto__"', '""'), stringLiteral);
  const { value } = fc.letrec<{ value: string; item: string; member: string }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 9, depthIdentifier: "json" },
      fc.oneof(atom, stringLiteral),
      list("[", tie("item"), "]"),
      list("{", tie("member"), "}"),
    ),
    item: fc.tuple(space, tie("value"), space).map((parts) => parts.join("")),
    member: fc
      .tuple(space, key, space, fc.constant(":"), tie("item"))
      .map((parts) => parts.join("")),
  }));
  return fc.tuple(space, value, space).map((parts) => parts.join(""));

  function list(open: string, item: fc.Arbitrary<string>, close: string): fc.Arbitrary<string> {
    return fc
      .oneof(
        space,
        fc
          .array(item, { minLength: 1, maxLength: 4, depthIdentifier: "json" })
          .map((items) => items.join(",")),
      )
      .map((inner) => `${open}${inner}${close}`);
  }
}

/** Bytes that are JSON, or were before one or two of them changed or the end was cut off. */
export const damagedJson: fc.Arbitrary<Uint8Array> = fc
  .tuple(
    jsonText,
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.oneof(fc.constantFrom(...encode('{}[]:,"\\0 1x-\u0001e.\n+u')), fc.nat(255)),
      ),
      { maxLength: 2 },
    ),
    fc.option(fc.nat(), { freq: 3, nil: undefined }),
  )
  .map(([text, changes, cut]) => {
    const bytes = encode(text);
    for (const [at, byte] of changes) if (bytes.length > 0) bytes[at % bytes.length] = byte;
    return cut === undefined ? bytes : bytes.subarray(0, cut % (bytes.length + 1));
  });

/** The UTF-8 bytes of a text. */
export function encode(text: string): Uint8Array<ArrayBuffer> {
  return utf8Encoder.encode(text);
}

const { TextDecoder } = globalThis as unknown as {
  TextDecoder: new (label: string, options: object) => Utf8Decoder;
};
const strictDecoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** What the platform reads from bytes, `undefined` if they are no UTF-8 or no JSON to it. */
export function platformValue(bytes: Uint8Array): { readonly value: unknown } | undefined {
  return attempt(() => JSON.parse(strictDecoder.decode(bytes)));
}

/** Whether bytes are JSON to the platform, but for the literals that Python has besides. */
export function isJson(bytes: Uint8Array): boolean {
  const stringOrLiteral = /"(?:[^"\\]|\\.)*"|-?Infinity|NaN/gs;
  return (
    attempt(() => {
      const text = strictDecoder.decode(bytes);
      JSON.parse(text.replace(stringOrLiteral, (token) => (token[0] === '"' ? token : "null")));
    }) !== undefined
  );
}

function attempt(read: () => unknown): { readonly value: unknown } | undefined {
  try {
    return { value: read() };
  } catch {
    return undefined;
  }
}
