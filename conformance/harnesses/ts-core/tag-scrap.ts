import { isScrapbookError, type Scrap } from "@scrapbook/core";
import { type Tagged, tag, tagBytes, tagDisplay, tagError, tagText } from "./tag.ts";

/** Everything that a scrap says. */
export function tagScrap(scrap: Scrap): object {
  const { name, encoder, rawText, version, path } = scrap;
  return {
    name: tagText(name),
    encoder: tagText(encoder),
    ...there(
      "data",
      tagOrError(() => scrap.data),
    ),
    ...there(
      "rawData",
      tagOrError(() => scrap.rawData),
    ),
    ...there("source", rawText === undefined ? undefined : tagText(rawText)),
    ...there("version", version === undefined ? undefined : tag(version)),
    ...shown(scrap),
    path,
  };
}

/** What shows it; where that was not kept, the error alone. */
function shown(scrap: Scrap): object {
  const display = orError(() => tagDisplay(scrap.display));
  if (display instanceof Object && "$error" in display) return { display };
  return {
    display,
    mimeTypes: scrap.mimeTypes.map(tagText),
    media: scrap.mimeTypes.map((mime) => ({
      mime: tagText(mime),
      text: tagOrError(() => scrap.text(mime)),
      bytes: tagOrError(() => scrap.bytes(mime)),
    })),
  };
}

/** A value, `undefined` where there is none, or the error that asking for it throws. */
function tagOrError(ask: () => unknown): Tagged | undefined {
  return orError(() => {
    const value = ask();
    if (value instanceof Uint8Array) return tagBytes(value);
    return value === undefined ? undefined : tag(value);
  });
}

function orError<T>(ask: () => T): T | { readonly $error: object } {
  try {
    return ask();
  } catch (error) {
    if (!isScrapbookError(error)) throw error;
    const { message: _message, ...rest } = tagError(error);
    return { $error: rest };
  }
}

function there(name: string, value: unknown): object {
  return value === undefined ? {} : { [name]: value };
}
