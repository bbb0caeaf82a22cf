/**
 * Notebooks on a Jupyter server, through its contents API.
 *
 * @packageDocumentation
 */

export type { JupyterOptions } from "./jupyter-options.ts";
export { jupyter } from "./jupyter-store.ts";
