import { isTuple, type Label } from "./label.ts";

/** `str(label)` as pandas names the column in the file: strings as they are, tuples as Python writes them. */
export function pythonString(label: Label): string {
  if (isTuple(label)) {
    const parts = label.map((part) =>
      isMissing(part) ? pythonScalar(part) : quoted(pythonString(part)),
    );
    return parts.length === 1 ? `(${parts[0]},)` : `(${parts.join(", ")})`;
  }
  return pythonScalar(label);
}

function pythonScalar(label: Exclude<Label, readonly Label[]>): string {
  if (label === null) return "None";
  if (typeof label === "boolean") return label ? "True" : "False";
  if (typeof label !== "number") return String(label);
  if (Number.isNaN(label)) return "nan";
  if (!Number.isFinite(label)) return label > 0 ? "inf" : "-inf";
  return String(label);
}

const isMissing = (label: Label): label is null | number =>
  label === null || Object.is(label, Number.NaN);

/** Characters that Python's `repr` escapes: all that are not printable, and spaces other than U+0020. */
const unprintable = /[\\\p{C}\p{Z}]/gu;

/** `repr(text)` of a string. */
export function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text
    .replace(unprintable, (character) => (character === " " ? character : escapeOf(character)))
    .replaceAll(quote, `\\${quote}`);
  return quote + escaped + quote;
}

const short: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

function escapeOf(character: string): string {
  const known = short[character];
  if (known !== undefined) return known;
  const code = character.codePointAt(0) as number;
  const [letter, digits] = code < 0x100 ? ["x", 2] : code < 0x10000 ? ["u", 4] : ["U", 8];
  return `\\${letter}${code.toString(16).padStart(digits as number, "0")}`;
}
