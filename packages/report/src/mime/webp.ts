import type { RenderMime } from "./part.ts";
import { beginsWith, renderPicture } from "./picture.ts";

/** `image/webp`: an `<img>`. */
export const renderWebp: RenderMime = (part) =>
  renderPicture(
    part,
    "WebP",
    (bytes) => beginsWith(bytes, "RIFF") && beginsWith(bytes, "WEBP", "RIFF".length + 4),
  );
