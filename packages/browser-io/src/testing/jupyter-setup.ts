import type { TestProject } from "vitest/node";
import { startJupyter } from "./jupyter-server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** A real Jupyter server, for tests in the browser. */
    jupyter: { readonly url: string; readonly token: string };
  }
}

/** Starts a Jupyter server for a run of tests in the browser. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startJupyter();
  project.provide("jupyter", { url: server.url, token: server.token });
  return server.close;
}
