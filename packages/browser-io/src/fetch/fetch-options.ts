/** How far a download is. */
export interface Progress {
  /** What is read, as `notebook.source` says it. */
  readonly source: string;
  /** Bytes so far, unpacked. */
  readonly loaded: number;
  /** Bytes in all; `undefined` where the server does not say, or sends them packed. */
  readonly total: number | undefined;
}

/** Options that verbs take besides, where they read URLs. */
export interface FetchOptions {
  /** Told how far a download is, each time that a piece has come. Default none. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** Options of {@link fetchStore}. */
export interface FetchStoreOptions {
  /**
   * What `fetch` is given for a URL, such as `credentials` and `headers`: asked anew for each request,
   * so that a token goes to its own server alone. Default: cookies go to the page's own origin, and
   * nothing else anywhere.
   */
  readonly requestInit?: ((url: URL) => RequestInit) | undefined;
}
