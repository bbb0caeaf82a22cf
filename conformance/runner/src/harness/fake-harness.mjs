// A harness for the runner's own tests: it answers what `case` asks for by its id, right or wrong.
// Usage: node fake-harness.mjs [how it answers start]
import { spawn } from "node:child_process";
import { closeSync, openSync, writeSync } from "node:fs";
import { createInterface } from "node:readline";

const [, , startMode = "good", stateFile] = process.argv;
const start = {
  protocol: 1,
  implementation: { name: "fake", language: "JavaScript", version: "1.2.3" },
  capabilities: ["read"],
  numbers: "exact",
  levels: ["reader"],
  checks: ["code", "path"],
};
const starts = {
  good: () => say(start),
  "in-pieces": () => say({ ...start, capabilities: ["read", "pieces"] }),
  silent: () => {},
  leaves: () => {
    process.stderr.write("ImportError: no module named scrapbook\n");
    process.exit(3);
  },
  noise: () => process.stdout.write("Loading pandas…\n"),
  "other-protocol": () => say({ ...start, protocol: 2 }),
  "no-name": () => say({ ...start, implementation: { name: "", language: "C", version: "1" } }),
  "bad-numbers": () => say({ ...start, numbers: "decimal" }),
  "bad-checks": () => say({ ...start, checks: ["codes"] }),
  "bad-capabilities": () => say({ ...start, capabilities: "read" }),
  // Starts once, and never again: the state is a file that the first start makes.
  once: () => {
    try {
      closeSync(openSync(stateFile, "wx"));
      say(start);
    } catch {
      process.stderr.write("the port is taken\n");
      process.exit(4);
    }
  },
  "stays-at-stop": () => say(start),
  "fails-at-stop": () => say(start),
  "speaks-at-stop": () => say(start),
  "cannot-read": () => say(start),
  "cannot-read-any": () => say(start),
  "breaks-down": () => say(start),
};
/** What is said when the next case is asked. @type {(() => void) | undefined} */
let later;
const right = { result: { scraps: [] } };
const written = { result: { bytes: { $bytes: "e30=" } } };
const answers = {
  wrong: (seq) => say({ seq, result: { scraps: [{ name: "a" }] } }),
  error: (seq) => say({ seq, error: { category: "json", code: "json-empty", path: "" } }),
  skipped: (seq) => say({ seq, skipped: "no clock" }),
  "skipped-true": (seq) => say({ seq, skipped: true }),
  errored: (seq) => say({ seq, errored: "KeyError: 'x'" }),
  silent: () => {},
  dies: () => {
    process.stderr.write("panic: index out of range\n");
    process.exit(2);
  },
  killed: () => process.kill(process.pid, "SIGKILL"),
  "half-line": (seq) => {
    writeSync(1, `{"seq":${seq},`);
    process.exit(0);
  },
  noise: () => process.stdout.write("debug: read 3 cells\n"),
  "empty-line": () => process.stdout.write("\n"),
  "not-utf8": () => process.stdout.write(Buffer.from([0x7b, 0xff, 0x7d, 0x0a])),
  list: () => process.stdout.write("[1]\n"),
  "early-seq": (seq) => say({ seq: seq - 1, ...right }),
  "late-seq": (seq) => say({ seq: seq + 1, ...right }),
  "no-seq": () => say(right),
  "text-seq": (seq) => say({ seq: String(seq), ...right }),
  twice: (seq) => {
    // In one piece, so that both come at once.
    const line = `${JSON.stringify({ seq, ...right })}\n`;
    process.stdout.write(line + line);
  },
  "twice-later": (seq) => {
    say({ seq, ...right });
    later = () => say({ seq, ...right });
  },
  slow: (seq) => setTimeout(() => say({ seq, ...right }), 150),
  "two-outcomes": (seq) => say({ seq, ...right, skipped: "?" }),
  "no-outcome": (seq) => say({ seq }),
  "error-without-category": (seq) => say({ seq, error: { code: "json-empty" } }),
  "too-long": () => process.stdout.write(`{"x":"${"a".repeat(5000)}"}\n`),
  pieces: (seq) => {
    const text = JSON.stringify({ seq, ...right });
    process.stdout.write(text.slice(0, 7));
    setTimeout(() => process.stdout.write(`${text.slice(7)}\r\n`), 30);
  },
  "child-hangs": () => {
    // What a wrapper such as `go run` does: the real work is in a process below.
    const child = spawn("sleep", ["60"], { stdio: "inherit" });
    process.stderr.write(`child ${child.pid}\n`);
  },
  // An answer that has the outcome and breaks the schema.
  // A file, and what it reads from it when it is asked for its own.
  writes: (seq, { op }) => say({ seq, ...(op === "edit" ? written : right) }),
  "writes-badly": (seq, { op }) =>
    say({ seq, result: op === "edit" ? written.result : { scraps: [{ name: "a" }] } }),
  "extra-member": (seq) => say({ seq, ...right, elapsed: 3 }),
  "bad-scrap": (seq) => say({ seq, result: { scraps: [{ name: "a", source: 5 }] } }),
};

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  if (request.cmd === "start") starts[startMode]();
  else if (request.cmd === "run") {
    later?.();
    later = undefined;
    const reads = request.files?.[0]?.path;
    if (startMode === "cannot-read" && !reads?.endsWith("original.ipynb"))
      say({ seq: request.seq, errored: "NotJSONError" });
    else if (startMode === "cannot-read-any") say({ seq: request.seq, errored: "NotJSONError" });
    else if (startMode === "breaks-down") process.exit(5);
    else answerCase(request);
  } else if (startMode === "stays-at-stop") setInterval(() => {}, 1000);
  else if (startMode === "fails-at-stop") process.exit(7);
  else if (startMode === "speaks-at-stop") say({ bye: true });
}

function answerCase(request) {
  const answer = answers[request.case] ?? ((seq) => say({ seq, ...right }));
  answer(request.seq, request);
}

function say(message) {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}
