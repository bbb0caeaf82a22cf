/**
 * The page's only script: it makes the heads of `table.sortable` into buttons. A click sorts upwards,
 * the next downwards, the third gives the first order back; numbers come before text, and what is
 * missing or no number comes last in both directions.
 *
 * Any change needs a new {@link sortScriptHash}; its test names it.
 */
export const sortScript = `"use strict";
for (const table of document.querySelectorAll("table.sortable")) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  const valueOf = (row, column) => {
    const cell = row.cells[column];
    const text = cell.textContent.trim();
    return cell.classList.contains("number") && text !== "" ? Number(text) : text;
  };
  const rank = (value) => (value === "" || Number.isNaN(value) ? 2 : typeof value === "string" ? 1 : 0);
  const order = (a, b) => (typeof a === "string" ? compare(a, b) : a < b ? -1 : a > b ? 1 : 0);
  const sort = (column, sign) => {
    const keyed = rows.map((row) => [valueOf(row, column), row]);
    if (sign !== 0) {
      keyed.sort(([a], [b]) => rank(a) - rank(b) || (rank(a) === 2 ? 0 : sign * order(a, b)));
    }
    body.append(...keyed.map(([, row]) => row));
  };
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const next = { ascending: "descending", descending: "" }[head.getAttribute("aria-sort")] ?? "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      if (next !== "") head.setAttribute("aria-sort", next);
      sort(column, next === "ascending" ? 1 : next === "" ? 0 : -1);
    });
  });
}
`;

/** The SHA-256 of {@link sortScript}, as a Content-Security-Policy names it; its test recomputes it. */
export const sortScriptHash = "sha256-lvUOvwu0BfWyEbFqQn7XHs7IfKStL2uxHGKrWoKoKzY=";
