import type { AnyEncoder, EditSession, SetOptions } from "@scrapbook/core";

/** Sets the value of a scrap. */
export type Apply = (session: EditSession, name: string, more: SetOptions) => void;

/** A value as it will be set, and the encoders it needs. */
export interface NewValue {
  readonly apply: Apply;
  readonly encoders?: readonly AnyEncoder[];
}
