/** Hides, or shows again, the columns whose cells are all the same. Gives how many there are. */
export function showDiffering(table: HTMLTableElement, onlyDiffering: boolean): number {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
  const same = heads.flatMap((head, column) => (head.dataset.same === undefined ? [] : [column]));
  for (const row of table.rows) {
    if (row.classList.contains("group")) continue;
    for (const column of same) {
      const cell = row.cells[column];
      if (cell !== undefined) cell.hidden = onlyDiffering;
    }
  }
  return same.length;
}
