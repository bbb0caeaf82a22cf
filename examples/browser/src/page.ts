import { find } from "./find.ts";
import { type Shown, shown } from "./shown.ts";

/** What the page is made of. */
export const page: Shown & {
  readonly open: HTMLButtonElement;
  readonly files: HTMLInputElement;
} = {
  ...shown,
  open: find("open", HTMLButtonElement),
  files: find("files", HTMLInputElement),
};
