import { s3 } from "@scrapbook/cloud-io/s3";
import { s3Credentials } from "../../../scripts/servers/versitygw.mjs";

/** @param {string} endpoint */
export const optionsAt = (endpoint) => ({
  endpoint,
  region: "us-east-1",
  credentials: s3Credentials,
});

/** The environment that tells SDKs, ours and Python's, where the server is. @param {string} url */
export const environmentAt = (url) => ({
  ...process.env,
  AWS_ENDPOINT_URL: url,
  BOTO3_ENDPOINT_URL: url,
  AWS_REGION: "us-east-1",
  AWS_DEFAULT_REGION: "us-east-1",
  AWS_ACCESS_KEY_ID: s3Credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: s3Credentials.secretAccessKey,
});

/**
 * Puts the same bytes under many keys.
 * @param {string} url
 * @param {string} folder
 * @param {number} count
 * @param {Uint8Array} bytes
 */
export async function fill(url, folder, count, bytes) {
  const store = s3(optionsAt(url));
  const keys = Array.from({ length: count }, (_, i) => `${folder}/${100_000 + i}.ipynb`);
  await atOnce(32, keys, (key) => store.write(`s3://notebooks/${key}`, [bytes]));
  return keys;
}

/** A notebook with a scrap, of so many bytes. @param {number} length */
export function notebook(length) {
  const payload = { name: "x", data: 1, encoder: "json", version: 1 };
  const data = { "application/scrapbook.scrap.json+json": payload };
  const outputs = [{ output_type: "display_data", data, metadata: {} }];
  const cell = { cell_type: "code", execution_count: 1, metadata: {}, outputs, source: "" };
  const markdown = { cell_type: "markdown", metadata: {}, source: "x".repeat(length - 400) };
  return Buffer.from(
    JSON.stringify({ cells: [cell, markdown], metadata: {}, nbformat: 4, nbformat_minor: 4 }),
  );
}

/**
 * @template T
 * @param {number} many
 * @param {readonly T[]} items
 * @param {(item: T) => Promise<unknown>} work
 */
export async function atOnce(many, items, work) {
  let next = 0;
  const worker = async () => {
    while (next < items.length) await work(/** @type {T} */ (items[next++]));
  };
  await Promise.all(Array.from({ length: many }, worker));
}

/** @param {readonly number[]} values */
export const median = (values) =>
  /** @type {number} */ ([...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]);

/** @param {number} value */
export const ms = (value) => `${value.toFixed(0)} ms`;

/** @param {number} value In bytes. */
export const mb = (value) => `${(value / 1e6).toFixed(1)} MB`;
