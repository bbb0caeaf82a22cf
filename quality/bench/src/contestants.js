/**
 * Something that reads notebooks.
 *
 * @typedef {object} Contestant
 * @property {string} name in tables
 * @property {"node" | "python" | "rq"} by what runs it
 * @property {string} reader its name in readers.js or turn.py
 * @property {string} lacks what it does not check or find
 * @property {boolean} isSlow whether one turn has to do
 * @property {0 | "some"} [finds] how many scraps, where it is not all
 */

/** @type {readonly Contestant[]} */
export const contestants = [
  {
    name: "read the file",
    by: "node",
    reader: "readFileSync",
    lacks: "finds nothing: the floor",
    isSlow: false,
    finds: 0,
  },
  {
    name: "JSON.parse and walk",
    by: "node",
    reader: "JSON.parse",
    lacks:
      "no payload's members, no displays; reads big integers wrong, refuses `NaN`; takes bad UTF-8",
    isSlow: false,
  },
  {
    name: "parseNotebook, TypeScript",
    by: "node",
    reader: "parseNotebook",
    lacks: "",
    isSlow: false,
  },
  {
    name: "parseNotebook, WebAssembly",
    by: "node",
    reader: "parseNotebook, wasm",
    lacks: "",
    isSlow: false,
  },
  { name: "readNotebooks", by: "node", reader: "readNotebooks", lacks: "", isSlow: false },
  {
    name: "Python: orjson and walk",
    by: "python",
    reader: "orjson",
    lacks: "no payload's members, no displays; refuses `NaN` and integers beyond 64 bits",
    isSlow: false,
  },
  {
    name: "Python: json and walk",
    by: "python",
    reader: "json",
    lacks: "no payload's members, no displays",
    isSlow: true,
  },
  {
    name: "Python: nbformat and walk",
    by: "python",
    reader: "nbformat",
    lacks: "no payload's members, no displays; checks all cells against nbformat's schema",
    isSlow: true,
  },
  {
    name: "Python: scrapbook",
    by: "python",
    reader: "scrapbook",
    lacks: "loses data where a display of its name follows",
    isSlow: true,
  },
  {
    name: "rq, a process for each file",
    by: "rq",
    reader: "rq",
    lacks: "skips most of the file unchecked; finds one MIME type, counts only",
    isSlow: true,
    finds: "some",
  },
];

/** All others are measured by this. */
export const baseline = "JSON.parse and walk";
