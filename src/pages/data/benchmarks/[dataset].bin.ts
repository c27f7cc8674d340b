import type { APIRoute, GetStaticPaths } from "astro";
import { loadBenchmarks } from "../../../site/benchmarks.ts";

export const prerender = true;

export const getStaticPaths: GetStaticPaths = () =>
  loadBenchmarks().datasets.map(({ id }) => ({ params: { dataset: id } }));

/** The rows of one data set, gzipped; the page unpacks them, so no host need know the encoding. */
export const GET: APIRoute<Record<string, never>, { dataset: string }> = ({ params }) =>
  new Response(loadBenchmarks().fileOf(params.dataset), {
    headers: { "content-type": "application/octet-stream" },
  });
