import type { RenderMime } from "./part.ts";
import { beginsWith, renderPicture } from "./picture.ts";

/** `image/gif`: an `<img>`. */
export const renderGif: RenderMime = (part) =>
  renderPicture(part, "GIF", (bytes) => beginsWith(bytes, "GIF87a") || beginsWith(bytes, "GIF89a"));
