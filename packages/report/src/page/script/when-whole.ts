/** Acts now or, while a page is still being read, when all of it is there. */
export function whenWhole(root: Document | ShadowRoot, act: () => void): void {
  if (root instanceof Document && root.readyState === "loading") {
    root.addEventListener("DOMContentLoaded", act);
  } else act();
}
