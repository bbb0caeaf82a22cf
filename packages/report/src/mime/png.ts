import type { RenderMime } from "./part.ts";
import { beginsWith, renderPicture } from "./picture.ts";

/** `image/png`: an `<img>`. */
export const renderPng: RenderMime = (part) =>
  renderPicture(part, "PNG", (bytes) => beginsWith(bytes, "\x89PNG\r\n\x1a\n"));
