/**
 * The exact text of a JSON value. Its subclass `RawJson` also gives the value: what only writes or
 * passes texts on knows this class alone, and so bundles no parser.
 */
export class JsonText {
  /** The JSON text. */
  readonly text: string;

  /** @param text JSON that is known to be right: it is not checked. */
  constructor(text: string) {
    this.text = text;
  }
}
