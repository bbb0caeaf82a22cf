import { createDataFrame, pandas } from "@scrapbook/encoders-pandas";

export { createDataFrame };

/** Makes DataFrames ready to be written. */
export async function loadPandas(): Promise<void> {
  await pandas().load?.();
}
