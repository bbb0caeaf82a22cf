import { find } from "../../browser/src/find.ts";
import { type Shown, shown } from "../../browser/src/shown.ts";

/** What the page is made of. */
export const page: Shown & {
  readonly again: HTMLButtonElement;
  readonly server: HTMLFormElement;
  readonly address: HTMLInputElement;
  readonly token: HTMLInputElement;
} = {
  ...shown,
  again: find("again", HTMLButtonElement),
  server: find("server", HTMLFormElement),
  address: find("address", HTMLInputElement),
  token: find("token", HTMLInputElement),
};
