import type { Consumer } from "./consumer.ts";
import { esbuild, rollup, webpack } from "./projects/bundlers.ts";
import { deno } from "./projects/deno.ts";
import { jest } from "./projects/jest.ts";
import { next } from "./projects/next.ts";
import { pnpm } from "./projects/pnpm.ts";
import { bun, node } from "./projects/runtimes.ts";
import { typescript } from "./projects/typescript.ts";
import { viteConsumers } from "./projects/vite.ts";

/** All kinds of programs that are tried: those that take longest first. */
export const consumers: Consumer[] = [
  typescript,
  next,
  ...viteConsumers,
  webpack,
  rollup,
  esbuild,
  jest,
  pnpm,
  deno,
  bun,
  node,
];
