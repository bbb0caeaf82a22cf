/** Options of {@link jupyter}. */
export interface JupyterOptions {
  /** Where the server is, with its base path: `http://localhost:8888/`, `https://hub.example.com/user/ada/`. */
  readonly url: string | URL;
  /** The server's token. Default none: the person is signed in by cookie, on the page's own origin. */
  readonly token?: string | undefined;
  /**
   * Whether a look at the file just before each save is promise enough for `expect` and for edits. The
   * server has no conditional save: what another program saves between our look and our save, some
   * milliseconds, would be lost. Tabs of this origin wait for each other. Default `false`: edits and
   * `expect` are refused.
   */
  readonly lookBeforeSaving?: boolean | undefined;
}
