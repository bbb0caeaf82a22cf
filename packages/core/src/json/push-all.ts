/** Puts items at the end of an array, however many: an argument for each would overflow the stack. */
export function pushAll<T>(array: T[], items: Iterable<T>): void {
  for (const item of items) array.push(item);
}
