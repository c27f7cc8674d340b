import { splitHeadingId } from "../markdown/heading-id.ts";

/** A heading of a page, for its outline. */
export interface Section {
  id: string;
  title: string;
  depth: 2 | 3;
}

/** The headings of an MDX text, in order; code blocks are passed over. */
export function outlineOf(body: string): Section[] {
  const text = body.replace(/^```[\s\S]*?^```/gm, "");
  return [...text.matchAll(/^(##|###) (.+)$/gm)].flatMap(([, marks = "", heading = ""]) => {
    const { text: title, id } = splitHeadingId(heading);
    const plain = title.replace(/[*`]/g, "");
    return id ? [{ id, title: plain, depth: marks === "##" ? 2 : 3 }] : [];
  });
}
