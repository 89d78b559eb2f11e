// The table is the only source of a chart: what was suppressed there cannot appear here.

export interface Cell {
  as: string;
  column: number;
  text: string;
  value: number | null;
  low: number | null;
  high: number | null;
  at: number | null;
}

export interface Row {
  name: string;
  at: number | null;
  firm: boolean;
  cells: Cell[];
}

export interface Data {
  kind: string;
  label: string;
  unit: string;
  headings: string[];
  rows: Row[];
  options: DOMStringMap;
}

// Ordinary white space only: the no-break spaces of French stay.
const words = (element: Element | null | undefined) => (element?.textContent ?? "").replace(/[ \t\r\n]+/g, " ").trim();

function number(text: string | undefined): number | null {
  if (text === undefined || text.trim() === "") return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

function day(text: string | undefined): number | null {
  const value = text ? Date.parse(text) : NaN;
  return Number.isNaN(value) ? null : value;
}

function readRow(row: HTMLTableRowElement): Row {
  const cells = [...row.cells];
  return {
    name: words(cells.find((cell) => cell.tagName === "TH") ?? cells[0]),
    at: day(row.dataset.at),
    firm: row.dataset.firm === "true",
    cells: cells.flatMap((cell, column) => cell.dataset.as === undefined ? [] : [{
      as: cell.dataset.as,
      column,
      text: words(cell),
      value: number(cell.dataset.value),
      low: number(cell.dataset.low),
      high: number(cell.dataset.high),
      at: day(cell.dataset.at),
    }]),
  };
}

export function read(table: HTMLTableElement): Data {
  const head = table.tHead?.rows[table.tHead.rows.length - 1];
  return {
    kind: table.dataset.chart ?? "",
    label: table.dataset.label ?? words(table.caption),
    unit: table.dataset.unit ?? "",
    headings: head ? [...head.cells].map(words) : [],
    rows: [...table.tBodies].flatMap((body) => [...body.rows]).map(readRow),
    options: table.dataset,
  };
}

/** The columns that hold cells of that kind, in order. */
export function columns(data: Data, as: string): number[] {
  const all = data.rows.flatMap((row) => row.cells.filter((cell) => cell.as === as).map((cell) => cell.column));
  return [...new Set(all)].sort((a, b) => a - b);
}

export const cellOf = (row: Row, as: string) => row.cells.find((cell) => cell.as === as);
export const cellAt = (row: Row, column: number) => row.cells.find((cell) => cell.column === column);
export const option = (data: Data, name: string) => number(data.options[name]);
