import { RootCommand } from "@bomb.sh/tab";
import { ScrapbookError } from "@scrapbook/core";
import { readNotebook } from "@scrapbook/node-io";
import type { Terminal } from "./terminal.ts";
import { visible } from "./text/visible.ts";
import { verbs } from "./verbs.ts";

const shells: readonly string[] = ["zsh", "bash", "fish", "powershell"];

/** For a bash without the package bash-completion, whose function the script calls. */
const bashWords = `if ! declare -F _get_comp_words_by_ref >/dev/null; then
    _get_comp_words_by_ref() {
        cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]}
        words=("\${COMP_WORDS[@]}") cword=$COMP_CWORD
    }
fi
`;

/** Verbs whose second argument is the name of a scrap of the first. */
const namesScraps: ReadonlySet<string> = new Set(["get", "set", "mv", "cp", "edit"]);

/**
 * Completion, as shells ask for it: `scrapbook complete zsh` prints the script for a shell, and that
 * script calls `scrapbook complete -- …` at each press of the key. Names of scraps come out of the
 * notebook itself.
 *
 * @throws (rejects with) `usage-argument` for a shell that has no script.
 */
export async function complete(args: readonly string[], terminal: Terminal): Promise<void> {
  const [shell = ""] = args;
  if (shell !== "--" && !shells.includes(shell)) throw noShell(shell);
  const root = new RootCommand();
  const typed = args[0] === "--" ? args.slice(1) : [];
  const names = await scrapNames(typed);
  for (const { name, summary, load } of verbs) {
    const command = root.command(name, summary);
    const verb = typed[0] === name ? await load() : undefined;
    for (const { flags, help, choices } of verb?.options ?? []) {
      const [, short, long = ""] = /^(?:-(\w), )?--([\w-]+)/.exec(flags) ?? [];
      const offer = (give: (value: string, description: string) => void) => {
        for (const choice of choices ?? []) give(choice, "");
      };
      if (choices === undefined) command.option(long, help, short);
      else command.option(long, help, offer, short);
    }
    command.argument("path");
    if (namesScraps.has(name)) {
      command.argument("name", (give) => {
        for (const scrap of names) give(scrap, "");
      });
    }
  }
  if (shell === "--") root.parse([...typed]);
  else {
    if (shell === "bash") await terminal.out(bashWords);
    root.setup("scrapbook", "scrapbook", shell);
  }
}

async function scrapNames([verb = "", path]: readonly string[]): Promise<readonly string[]> {
  if (!namesScraps.has(verb) || path === undefined || path === "" || path === "-") return [];
  try {
    const notebook = await readNotebook(path, { strict: false });
    // A shell would take these apart, or obey them.
    return [...notebook.scraps.keys()].filter(
      (name) => name === visible(name) && !/[\s:]/.test(name),
    );
  } catch {
    return [];
  }
}

const noShell = (got: string) =>
  new ScrapbookError("usage-argument", {
    what: "Completion is for some shells",
    got: got === "" ? "no shell" : JSON.stringify(got.slice(0, 80)),
    expected: "zsh, bash, fish or powershell",
  });
