import { randomUUID } from "node:crypto";
import { Failure } from "../failure.ts";
import { type RequestOptions, retry } from "../retry.ts";
import type { ObjectClient } from "./client.ts";

/** Whether a server refuses a write whose condition does not hold. */
export interface Conditions {
  readonly expect: boolean;
  readonly create: boolean;
}

/**
 * Finds out by asking whether a server honours conditions: many ignore `If-Match`, and overwrite. A
 * small object is written, and written again under conditions that do not hold; then it is removed.
 *
 * @param address of an object that is not there, beside those that are to be written.
 */
export async function probeConditions<Address>(
  client: ObjectClient<Address>,
  address: Address,
  options: RequestOptions,
): Promise<Conditions> {
  const { put, remove } = client;
  if (put === undefined || remove === undefined) return { expect: false, create: false };
  const write = (expect: string | undefined) =>
    retry(
      (signal) =>
        put.call(client, address, new TextEncoder().encode("{}"), {
          signal,
          expect,
          over: undefined,
          marks: [],
        }),
      options,
    );
  const isRefused = async (expect: string): Promise<boolean> => {
    try {
      await write(expect);
      return false;
    } catch (error) {
      // Whatever says no has not written: 412, 409, and 501 of those who know that they cannot.
      if (error instanceof Failure && error.code === "store-conflict") return true;
      if (error instanceof Failure && error.code === "store-unsupported") return false;
      throw error;
    }
  };
  const version = await write(undefined);
  try {
    const create = await isRefused("none");
    const wrong = /^\d+$/.test(version) ? "1" : `"${"0".repeat(32)}"`;
    return { create, expect: await isRefused(wrong) };
  } finally {
    await retry((signal) => remove.call(client, address, signal), options).catch(() => {});
  }
}

/** The name of an object that nobody has. */
export const probeName = (): string => `.scrapbook-probe-${randomUUID()}`;
