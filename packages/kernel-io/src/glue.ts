import type { EncodeScrapOptions } from "@scrapbook/core";
import {
  checkOptionNames,
  isAsked,
  isBundle,
  kernelOutputs,
  loadEncoder,
} from "@scrapbook/core/internal";
import { bundleOf } from "./display/bundle-of.ts";
import { textBundle } from "./display/text.ts";
import { type EmitOptions, emit, type GluedOutput, kernelOf, promise } from "./emit.ts";
import { withFallback } from "./fallback.ts";
import { after } from "./maybe.ts";

/** Options of {@link glue}. */
export interface GlueOptions extends EncodeScrapOptions, EmitOptions {
  /**
   * A text beside the payload, for front ends that print a warning for types they do not know;
   * `true` for the name and the value. Default: none, as Python writes none.
   */
  readonly fallback?: boolean | string | undefined;
}

/**
 * Records `value` under `name` in the notebook that runs, for Python's scrapbook and ours to read.
 * `await` it. SPEC §11.
 *
 * ```ts
 * await glue("distance", 0.12);
 * await glue("chart", Plot.plot({ … }), { encoder: "display" });
 * ```
 *
 * @returns (resolves to) nothing in a kernel, since a cell shows its last value; the outputs, after a
 * warning, elsewhere.
 * @throws (rejects with) what `encodeScrap` throws; `json-unsupported-value`, `json-non-finite`,
 * `json-depth` for what the kernel's JSON would change, with the path inside the value;
 * `usage-kernel-limit` for a display that the kernel cannot name, and where nobody can tell whether
 * the kernel records what it shows. Nothing is recorded then.
 */
export function glue(
  name: string,
  value: unknown,
  options: GlueOptions = {},
): Promise<GluedOutput[] | undefined> {
  const { fallback, kernel: _kernel, onWarning: _onWarning, ...own } = options;
  const kernel = kernelOf(options);
  return promise(kernel, () => {
    checkOptionNames("glue", options, optionNames);
    const shown = options.bundle ?? bundleOf(value);
    // What is no encoder is refused below. A frame can be shown too; where an encoder for it is given, its value is what is wanted.
    const isTaken = options.encoders?.some?.((encoder) => encoder.encodable?.(value)) === true;
    const isShown = shown !== undefined && options.bundle === undefined && !isTaken;
    const encoder = options.encoder || (isShown ? displayEncoder : undefined);
    // What is built in has nothing to load.
    const loading = options.encoders && loadEncoder(value, { ...options, encoder });
    return after(loading, () => {
      const needed = encoder === displayEncoder || isAsked(options.display);
      const looks = shown ?? (needed && !isBundle(value) ? textBundle(value) : undefined);
      return after(looks, (bundle) => {
        const { maxDepth } = kernel ?? {};
        const outputs = kernelOutputs(name, value, { ...own, encoder, bundle, maxDepth });
        return emit(withFallback(outputs, fallback), kernel, "glue", options);
      });
    });
  });
}

const displayEncoder = "display";

const optionNames = "encoder, display, bundle, nonFinite, encoders, fallback, kernel, onWarning";
