import type { Terminal } from "../terminal.ts";
import { visible } from "../text/visible.ts";

const told = new WeakSet<Terminal>();

/** Says, once per run, that Jupyter hides the HTML and JavaScript of a notebook that others changed. */
export function trustNote(
  path: string,
  { quiet = false }: { readonly quiet?: boolean },
  terminal: Terminal,
): void {
  if (quiet || told.has(terminal)) return;
  told.add(terminal);
  terminal.err(
    `note: Jupyter hides HTML and JavaScript of a changed notebook until you run: jupyter trust ${visible(path)}\n`,
  );
}
