import { ScrapbookError } from "../error.ts";
import { integralValue } from "../json/integral.ts";
import { kindPhrase } from "../json/kind.ts";
import { kindAt, type ValueSpan } from "../json/walk.ts";
import { utf8Decoder } from "../platform.ts";

/** The notebook format that is read; any minor version of it. SPEC §1. */
const supportedFormat = 4;

/** nbformat's two numbers. */
export interface Format {
  readonly nbformat: number;
  readonly nbformatMinor: number;
}

/**
 * Reads `nbformat` and `nbformat_minor`; a minor that is missing or no integer counts as 0.
 *
 * @throws `notebook-version-missing`, `notebook-version-invalid`, `notebook-version-unsupported`.
 */
export function decodeFormat(
  bytes: Uint8Array,
  major: ValueSpan | undefined,
  minor: ValueSpan | undefined,
): Format {
  if (major === undefined) {
    throw new ScrapbookError("notebook-version-missing", {
      what: "The JSON has no nbformat",
      hint: "Is it a notebook? Those of Jupyter and papermill have nbformat 4.",
    });
  }
  const nbformat = integerAt(bytes, major);
  if (nbformat === undefined) {
    throw new ScrapbookError("notebook-version-invalid", {
      what: "nbformat is not an integer",
      path: "/nbformat",
      got: kindPhrase(kindAt(bytes, major.valueStart)),
    });
  }
  if (nbformat !== supportedFormat) {
    throw new ScrapbookError("notebook-version-unsupported", {
      what: "This notebook format is not read",
      path: "/nbformat",
      got: `nbformat ${nbformat}`,
      expected: `nbformat ${supportedFormat}`,
      hint:
        nbformat < supportedFormat
          ? "Convert it first: jupyter nbconvert --to notebook."
          : "Save it as nbformat 4.",
    });
  }
  const nbformatMinor = minor === undefined ? 0 : (integerAt(bytes, minor) ?? 0);
  return { nbformat, nbformatMinor };
}

/** The number at a span if its value is integral; `4.0` is. SPEC §3.2. */
function integerAt(bytes: Uint8Array, { valueStart, valueEnd }: ValueSpan): number | undefined {
  if (kindAt(bytes, valueStart) !== "number") return undefined;
  const value = integralValue(utf8Decoder.decode(bytes.subarray(valueStart, valueEnd)));
  return value === undefined ? undefined : Number(value);
}
