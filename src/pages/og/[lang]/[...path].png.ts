import { loadCatalog } from "../../../site/catalog.ts";
import { drawOgPicture } from "../../../site/og-picture.ts";
import { type ListedPage, listPages } from "../../../site/page-list.ts";
import { stringsOf } from "../../../site/strings.ts";
import { ogPath } from "../../../site/urls.ts";

export function getStaticPaths() {
  return listPages(loadCatalog()).map((page) => ({
    params: { lang: page.lang, path: ogPath(page.path) },
    props: page,
  }));
}

/** The picture of one page, 1200 × 630 px. */
export async function GET({ props }: { props: ListedPage }): Promise<Response> {
  const { lang, title, kind } = props;
  const png = await drawOgPicture(title, kind, stringsOf(lang).siteName);
  return new Response(new Uint8Array(png));
}
