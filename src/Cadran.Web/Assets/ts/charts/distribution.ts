import { axisLook, barNames, frame, legend, type Draw } from "./common";
import { amount, named, tick } from "./format";
import { between, type Palette } from "./palette";
import { cellAt, columns } from "./table";

/** From the warning colour over a neutral middle to the accent: worst to best. */
function ramp(colours: Palette, count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const place = count === 1 ? 1 : (i / (count - 1)) * 2 - 1;
    const end = place < 0 ? colours.warn : colours.accent;
    return between(colours.line, end, Math.abs(place) * 0.9);
  });
}

// One pattern per answer, so that the bars can be read without colours.
const patterns = [
  { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4 },
  { symbol: "circle", dashArrayX: [[6, 6], [0, 6, 6, 0]], dashArrayY: [4, 3], symbolSize: 0.6 },
  null,
  { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [1, 7], rotation: 0 },
  { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [1, 6], rotation: Math.PI / 4 },
];

/** Shares of each answer, stacked to 100 %, a bar per row. */
export const distribution: Draw = (data, colours, width) => {
  const shares = columns(data, "share");
  const fills = ramp(colours, shares.length);
  const look = axisLook(colours);
  const rows = Math.max(1, Math.floor(width / 150));
  const names = data.rows.map((row) => row.name);
  const { above, perRow, label } = barNames(names, colours, width, 0.32, 38);
  return {
    height: 60 + data.rows.length * perRow + Math.ceil(shares.length / rows) * 22,
    option: {
      ...frame(colours),
      grid: { left: 4, right: 24, top: above ? 16 : 6, bottom: 14 + Math.ceil(shares.length / rows) * 24, containLabel: true },
      legend: { ...legend(colours), data: shares.map((column) => data.headings[column]) },
      xAxis: { type: "value", min: 0, max: 100, ...look, axisLabel: { ...look.axisLabel, formatter: tick("%") } },
      yAxis: {
        type: "category", inverse: true, data: names, ...look, axisTick: { show: false }, axisLabel: label,
        ...(above ? { z: 5, axisLine: { show: false } } : {}),
      },
      series: shares.map((column, i) => {
        const pattern = patterns[Math.round((i / Math.max(1, shares.length - 1)) * (patterns.length - 1))];
        return {
          type: "bar", stack: "shares", name: data.headings[column], barWidth: 22, ...(above ? { barCategoryGap: "0%" } : {}),
          emphasis: { disabled: true },
          itemStyle: {
            color: fills[i], borderColor: colours.card, borderWidth: 1,
            ...(pattern ? { decal: { ...pattern, color: between(fills[i], colours.ink, 0.45) } } : {}),
          },
          label: {
            color: colours.ink, fontSize: 12, lineHeight: 14, backgroundColor: colours.card, padding: [1, 4], borderRadius: 3,
            formatter: ({ value }: { value: number }) => amount(Math.round(value), "%"),
          },
          data: data.rows.map((row) => {
            const value = cellAt(row, column)?.value ?? null;
            return { value, label: { show: value !== null && value * width > 5000 } };
          }),
          tooltip: {
            formatter: ({ dataIndex, value }: { dataIndex: number; value: number }) =>
              `${data.rows[dataIndex].name}\n${named(data, column, amount(value, "%"))}`,
          },
        };
      }),
    },
  };
};
