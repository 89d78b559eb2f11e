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
    padding: [8, 10], shadowBlur: 0, shadowColor: "transparent", extraCssText: "",
    textStyle: { color: colours.ink, fontSize: 13, fontFamily: colours.font },
  },
});

export function measure(colours: Palette, size = 12) {
  const pen = document.createElement("canvas").getContext("2d")!;
  return (text: string, strong = false) => {
    pen.font = strong ? `600 ${size + 1}px ${colours.font}` : `${size}px ${colours.font}`;
    return pen.measureText(text).width;
  };
}

/** A name in one line, or in as many as its words need; it breaks at ordinary spaces only, so that no French question mark stands alone. */
export function broken(name: string, wide: (text: string) => number, most: number): string[] {
  const lines: string[] = [];
  for (const word of name.split(" ")) {
    const longer = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length && wide(longer) <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Names of bars beside them, in a column of at most that share of the chart; on a telephone, which has no room for that, above them. */
export function barNames(names: string[], colours: Palette, width: number, share: number, least: number) {
  const above = width < 480;
  const most = above ? width * 0.9 : Math.max(90, width * share);
  const wide = measure(colours, 13);
  const lines = names.map((name) => broken(name, wide, most));
  const tallest = Math.max(1, ...lines.map((of) => of.length)) * 15;
  const look = { color: colours.ink, fontSize: 13, lineHeight: 15, interval: 0, formatter: (_: string, i: number) => lines[i].join("\n"),
    // Only a word longer than its column is left to the chart to break: it does not know where French may not.
    ...(lines.flat().some((line) => wide(line) > most) ? { width: most, overflow: "break" as const } : {}) };
  return {
    above,
    perRow: above ? tallest + 34 : Math.max(least, tallest + 12),
    label: above
      ? {
        ...look, inside: true, margin: 0, align: "left" as const, verticalAlign: "bottom" as const, padding: [0, 0, 14, 0],
        ...halo(colours),
      }
      : look,
  };
}

/** Keeps words readable where a line runs through them. */
export const halo = (colours: Palette) => ({ textBorderColor: colours.card, textBorderWidth: 3 });

export const legend = (colours: Palette) => ({
  bottom: 0, left: 0, itemWidth: 22, itemHeight: 12, textStyle: { color: colours.ink, fontSize: 12 },
});
