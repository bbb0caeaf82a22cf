import { type Notebook, type ReglueOptions as OutputOptions, reglueOutputs } from "@scrapbook/core";
import { checkOptionNames } from "@scrapbook/core/internal";
import { type EmitOptions, emitOutputs, type GluedOutput, kernelOf, promise } from "./emit.ts";

/** Options of {@link reglue}. */
export interface ReglueOptions extends OutputOptions, EmitOptions {}

/**
 * Records a scrap of another notebook in the notebook that runs, under its own name or a new one.
 * Its data is copied as it was written, so frames and data of unknown encoders can be reglued.
 * `await` it. SPEC §11.5.
 *
 * @returns (resolves to) nothing in a kernel; the outputs, after a warning, elsewhere.
 * @throws (rejects with) `notebook-scrap-missing`, unless `raiseOnMissing` is false: then a text
 * says so; and what `glue` throws.
 */
export function reglue(
  notebook: Notebook,
  name: string,
  options: ReglueOptions = {},
): Promise<GluedOutput[] | undefined> {
  const { kernel: _kernel, onWarning: _onWarning, ...own } = options;
  const kernel = kernelOf(options);
  return promise(kernel, () => {
    checkOptionNames("reglue", options, optionNames);
    return emitOutputs(reglueOutputs(notebook.scraps, name, own), kernel, "reglue", options);
  });
}

const optionNames = "newName, raiseOnMissing, unattached, kernel, onWarning";
