import { type ReportOutputsOptions, reportOutputs, type Scrapbook } from "@scrapbook/core";
import { checkOptions, reportRules } from "@scrapbook/core/internal";
import { type EmitOptions, emitOutputs, type GluedOutput, kernelOf, promise } from "./emit.ts";

/** Options of {@link scrapsReport}. */
export interface ScrapsReportOptions extends ReportOutputsOptions, EmitOptions {}

/**
 * Shows the displays of a scrapbook's notebooks in the notebook that runs, under their keys and
 * names: Python's `scraps_report`. `await` it. SPEC §14.4.
 *
 * @returns (resolves to) nothing in a kernel; the outputs, after a warning, elsewhere.
 * @throws (rejects with) `usage-argument` for a key that the scrapbook lacks; what `glue` throws.
 */
export function scrapsReport(
  book: Scrapbook,
  options: ScrapsReportOptions = {},
): Promise<GluedOutput[] | undefined> {
  const { kernel: _kernel, onWarning: _onWarning, ...own } = options;
  const kernel = kernelOf(options);
  return promise(kernel, () => {
    checkOptions("scrapsReport", own, reportRules);
    return emitOutputs(reportOutputs(book, own), kernel, "scraps_report", options);
  });
}
