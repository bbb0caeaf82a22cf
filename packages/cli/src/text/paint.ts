import { styleText } from "node:util";

type Style = Parameters<typeof styleText>[0];

/** Colours a text, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string;

/** @param colours whether the reader sees colours. */
export function painter(colours: boolean): Paint {
  if (!colours) return (_style, text) => text;
  // Whether there are colours is decided already; styleText would look at this process's streams.
  const options = { validateStream: false };
  return (style, text) => (styleText as (...args: unknown[]) => string)(style, text, options);
}
