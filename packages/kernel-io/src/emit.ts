import {
  type KernelOutput,
  type Output,
  type Problem,
  ScrapbookError,
  toKernelJson,
} from "@scrapbook/core";
import { findKernel } from "./kernel/find-kernel.ts";
import type { Kernel } from "./kernel/kernel.ts";
import { after, type Maybe } from "./maybe.ts";

/** Options of everything that shows outputs. */
export interface EmitOptions {
  /** Told that there is no kernel, so that nothing is recorded. Default: nobody is. */
  readonly onWarning?: ((warning: Problem) => void) | undefined;
  /** The kernel to show outputs in. Default: the one that this code runs in, if it is known. */
  readonly kernel?: Kernel | undefined;
}

/** An output as a kernel gets it: what there is outside of a kernel. SPEC §11.6. */
export interface GluedOutput extends KernelOutput {
  readonly output_type: "display_data";
}

/** The kernel that is given, or the one that this code runs in. */
export function kernelOf({ kernel }: EmitOptions): Kernel | undefined {
  return kernel ?? findKernel();
}

/** The promise of what `act` does; in a kernel that waits for none, what it throws is thrown. */
export function promise<T>(kernel: Kernel | undefined, act: () => Maybe<T>): Promise<T> {
  return kernel?.endsAtOnce === true ? Promise.resolve(act()) : (async () => act())();
}

/**
 * Shows the outputs, all or none; outside of a kernel, warns and gives them back. SPEC §11.6.
 *
 * @throws `usage-kernel-limit`.
 */
export function emit(
  outputs: readonly KernelOutput[],
  kernel: Kernel | undefined,
  by: string,
  { onWarning }: EmitOptions,
): Maybe<GluedOutput[] | undefined> {
  const sent = outputs.map(({ data, metadata }): GluedOutput => {
    if (kernel?.withoutMetadata !== undefined && isDisplay(metadata)) {
      throw refuse(metadata, kernel);
    }
    return { output_type: "display_data", data, metadata };
  });
  if (kernel === undefined) {
    onWarning?.(noKernel(by));
    return sent;
  }
  return after(kernel.send(sent), () => undefined);
}

/** {@link emit} of outputs as a file would have them. @throws what `toKernelJson` throws, too. */
export function emitOutputs(
  outputs: readonly Output[],
  kernel: Kernel | undefined,
  by: string,
  options: EmitOptions,
): Maybe<GluedOutput[] | undefined> {
  const { maxDepth } = kernel ?? {};
  return emit(
    outputs.map((output) => toKernelJson(output, { maxDepth })),
    kernel,
    by,
    options,
  );
}

function isDisplay(metadata: KernelOutput["metadata"]): boolean {
  return (metadata.scrapbook as { readonly display?: unknown } | undefined)?.display === true;
}

function refuse(metadata: KernelOutput["metadata"], { withoutMetadata }: Kernel): ScrapbookError {
  const scrap = (metadata.scrapbook as { readonly name?: unknown }).name;
  return new ScrapbookError("usage-kernel-limit", {
    what: `The display of the scrap ${JSON.stringify(scrap)} cannot be recorded: ${withoutMetadata}`,
    hint: "Glue the data alone, or use another kernel.",
  });
}

function noKernel(by: string): Problem {
  return new ScrapbookError("usage-no-kernel", { what: `No kernel detected for '${by}'` });
}
