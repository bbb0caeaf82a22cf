export type { PreviewOptions } from "./preview/excerpt.ts";
export { toHTML } from "./preview/html.ts";
export { toText } from "./preview/text.ts";
