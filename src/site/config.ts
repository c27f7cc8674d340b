/** The address the site is published under; canonical links, the sitemap and the feeds need it. */
export const origin = process.env["SITE"] ?? "http://127.0.0.1:4321";

/** The path below that address, with a slash at both ends: `/` or `/x/`. */
export const base = normalizeBase(process.env["BASE"]);

/**
 * Where a page is edited, up to the file's path, e.g. `https://…/edit/main/`. While it is empty no
 * page shows an edit link.
 */
export const editBase: string = process.env["EDIT_BASE"] ?? "";

function normalizeBase(value = "/"): string {
  return `/${value}/`.replace(/\/+/g, "/");
}
