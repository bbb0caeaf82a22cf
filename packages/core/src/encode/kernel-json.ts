import { checkOptionNames } from "../error/check-options.ts";
import { RawJson } from "../json/raw-json.ts";
import type { JsonValue } from "../json/value.ts";
import { type KernelJson, kernelValue } from "./kernel-value.ts";
import { mapMembers, type Output, type OutputPayload } from "./output.ts";

/** The content of a display message. */
export interface KernelOutput {
  readonly data: { readonly [mime: string]: KernelJson };
  readonly metadata: { readonly [key: string]: KernelJson };
}

/** Options of {@link toKernelJson}. */
export interface KernelJsonOptions {
  /** How deep arrays and objects lie in one another at most. Default 200: Python's nbformat reads no deeper. */
  readonly maxDepth?: number | undefined;
}

/**
 * An output as a kernel can send it: plain values, whose exact text the kernel's own JSON makes.
 * What that would change without a word is refused: integers that no double holds, NaN and the
 * infinities, and values that lie too deep. `1.0` becomes `1`, and `-0.0` may become `0`. SPEC §11.
 *
 * @throws `json-unsupported-value`, `json-non-finite`, `json-depth`, with the JSON pointer inside
 * the scrap's data or, of what is shown, inside the output.
 */
export function toKernelJson(output: Output, options: KernelJsonOptions = {}): KernelOutput {
  checkOptionNames("toKernelJson", options, "maxDepth");
  return {
    data: mapMembers(output.data, (value, mime) =>
      isPayload(value)
        ? mapMembers(value, (member, key) =>
            kernelValue(member, options, key === "data" ? [] : ["data", mime, key]),
          )
        : kernelValue(value, options, ["data", mime]),
    ),
    metadata: mapMembers(output.metadata, (value, key) =>
      kernelValue(value, options, ["metadata", key]),
    ),
  };
}

function isPayload(value: JsonValue | RawJson | OutputPayload): value is OutputPayload {
  return (
    typeof value === "object" && value !== null && "data" in value && value.data instanceof RawJson
  );
}
