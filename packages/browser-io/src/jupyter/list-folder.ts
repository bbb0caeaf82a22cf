import { byCodePoints } from "@scrapbook/core/internal";
import { type ListedObject, type ListOptions, notFound } from "@scrapbook/core/io";
import type { ContentsApi, Model } from "./contents-api.ts";
import { locationOf } from "./location.ts";
import { stampOf } from "./open-file.ts";

/** The files of a folder, and below it if asked, in code-point order of their paths. */
export async function* listFolder(
  api: ContentsApi,
  path: string,
  settledMs: number,
  options: ListOptions = {},
): AsyncGenerator<ListedObject> {
  const { signal, recursive = false, hidden = false, enter = () => true } = options;
  signal?.throwIfAborted();
  const source = locationOf(path);
  const query = "type=directory&content=1";
  const { type, content } = await api({ path, source, signal, query });
  if (type !== "directory" || !Array.isArray(content)) throw notFound(source);
  for (const model of (content as Model[]).sort((a, b) => byCodePoints(sortName(a), sortName(b)))) {
    signal?.throwIfAborted();
    const below = path === "" ? model.name : `${path}/${model.name}`;
    const location = locationOf(below);
    if (model.type !== "directory") {
      const stamp = stampOf(model, settledMs);
      yield { location, path: location, size: model.size ?? undefined, stamp };
    } else if (recursive && (hidden || !model.name.startsWith(".")) && enter(location)) {
      yield* listFolder(api, below, settledMs, options);
    }
  }
}

function sortName({ name, type }: Model): string {
  return type === "directory" ? `${name}/` : name;
}
