/** Opens or closes every notebook's fold. */
export function setFolds(root: Document | ShadowRoot, isOpen: boolean): void {
  for (const fold of root.querySelectorAll<HTMLDetailsElement>("details.notebook")) {
    fold.open = isOpen;
  }
}

/** Opens the fold that a link within the page leads to, and all of them on paper. */
export function openTargets(root: Document | ShadowRoot): void {
  root.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href^='#']") : null;
    const id = link?.getAttribute("href")?.slice(1);
    const target = id === undefined || id === "" ? null : root.getElementById(id);
    const fold = target?.querySelector<HTMLDetailsElement>("details.notebook");
    if (fold) fold.open = true;
    // Within a shadow root the browser does not find what a link names.
    if (root instanceof ShadowRoot && target !== null) {
      event.preventDefault();
      target.scrollIntoView();
    }
  });
  addEventListener("beforeprint", () => setFolds(root, true));
}
