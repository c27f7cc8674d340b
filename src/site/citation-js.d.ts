declare module "@citation-js/plugin-bibtex";
declare module "@citation-js/plugin-csl";

declare module "@citation-js/core" {
  export interface CslName {
    family?: string;
    given?: string;
    literal?: string;
  }

  export interface CslItem {
    id: string;
    type: string;
    title?: string;
    author?: CslName[];
    "container-title"?: string;
    publisher?: string;
    issued?: { "date-parts": number[][] };
    DOI?: string;
    URL?: string;
  }

  export class Cite {
    constructor(data: unknown);
    data: CslItem[];
    format(
      kind: string,
      options: { asEntryArray: true } & Record<string, unknown>,
    ): [string, string][];
  }

  export const plugins: {
    input: { chain(data: string, options: { target: string; generateGraph: boolean }): unknown };
  };
}
