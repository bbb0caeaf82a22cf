/** The `Content-Type` of a new object, by the end of its name. */
export function contentTypeOf(name: string): string {
  if (/\.ipynb(\.gz)?$/.test(name)) return "application/x-ipynb+json";
  return /\.json(\.gz)?$/.test(name) ? "application/json" : "application/octet-stream";
}
