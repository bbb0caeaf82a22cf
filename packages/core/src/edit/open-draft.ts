import { detectLayout } from "../json/edit/layout.ts";
import { membersOf } from "../json/edit/object.ts";
import { rootValue } from "../json/walk.ts";
import type { ReadContext } from "../notebook/read-options.ts";
import { readOutline } from "../outline/read-outline.ts";
import { Draft } from "./draft.ts";

/** The draft of a notebook before any change. @throws what `parseNotebook` throws. */
export function openDraft(
  bytes: Uint8Array,
  { engine, maxDepth }: Pick<ReadContext, "engine" | "maxDepth">,
): Draft {
  const tape = engine(bytes, { maxDepth });
  const outline = readOutline(bytes, tape, { retain: "file" });
  const layout = detectLayout(bytes, membersOf({ bytes, tape }, rootValue(bytes, tape)));
  return new Draft({ bytes, tape, layout }, outline);
}
