import type { CustomSeriesOption } from "echarts/charts";

export interface Whisker { x: number; low: number; high: number }

interface Look { colour: string; width: number; opacity: number; caps?: boolean; above?: boolean }

/** A bar (or, with caps, a whisker) from low to high at each position; horizontal when the value runs along x. */
export function intervals(points: Whisker[], look: Look, horizontal = false): CustomSeriesOption {
  return {
    type: "custom", silent: true, z: look.above ? 3 : 1, clip: true,
    encode: horizontal ? { x: [1, 2], y: 0 } : { x: 0, y: [1, 2] },
    data: points.map((point) => [point.x, point.low, point.high]),
    renderItem: (_params, api) => {
      const place = (value: number) => horizontal ? api.coord([value, api.value(0)]) : api.coord([api.value(0), value]);
      const [x1, y1] = place(Number(api.value(1)));
      const [x2, y2] = place(Number(api.value(2)));
      const style = { stroke: look.colour, lineWidth: look.width, opacity: look.opacity };
      const line = (a: number, b: number, c: number, d: number) =>
        ({ type: "line" as const, shape: { x1: a, y1: b, x2: c, y2: d }, style });
      const cap = 4;
      const ends = !look.caps ? [] : horizontal
        ? [line(x1, y1 - cap, x1, y1 + cap), line(x2, y2 - cap, x2, y2 + cap)]
        : [line(x1 - cap, y1, x1 + cap, y1), line(x2 - cap, y2, x2 + cap, y2)];
      return { type: "group" as const, children: [line(x1, y1, x2, y2), ...ends] };
    },
  };
}

export function whiskers(cells: { x: number; low?: number | null; high?: number | null }[]): Whisker[] {
  return cells.flatMap(({ x, low, high }) => low == null || high == null ? [] : [{ x, low, high }]);
}
