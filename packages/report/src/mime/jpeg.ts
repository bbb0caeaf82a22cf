import type { RenderMime } from "./part.ts";
import { beginsWith, renderPicture } from "./picture.ts";

/** `image/jpeg`: an `<img>`. */
export const renderJpeg: RenderMime = (part) =>
  renderPicture(part, "JPEG", (bytes) => beginsWith(bytes, "\xff\xd8\xff"));
