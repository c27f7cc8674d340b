import type { Calculator, CalculatorInput } from "../../demos/calculator/calculator.ts";
import { formatQuantity } from "../../demos/calculator/format.ts";
import { toPosition, toValue } from "../../demos/calculator/slider.ts";
import { isLanguage } from "../site/languages.ts";

const modules = import.meta.glob<{ calculator: Calculator }>("/patterns/*/*/calculator.ts");

/** Makes every calculator of the page answer; the values are kept in the address. */
export function startCalculators(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-calculator]")) {
    void startCalculator(form);
  }
}

async function startCalculator(form: HTMLFormElement): Promise<void> {
  const module = await modules[form.dataset["calculator"] ?? ""]?.();
  if (!module) return;
  const { inputs, outputs, compute } = module.calculator;
  const prefix = document.documentElement.lang.slice(0, 2); // zh-CN or en
  const lang = isLanguage(prefix) ? prefix : "zh";
  const show = () => {
    const values = Object.fromEntries(inputs.map((input) => [input.id, readValue(form, input)]));
    const results = compute(values);
    for (const { id, unit } of inputs) {
      const text = formatQuantity(values[id] ?? Number.NaN, unit, lang);
      setText(form, `[data-value="${id}"]`, text);
      findControl(form, id)?.setAttribute("aria-valuetext", text);
    }
    for (const { id, unit } of outputs) {
      const text = formatQuantity(results[id] ?? Number.NaN, unit, lang);
      setText(form, `[data-result="${id}"]`, text);
    }
    return values;
  };
  const given = new URLSearchParams(location.search);
  for (const input of inputs) {
    const value = Number(given.get(input.id) ?? Number.NaN);
    const control = findControl(form, input.id);
    if (control && value >= input.min && value <= input.max) {
      control.value = String(toPosition(input, value));
    }
  }
  show();
  form.addEventListener("input", () => keepInAddress(inputs, show()));
  form.addEventListener("reset", () => setTimeout(() => keepInAddress(inputs, show())));
}

function findControl(form: HTMLFormElement, id: string): HTMLInputElement | undefined {
  const control = form.elements.namedItem(id);
  return control instanceof HTMLInputElement ? control : undefined;
}

function readValue(form: HTMLFormElement, input: CalculatorInput): number {
  return toValue(input, Number(findControl(form, input.id)?.value ?? Number.NaN));
}

function setText(form: HTMLFormElement, selector: string, text: string): void {
  const element = form.querySelector(selector);
  if (element) element.textContent = text;
}

function keepInAddress(inputs: CalculatorInput[], values: Record<string, number>): void {
  const url = new URL(location.href);
  for (const { id, value } of inputs) {
    if (values[id] === value) url.searchParams.delete(id);
    else url.searchParams.set(id, String(values[id]));
  }
  history.replaceState(null, "", url);
}
