import { createAddressReader } from "../kit/address-reader.ts";
import { putChoice } from "../kit/address-writer.ts";
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
  const { choose, refuse, refused } = createAddressReader(params);
  const form: Form = {
    ...defaultForm,
    place: choose("from", places, defaultForm.place),
    model: params.get("model") ?? defaultForm.model,
    host: params.get("host") ?? defaultForm.host,
    text: params.get("text") ?? defaultForm.text,
  };
  for (const name of ["layer", "head"] as const) {
    const text = params.get(name);
    if (text === null) continue;
    if (/^\d{1,3}$/.test(text)) form[name] = Number(text);
    else refuse(name, text);
  }
  return { form, ignored: refused };
}

/** Only what differs from the default. */
export function writeForm(form: Form): URLSearchParams {
  const params = new URLSearchParams();
  putChoice(params, "from", form.place, defaultForm.place);
  putChoice(params, "model", form.model, defaultForm.model);
  putChoice(params, "host", form.host, defaultForm.host);
  putChoice(params, "text", form.text, defaultForm.text);
  putChoice(params, "layer", form.layer, defaultForm.layer);
  putChoice(params, "head", form.head, defaultForm.head);
  return params;
}
