import type { WasmSource } from "./dist/index.js";

/** What your bundler makes of the file: its URL, its bytes or a module. All fit `pandas({ wasm })`. */
declare const wasm: WasmSource;
export default wasm;
