import { parseJson } from "@scrapbook/core";
import type { Operation, Request } from "../ts-core/loop.ts";
import { tag, tagText } from "../ts-core/tag.ts";
import { linesOf, scrapbook } from "./command.ts";
import { cannot, errorOf, problemsOf, refusalOf } from "./refusal.ts";

/** A line of `ls --json`. */
interface Line {
  readonly notebook: string;
  readonly name: string;
  readonly encoder: string;
  readonly data: unknown;
  readonly display: readonly string[] | null;
}

/** `read`: `ls --json` for the scraps, `validate --format json` for problems and warnings. */
export const read: Operation = async (request) => {
  const path = request.files[0]?.path ?? "";
  const asked = request.only as readonly string[] | undefined;
  if (asked?.includes("notebook")) throw cannot("no command prints a notebook's own members");
  const isStrict = request.options?.strict !== false;
  const found = await problemsOf(path, encoderModules(request));
  const told = (level: string) =>
    found
      .filter((it) => it.level === level)
      .map((it) => ({ ...errorOf(it.code, it.message), path: it.path }));
  const scraps =
    asked === undefined || asked.includes("scraps")
      ? await scrapsOf(path, [...optionsOf(request), ...(isStrict ? ["--strict"] : [])])
      : undefined;
  return {
    ...(scraps === undefined ? {} : scraps),
    problems: told("error"),
    warnings: told("warning"),
  };
};

/** `list`: `ls --json` of folders. */
export const list: Operation = async (request) => {
  if (request.options?.onError === "collect") throw cannot("errors have no keys on a command line");
  const paths = request.files.map(({ path }) => path);
  const options = [...optionsOf(request), "--strict"];
  if (request.options?.recursive) options.push("--recursive");
  if (request.options?.hidden) options.push("--hidden");
  const { lines } = await listed(paths, options);
  const info = await scrapbook("run-info", ...paths, "--json", ...options);
  const keys = linesOf(info.out).map((line) => (parseJson(line) as { notebook: string }).notebook);
  return {
    notebooks: keys.map((key) => ({
      key: tagText(key),
      scraps: lines.filter(({ notebook }) => notebook === key).map((line) => tagLine(line)),
    })),
  };
};

/** A file's scraps, as `read` answers them. */
export async function scrapsOf(path: string, options: readonly string[]): Promise<object> {
  const { lines, err } = await listed([path], options);
  if (lines.some(({ display }) => display !== null))
    throw cannot("of a display, the command line tells MIME types alone");
  const isPartly = err.includes("warning: [");
  const scraps: object[] = [];
  const raw = await listed([path], [...options, "--raw"]);
  for (const [index, line] of lines.entries()) {
    const error =
      isPartly && line.data === null ? await errorOfValue(path, line, options) : undefined;
    scraps.push({ ...tagLine(line, error), rawData: tag(raw.lines[index]?.data) });
  }
  const withData = lines.filter(
    ({ data }, index) => data !== null || raw.lines[index]?.data !== null,
  );
  return { scraps, dataScraps: withData.map(({ name }) => tagText(name)), displayScraps: [] };
}

async function listed(paths: readonly string[], options: readonly string[]) {
  const outcome = await scrapbook("ls", ...paths, "--json", "--full", "--allow-nan", ...options);
  if (outcome.code !== 0) throw refusalOf(outcome);
  const lines = linesOf(outcome.out).map((line) => parseJson(line) as unknown as Line);
  return { lines, err: outcome.err };
}

/** Why a value is not told: `get` says it of this scrap alone. */
async function errorOfValue(path: string, { name }: Line, options: readonly string[]) {
  const modules = options.filter((it) => it !== "--strict");
  const { code, err } = await scrapbook("get", ...modules, "--format", "json", "--", path, name);
  const found = /^error: \[([\w-]+)\]/m.exec(err)?.[1];
  return code === 0 || found === undefined ? undefined : { $error: errorOf(found, err) };
}

function tagLine({ name, encoder, data }: Line, error?: object): object {
  return {
    name: tagText(name),
    encoder: tagText(encoder),
    data: error ?? tag(data),
    display: null,
  };
}

function optionsOf(request: Request): string[] {
  const { merge } = request.options ?? {};
  return [...(merge === undefined ? [] : ["--merge", merge]), ...encoderModules(request)];
}

/** A module for each encoder that the case names. */
function encoderModules({ options = {} }: Request): string[] {
  return (options.encoders ?? []).flatMap((name) => {
    if (name === "pandas") throw cannot("a DataFrame is told as JSON, not as the cases tell it");
    const module = new URL(`encoders/${name}.mjs`, import.meta.url);
    return ["--encoder-module", module.pathname];
  });
}
