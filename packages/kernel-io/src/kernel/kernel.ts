import type { KernelOutput } from "@scrapbook/core";

/** Where outputs are shown: a running Jupyter kernel. Another kernel's can be given as `kernel`. */
export interface Kernel {
  /** What the kernel is called in messages. */
  readonly name: string;
  /** How deep arrays and objects may lie in one another, which the kernel's own JSON limits. Default: core's 200. */
  readonly maxDepth?: number | undefined;
  /**
   * Why this kernel records no metadata of what is shown, without which a display has no name and
   * cannot be read as a scrap; `undefined` where it does. Data scraps need none.
   */
  readonly withoutMetadata?: string | undefined;
  /**
   * Whether a cell ends without waiting for promises. Then everything is shown, and errors are
   * thrown, before the call returns: what a promise does later is in no notebook. Default `false`.
   */
  readonly endsAtOnce?: boolean | undefined;
  /**
   * Shows the outputs as `display_data`, in this order, with no other output of this package between
   * them, and after those of earlier calls. The promise is kept when they are on their way.
   */
  send(outputs: readonly KernelOutput[]): Promise<void> | void;
}
