const scheme = "jupyter://";

/** Where pages of a Jupyter server show a file, below its base address. */
const pages =
  /^(?:lab\/(?:workspaces\/[^/]+\/)?tree|doc\/tree|tree|notebooks|edit|files|api\/contents)\//;

/**
 * The path of a file on a server: of `jupyter://path`, or of an address as the server's own pages
 * have it, `http://localhost:8888/lab/tree/out/AAA.ipynb`. `undefined` for anything else.
 *
 * @param base the server's address, with `/` at its end.
 */
export function pathOf(location: unknown, base: string): string | undefined {
  if (typeof location !== "string") return undefined;
  if (location.startsWith(scheme)) return trimmed(location.slice(scheme.length));
  if (!location.startsWith(base)) return undefined;
  const [page] = pages.exec(location.slice(base.length)) ?? [];
  if (page === undefined) return undefined;
  const path = location.slice(base.length + page.length).replace(/[?#].*$/s, "");
  try {
    return trimmed(decodeURIComponent(path));
  } catch {
    return undefined;
  }
}

/** How a path is called in messages and keys. */
export function locationOf(path: string): string {
  return scheme + path;
}

function trimmed(path: string): string {
  return path.replace(/^\/+|\/+$/g, "");
}
