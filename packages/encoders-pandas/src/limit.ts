/** How large a frame may be. */
export interface SizeLimit {
  /**
   * The most bytes that a frame may have, as a file and, by its own declaration, decoded: what is
   * larger is refused before it is decoded. Default 512 MiB.
   */
  readonly maxBytes?: number | undefined;
}

/** 512 MiB: the longest string of Node holds no more base64. */
export const defaultMaxBytes: number = 512 * 2 ** 20;
