import type { JsonObject, Scrap } from "@scrapbook/core";
import type { SafeHtml } from "../html.ts";
import type { Renderers } from "./renderers.ts";

/** One MIME type's part of the bundle that shows a scrap. */
export interface Part {
  readonly scrap: Scrap;
  readonly mime: string;
  /** As text: base64 for binary types, JSON text for JSON types. */
  readonly text: string;
  /** The bytes that {@link text} takes. */
  readonly size: number;
  /** The output's metadata, in which Jupyter keeps a picture's width and height by MIME type. */
  readonly metadata: JsonObject;
  /** What it shows, for alternative texts: `chart of AAA`. */
  readonly label: string;
  /** Pixels for what cannot tell its own height. */
  readonly frameHeight: number;
  readonly renderers: Renderers;
}

/** Why a part is not shown although its MIME type could be. */
export interface Refusal {
  readonly refused: string;
}

/** Renders a part, refuses it, or (`undefined`) leaves it to the next in the order of preference. */
export type RenderMime = (part: Part) => SafeHtml | Refusal | undefined;
