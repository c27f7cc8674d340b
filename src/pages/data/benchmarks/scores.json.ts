import type { APIRoute } from "astro";
import { loadBenchmarks } from "../../../site/benchmarks.ts";

export const prerender = true;

/** The cross-data-set scores, computed from all rows, so that a page need not load them. */
export const GET: APIRoute = () => Response.json(loadBenchmarks().scores);
