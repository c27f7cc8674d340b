/** Where a model comes from: the hub, a mirror of it, or a folder served with this site. */
export const places = ["local", "hub", "mirror"] as const;
export type Place = (typeof places)[number];

export interface Source {
  place: Place;
  host: string; // of a mirror, with a slash at the end; "" for the others
  model: string; // as the hub names it: owner/name, or a folder of public/models/
}

/** What is wrong with what the reader typed. */
export type SourceFault = "model" | "host";

export const hubHost = "https://huggingface.co/";

/** Checks what the reader typed; names may have one owner before a slash. */
export function readSource(
  place: Place,
  model: string,
  host: string,
): { source: Source } | { fault: SourceFault } {
  const name = model.trim();
  if (!/^[\w.-]+(\/[\w.-]+)?$/.test(name) || /(^|\/)\.+(\/|$)/.test(name))
    return { fault: "model" };
  if (place !== "mirror") return { source: { place, host: "", model: name } };
  const address = readHost(host.trim());
  return address ? { source: { place, host: address, model: name } } : { fault: "host" };
}

/** A mirror over https, or one on the reader's own machine, as the page's policy allows. */
function readHost(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, hostname, href } = new URL(text);
  const isOwn = protocol === "http:" && /^(localhost|127\.0\.0\.1)$/.test(hostname);
  if (protocol !== "https:" && !isOwn) return undefined;
  return href.endsWith("/") ? href : `${href}/`;
}
