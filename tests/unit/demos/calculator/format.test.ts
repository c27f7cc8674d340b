import assert from "node:assert/strict";
import { test } from "node:test";
import { formatNumber, formatQuantity } from "../../../../demos/calculator/format.ts";

test("whole numbers below 100,000 stand in full, others with four digits", () => {
  assert.equal(formatNumber(32768, "zh"), "32,768");
  assert.equal(formatNumber(99999, "en"), "99,999");
  assert.equal(formatNumber(1234.567, "en"), "1,235");
  assert.equal(formatNumber(0.123456, "zh"), "0.1235");
  assert.equal(formatNumber(0, "zh"), "0");
  assert.equal(formatNumber(-5, "en"), "-5");
});

test("large numbers are counted in 万 and 亿, or in thousands, millions and billions", () => {
  assert.equal(formatNumber(123456, "zh"), "12.35 万");
  assert.equal(formatNumber(7e10, "zh"), "700 亿");
  assert.equal(formatNumber(2e12, "zh"), "2 万亿");
  assert.equal(formatNumber(123456, "en"), "123.5 thousand");
  assert.equal(formatNumber(7e10, "en"), "70 billion");
});

test("numbers of many digits and very small ones are powers of ten", () => {
  assert.equal(formatNumber(3.14e23, "zh"), "3.14 × 10²³");
  assert.equal(formatNumber(0.00012, "en"), "1.20 × 10⁻⁴");
  assert.equal(formatNumber(1e15, "en"), "1.00 × 10¹⁵");
});

test("a power of ten has a mantissa below ten, also after rounding", () => {
  assert.equal(formatNumber(9.999e20, "en"), "1.00 × 10²¹");
  assert.equal(formatNumber(9.9999e-7, "en"), "1.00 × 10⁻⁶");
});

test("what is no number is a dash", () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
    assert.equal(formatNumber(value, "zh"), "–");
  }
});

test("a unit follows after a space, but per cent, times and degrees follow at once", () => {
  assert.equal(formatQuantity(4.2, "GB", "zh"), "4.2 GB");
  assert.equal(formatQuantity(37, "%", "en"), "37%");
  assert.equal(formatQuantity(8, "×", "en"), "8×");
  assert.equal(formatQuantity(90, "°", "zh"), "90°");
  assert.equal(formatQuantity(5, undefined, "zh"), "5");
});
