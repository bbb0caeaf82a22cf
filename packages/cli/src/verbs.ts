import type { Verb } from "./verb.ts";

/** A verb as the list of commands shows it. */
export interface ListedVerb {
  readonly name: string;
  readonly aliases?: readonly string[] | undefined;
  readonly summary: string;
  readonly load: () => Promise<Verb>;
}

/** Every command, in the order in which help lists them. */
export const verbs: readonly ListedVerb[] = [
  {
    name: "ls",
    summary: "list the scraps of notebooks",
    load: async () => (await import("./commands/ls.ts")).ls,
  },
  {
    name: "get",
    summary: "take a scrap out of a notebook",
    load: async () => (await import("./commands/get.ts")).get,
  },
  {
    name: "set",
    summary: "give a scrap a value",
    load: async () => (await import("./commands/set.ts")).set,
  },
  {
    name: "edit",
    summary: "open a scrap in your editor",
    load: async () => (await import("./commands/edit.ts")).edit,
  },
  {
    name: "rm",
    summary: "remove scraps",
    load: async () => (await import("./commands/rm.ts")).rm,
  },
  {
    name: "mv",
    summary: "rename a scrap",
    load: async () => (await import("./commands/mv.ts")).mv,
  },
  {
    name: "cp",
    summary: "copy a scrap into another notebook",
    load: async () => (await import("./commands/cp.ts")).cp,
  },
  {
    name: "extract",
    summary: "save scraps as files",
    load: async () => (await import("./commands/extract.ts")).extract,
  },
  {
    name: "table",
    summary: "show many notebooks, a row for each",
    load: async () => (await import("./commands/table.ts")).table,
  },
  {
    name: "run-info",
    aliases: ["status"],
    summary: "tell how papermill's runs went",
    load: async () => (await import("./commands/run-info.ts")).runInfo,
  },
  {
    name: "report",
    summary: "make one page of many notebooks",
    load: async () => (await import("./commands/report.ts")).report,
  },
  {
    name: "validate",
    summary: "check notebooks against the protocol",
    load: async () => (await import("./commands/validate.ts")).validate,
  },
];
