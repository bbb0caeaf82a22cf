import { counted } from "../text/counted.ts";
import { visible } from "../text/visible.ts";
import type { FoundProblem } from "./found-problem.ts";

/** One line a problem, as compilers write them: `file:line:column: level message`. */
export function problemsText(found: readonly FoundProblem[], files: number): string {
  const lines = found.map(({ file, line, column, level, message }) => {
    const place = line === undefined ? "" : `:${line}:${column ?? 1}`;
    return `${visible(file)}${place}: ${level}: ${visible(message)}\n`;
  });
  const errors = found.filter(({ level }) => level === "error").length;
  const warnings = found.length - errors;
  const told =
    found.length === 0
      ? "no problems"
      : [counted(errors, "problem"), ...(warnings > 0 ? [counted(warnings, "warning")] : [])].join(
          ", ",
        );
  return `${lines.join("")}${counted(files, "notebook")} checked: ${told}\n`;
}
