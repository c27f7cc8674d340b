import { gunzip, type LoadOptions, loadBytes } from "../kit/assets.ts";
import { decodeRows } from "./codec.ts";
import type { Row } from "./row.ts";

/** Where the build puts the rows of a data set. */
export function locateDataset(id: string): string {
  return `data/benchmarks/${id}.bin`;
}

/** All rows of one data set, fetched and unpacked. Throws AssetError when it cannot be had. */
export async function loadDataset(id: string, options: LoadOptions = {}): Promise<Row[]> {
  return decodeRows(await gunzip(await loadBytes(locateDataset(id), options)));
}
