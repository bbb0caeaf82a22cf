import { visible } from "../text/visible.ts";
import type { FoundProblem } from "./found-problem.ts";

/** Workflow commands that annotate a pull request. */
export function githubText(found: readonly FoundProblem[]): string {
  return found
    .map(({ file, line, column, level, code, message }) => {
      const place = line === undefined ? "" : `,line=${line},col=${column ?? 1}`;
      return `::${level} file=${property(file)}${place},title=${property(code)}::${data(message)}\n`;
    })
    .join("");
}

/** Text that cannot end its command or begin another: controls are shown, the rest is encoded. */
const data = (text: string) => visible(text).replaceAll("%", "%25");

const property = (text: string) => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
