import { cellOf, option, type Data } from "./table";

export interface Scale { min: number; max: number; step: number; full: [number, number]; zoomed: boolean }

const steps = [1, 2, 5, 10, 20, 25, 50];

/**
 * The part of the scale that is drawn. Never less than a fifth of the whole, so that noise does not look like news;
 * the caller says so under the chart when it is not the whole.
 */
export function zoom(data: Data, values: number[], whole: [number, number] = [0, 100]): Scale {
  const full: [number, number] = [option(data, "min") ?? whole[0], option(data, "max") ?? whole[1]];
  const extent = full[1] - full[0];
  if (values.length === 0) return { min: full[0], max: full[1], step: extent / 5, full, zoomed: false };
  const least = extent / 5;
  let low = Math.min(...values);
  let high = Math.max(...values);
  const margin = Math.max((high - low) * 0.12, extent * 0.02, (least - (high - low)) / 2);
  low -= margin;
  high += margin;
  const step = (extent / 100) * (steps.find((s) => ((high - low) / extent) * 100 / s <= 6) ?? 50);
  const min = Math.max(full[0], Math.floor(low / step) * step);
  const max = Math.min(full[1], Math.ceil(high / step) * step);
  return { min, max, step, full, zoomed: min > full[0] || max < full[1] };
}

export const extremes = (data: Data, ...kinds: string[]) => data.rows
  .flatMap((row) => kinds.flatMap((as) => row.cells.filter((cell) => cell.as === as)))
  .flatMap((cell) => [cell.value, cell.low, cell.high])
  .filter((value): value is number => value !== null);

/** A round end above every value, for scales without a natural one. */
export function ceiling(values: number[]): number {
  const high = Math.max(1, ...values) * 1.02;
  const power = 10 ** Math.floor(Math.log10(high));
  return ([1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((m) => m * power >= high) ?? 10) * power;
}

export const has = (data: Data, as: string) => data.rows.some((row) => cellOf(row, as)?.value != null);
