import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { root } from "./lib/root.mjs";

/**
 * What one test file did in one project.
 * @typedef {object} ModuleReport
 * @property {string} project
 * @property {string} file Relative to the root.
 * @property {number} seconds
 * @property {number} passed
 * @property {string[]} failed The tests' names.
 * @property {string[]} skipped
 * @property {boolean} isBroken Whether it failed outside of its tests: it does not load, or a hook of it threw.
 */

/**
 * @typedef {object} VitestReport
 * @property {ModuleReport[]} modules
 * @property {string[]} errors What was thrown outside of all files.
 */

/** Writes for scripts what vitest found, by project: its own JSON does not say in which one a file ran. */
export class ReportForScripts {
  /** @param {string} output The file to write. */
  constructor(output) {
    this.output = output;
  }

  /**
   * @param {readonly import("vitest/node").TestModule[]} modules
   * @param {readonly { message: string }[]} errors
   */
  onTestRunEnd(modules, errors) {
    /** @type {VitestReport} */
    const report = {
      modules: modules.map((module) => ({
        project: module.project.name,
        file: module.moduleId.replace(root, ""),
        seconds: module.diagnostic().duration / 1000,
        passed: namesOf(module, "passed").length,
        failed: namesOf(module, "failed"),
        skipped: namesOf(module, "skipped"),
        isBroken: module.state() === "failed" && namesOf(module, "failed").length === 0,
      })),
      errors: errors.map(({ message }) => message),
    };
    mkdirSync(dirname(this.output), { recursive: true });
    writeFileSync(this.output, `${JSON.stringify(report, null, 1)}\n`);
  }
}

/**
 * @param {import("vitest/node").TestModule} module
 * @param {"passed" | "failed" | "skipped"} state
 */
function namesOf(module, state) {
  return Array.from(module.children.allTests(state), ({ fullName }) => fullName);
}
