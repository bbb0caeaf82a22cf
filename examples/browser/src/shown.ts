import { find } from "./find.ts";

/** The parts of a page that show one notebook of many, and let its values be changed. */
export interface Shown {
  readonly status: HTMLElement;
  readonly report: HTMLIFrameElement;
  readonly notebook: HTMLSelectElement;
  readonly values: HTMLFormElement;
  readonly fields: HTMLElement;
  readonly chart: HTMLElement;
  readonly frame: HTMLElement;
}

export const shown: Shown = {
  status: find("status", HTMLElement),
  report: find("report", HTMLIFrameElement),
  notebook: find("notebook", HTMLSelectElement),
  values: find("values", HTMLFormElement),
  fields: find("fields", HTMLElement),
  chart: find("chart", HTMLElement),
  frame: find("frame", HTMLElement),
};
