import { inject } from "vitest";

const result = inject("consumer");
if ("problem" in result) throw new Error(`The packages could not be installed: ${result.problem}`);

/** The folder in which every published package is installed from its tarball. */
export const consumer: string = result.folder;
