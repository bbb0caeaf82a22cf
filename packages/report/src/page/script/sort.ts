/** A cell's value: numbers before text; what is missing, or no number, last. */
interface Keyed {
  readonly row: HTMLTableRowElement;
  readonly value: number | string;
}

type Direction = "ascending" | "descending" | undefined;

/**
 * Makes a table's heads into buttons. A click sorts upwards, the next downwards, the third gives the
 * first order back. Each group of rows is sorted by itself.
 */
export function makeSortable(table: HTMLTableElement, say: (text: string) => void): void {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
  const groups = [...table.tBodies].map((body) => ({
    body,
    rows: [...body.rows].filter((row) => !row.classList.contains("group")),
  }));
  const sort = (column: number, direction: Direction): void => {
    for (const { body, rows } of groups) body.append(...sorted(rows, column, direction));
  };
  heads.forEach((head, column) => {
    const name = (head.querySelector("bdi") ?? head).textContent;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...[...head.childNodes].filter((node) => !isPicture(node)));
    head.prepend(button);
    button.addEventListener("click", () => {
      const now = head.getAttribute("aria-sort");
      const next: Direction =
        now === "ascending" ? "descending" : now === "descending" ? undefined : "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      if (next !== undefined) head.setAttribute("aria-sort", next);
      sort(column, next);
      say(next === undefined ? "In the first order again" : `Sorted by ${name}, ${next}`);
    });
  });
}

function isPicture(node: Node): boolean {
  return node.nodeName.toLowerCase() === "svg";
}

const { compare } = new Intl.Collator(undefined, { numeric: true });

function sorted(
  rows: readonly HTMLTableRowElement[],
  column: number,
  direction: Direction,
): readonly HTMLTableRowElement[] {
  if (direction === undefined) return rows;
  const sign = direction === "ascending" ? 1 : -1;
  const keyed = rows.map((row): Keyed => ({ row, value: cellValue(row.cells[column]) }));
  keyed.sort(
    ({ value: a }, { value: b }) => rank(a) - rank(b) || (rank(a) < 2 ? sign * order(a, b) : 0),
  );
  return keyed.map(({ row }) => row);
}

function cellValue(cell: HTMLTableCellElement | undefined): number | string {
  if (cell === undefined) return "";
  const text = (cell.dataset.value ?? cell.textContent).trim();
  return cell.classList.contains("number") && text !== "" ? Number(text) : text;
}

function rank(value: number | string): number {
  if (value === "" || Number.isNaN(value)) return 2;
  return typeof value === "string" ? 1 : 0;
}

function order(a: number | string, b: number | string): number {
  return typeof a === "number" && typeof b === "number"
    ? a - b || 0
    : compare(String(a), String(b));
}
