import wasm from "@scrapbook/encoders-pandas/parquet.wasm";

export const options = { wasm: new URL(wasm, import.meta.url) };
export const workerOptions = { worker: () => new Worker("/worker.js", { type: "module" }) };
