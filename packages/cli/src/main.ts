#!/usr/bin/env node
import module from "node:module";

// Keeps compiled code from run to run, where this Node can (22.8 and later).
(module as { enableCompileCache?: () => unknown }).enableCompileCache?.();

const { main } = await import("./run.ts");
await main();
