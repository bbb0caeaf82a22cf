// Runs the attempts in a runtime with a command line, and prints what came of them as JSON.
import { attemptAll, hasFastEngine } from "./program.js";

const [url] = globalThis.Deno?.args ?? globalThis.process.argv.slice(2);
const results = await attemptAll(url);
console.log(JSON.stringify({ results, hasFastEngine: await hasFastEngine(url) }));
