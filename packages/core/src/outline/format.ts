import { ScrapbookError } from "../error/error.ts";
import { integralAt } from "../json/integral.ts";
import { kindPhrase } from "../json/kind.ts";
import { kindAt, type ValueSpan } from "../json/walk.ts";

/** The notebook format that is read; any minor version of it. SPEC §1. */
const supportedFormat = 4;

/** nbformat's two numbers. */
export interface Format {
  readonly nbformat: number;
  readonly nbformatMinor: number;
  /** Set where it is an older format that counts as an empty notebook. SPEC §12.3. */
  readonly oldFormat: ScrapbookError | undefined;
}

/** Older formats that Python's nbformat converts: none of them ever held scraps. */
const emptyFormats: ReadonlySet<number> = new Set([2, 3]);

/**
 * Reads `nbformat` and `nbformat_minor`; a minor that is missing or no integer counts as 0.
 *
 * @throws `notebook-version-missing`, `notebook-version-invalid`, `notebook-version-unsupported`.
 */
export function decodeFormat(
  bytes: Uint8Array,
  major: ValueSpan | undefined,
  minor: ValueSpan | undefined,
  oldFormats: boolean,
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
      offset: major.valueStart,
      got: kindPhrase(kindAt(bytes, major.valueStart)),
    });
  }
  const nbformatMinor = minor === undefined ? 0 : (integerAt(bytes, minor) ?? 0);
  if (nbformat !== supportedFormat) {
    const error = new ScrapbookError("notebook-version-unsupported", {
      what: "This notebook format cannot be read",
      path: "/nbformat",
      offset: major.valueStart,
      got: `nbformat ${nbformat}`,
      expected: `nbformat ${supportedFormat}`,
      hint:
        nbformat < supportedFormat
          ? "Convert it first: jupyter nbconvert --to notebook."
          : "Save it as nbformat 4.",
    });
    if (!oldFormats || !emptyFormats.has(nbformat)) throw error;
    return { nbformat, nbformatMinor, oldFormat: error };
  }
  return { nbformat, nbformatMinor, oldFormat: undefined };
}

/** The number at a span if its value is integral; `4.0` is. SPEC §3.2. */
function integerAt(bytes: Uint8Array, { valueStart, valueEnd }: ValueSpan): number | undefined {
  if (kindAt(bytes, valueStart) !== "number") return undefined;
  const value = integralAt(bytes, valueStart, valueEnd);
  return value === undefined ? undefined : Number(value);
}
