import type { EChartsCoreOption } from "echarts/core";
import type { Data } from "./table";
import type { Palette } from "./palette";
import type { Scale } from "./scale";

export interface Drawing { option: EChartsCoreOption; height: number; scale?: Scale }
export type Draw = (data: Data, colours: Palette, width: number) => Drawing;

export const axisLook = (colours: Palette) => ({
  axisLine: { onZero: false, lineStyle: { color: colours.edge } },
  axisTick: { lineStyle: { color: colours.edge } },
  axisLabel: { color: colours.muted, fontSize: 12, hideOverlap: true },
  splitLine: { lineStyle: { color: colours.line } },
  nameTextStyle: { color: colours.muted, fontSize: 12 },
});

export const frame = (colours: Palette): EChartsCoreOption => ({
  animation: false,
  textStyle: { fontFamily: colours.font, color: colours.ink },
  // Drawn on the canvas: an HTML tooltip needs inline styles, which the content security policy refuses.
  tooltip: {
    renderMode: "richText", confine: true, trigger: "item", backgroundColor: colours.card, borderColor: colours.edge, borderWidth: 1,
    padding: [8, 10], shadowBlur: 0, shadowColor: "transparent", extraCssText: "", textStyle: { color: colours.ink, fontSize: 13, fontFamily: colours.font },
  },
});

/** Names of bars in a column as wide as they need, at most that share of the chart. */
export const nameColumn = (names: string[], colours: Palette, width: number, share: number) => ({
  color: colours.ink, fontSize: 13, lineHeight: 15, interval: 0, overflow: "break" as const,
  width: Math.min(Math.max(...names.map((name) => name.length)) * 8.4, Math.max(90, width * share)),
});

/** Height of a row that holds the longest name, broken into the lines its column gives it. */
export const rowHeight = (names: string[], width: number, share: number, least: number) => {
  const column = Math.max(90, width * share);
  return Math.max(least, Math.max(...names.map((name) => Math.ceil((name.length * 7.6) / column))) * 15 + 12);
};

/** Keeps words readable where a line runs through them. */
export const halo = (colours: Palette) => ({ textBorderColor: colours.card, textBorderWidth: 3 });

export const legend = (colours: Palette) => ({ bottom: 0, left: 0, itemWidth: 22, itemHeight: 12, textStyle: { color: colours.ink, fontSize: 12 } });
