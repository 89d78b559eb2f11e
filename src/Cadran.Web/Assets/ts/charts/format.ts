import type { Cell, Data } from "./table";

const language = document.documentElement.lang || "en";
// French sets a no-break space before the colon.
const colon = language.startsWith("fr") ? "\u00a0: " : ": ";
const plain = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
const fixed = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 });

// A minus sign as long as the plus, not a hyphen.
const minus = (text: string) => text.replace("-", "\u2212");

export const tick = (unit: string) => (value: number) => minus(unit === "%" ? percent.format(value / 100) : plain.format(value));

export function amount(value: number | null, unit: string): string {
  if (value === null) return "";
  return minus(unit === "%" ? percent.format(value / 100) : fixed.format(value));
}

/** "62.4 (60.8–64.0)", or what the cell says instead of a number. */
export function estimate(cell: Cell | undefined, unit: string): string {
  if (!cell) return "";
  if (cell.value === null) return cell.text;
  const ends = unit === "%" ? plain : fixed;
  const interval = cell.low !== null && cell.high !== null ? ` (${minus(ends.format(cell.low))}–${minus(ends.format(cell.high))})` : "";
  return amount(cell.value, unit) + interval;
}

export const named = (data: Data, column: number, text: string) => `${data.headings[column] ?? ""}${colon}${text}`;
