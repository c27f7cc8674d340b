import { type Place, places } from "./source.ts";

/** What the reader has filled in; the address of the page holds it. */
export interface Form {
  place: Place;
  model: string;
  host: string;
  text: string;
  layer: number;
  head: number;
}

export const defaultForm: Form = {
  place: "local",
  model: "tang-transformer",
  host: "",
  text: "白日依山尽，黄河入海流。",
  layer: 0,
  head: 0,
};

/** The form that an address asks for; what cannot be read stays as by default and is named. */
export function readForm(params: URLSearchParams): { form: Form; ignored: string[] } {
  const form = { ...defaultForm };
  const ignored: string[] = [];
  const place = params.get("from");
  if (place !== null) {
    const known = places.find((one) => one === place);
    if (known) form.place = known;
    else ignored.push(`from=${place}`);
  }
  form.model = params.get("model") ?? form.model;
  form.host = params.get("host") ?? form.host;
  form.text = params.get("text") ?? form.text;
  for (const name of ["layer", "head"] as const) {
    const text = params.get(name);
    if (text === null) continue;
    if (/^\d{1,3}$/.test(text)) form[name] = Number(text);
    else ignored.push(`${name}=${text}`);
  }
  return { form, ignored };
}

/** Only what differs from the default. */
export function writeForm(form: Form): URLSearchParams {
  const params = new URLSearchParams();
  const put = (name: string, value: string | number, usual: string | number) => {
    if (value !== usual) params.set(name, String(value));
  };
  put("from", form.place, defaultForm.place);
  put("model", form.model, defaultForm.model);
  put("host", form.host, defaultForm.host);
  put("text", form.text, defaultForm.text);
  put("layer", form.layer, defaultForm.layer);
  put("head", form.head, defaultForm.head);
  return params;
}
