/** What browsers have that ask people for files. */
interface AskingHandle extends FileSystemHandle {
  queryPermission?(how: { readonly mode: "readwrite" }): Promise<PermissionState>;
}

/**
 * Sees to it that a person has permitted to write. It is not asked for here: that takes a click, and
 * the file would be locked while the person thinks.
 *
 * @throws (rejects with) the browser's `NotAllowedError`.
 */
export async function mustBePermitted(given: AskingHandle): Promise<void> {
  const state = (await given.queryPermission?.({ mode: "readwrite" })) ?? "granted";
  if (state !== "granted") throw new DOMException(state, "NotAllowedError");
}
