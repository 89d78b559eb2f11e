import { axisLook, frame, type Draw } from "./common";
import { estimate, named, tick } from "./format";
import { intervals, whiskers } from "./intervals";
import { ceiling, extremes, zoom } from "./scale";
import { cellOf, columns, option } from "./table";

/** Importance against score, intervals as crosses; a filled point keeps its quadrant within the margin, a hollow one may not. */
export const matrix: Draw = (data, colours, width) => {
  const points = data.rows.flatMap((row) => {
    const importance = cellOf(row, "importance");
    const score = cellOf(row, "score");
    return importance?.value == null || score?.value == null ? [] : [{ row, importance, score, x: score.value, y: importance.value }];
  });
  const importanceUnit = data.options.importanceUnit ?? data.unit;
  const lineX = option(data, "scoreAt");
  const lineY = option(data, "importanceAt");
  const scale = zoom(data, [...extremes(data, "score"), ...(lineX === null ? [] : [lineX])]);
  const top = ceiling([...extremes(data, "importance"), ...(lineY === null ? [] : [lineY])]);
  const look = axisLook(colours);
  const names = (data.options.quadrants ?? "").split("|");
  // A name stands above its crossing, or below it when another point is close above.
  const height = Math.min(460, Math.max(340, width * 0.62));
  const across = (width - 70) / (scale.max - scale.min);
  const up = (height - 80) / top;
  const crowded = (x: number, y: number) => points.some((other) => other.y > y && (other.y - y) * up < 28 && Math.abs(other.x - x) * across < 95);
  const corner = (i: number) => [i % 2 === 0 ? scale.min : scale.max, i < 2 ? top : 0];
  return {
    height, scale,
    option: {
      ...frame(colours),
      grid: { left: 26, right: 20, top: 30, bottom: 30, containLabel: true },
      xAxis: { type: "value", min: scale.min, max: scale.max, interval: scale.step, ...look, splitLine: { show: false }, axisLabel: { ...look.axisLabel, formatter: tick("") }, name: data.headings[columns(data, "score")[0]], nameLocation: "middle", nameGap: 28 },
      yAxis: { type: "value", min: 0, max: top, ...look, splitLine: { show: false }, axisLine: { ...look.axisLine, show: true }, axisLabel: { ...look.axisLabel, formatter: tick(importanceUnit) }, name: data.headings[columns(data, "importance")[0]], nameTextStyle: { ...look.nameTextStyle, align: "left" } },
      series: [
        {
          type: "scatter", silent: true, symbolSize: 0, itemStyle: { opacity: 1 }, data: names.slice(0, 4).map((name, i) => ({
            value: corner(i), name,
            label: { show: true, formatter: "{b}", color: i === 0 ? colours.warn : colours.muted, fontSize: 13, lineHeight: 16, fontWeight: 600, width: (width - 70) * 0.45, overflow: "break", align: i % 2 === 0 ? "left" : "right", verticalAlign: i < 2 ? "top" : "bottom", position: [i % 2 === 0 ? 8 : -8, i < 2 ? 6 : -6] },
          })),
          markLine: {
            silent: true, symbol: "none", label: { show: false }, lineStyle: { color: colours.edge, type: "dashed", width: 1 },
            data: [...(lineX === null ? [] : [{ xAxis: lineX }]), ...(lineY === null ? [] : [{ yAxis: lineY }])],
          },
        },
        intervals(whiskers(points.map(({ x, importance }) => ({ x, low: importance.low, high: importance.high }))), { colour: colours.accent, width: 1.5, opacity: 0.55 }),
        intervals(whiskers(points.map(({ y, score }) => ({ x: y, low: score.low, high: score.high }))), { colour: colours.accent, width: 1.5, opacity: 0.55 }, true),
        {
          type: "scatter", symbol: "circle", symbolSize: 12, z: 4,
          data: points.map(({ row, x, y }) => ({
            value: [x, y], name: row.name, label: { position: [13, crowded(x, y) ? 12 : -11] },
            itemStyle: { color: row.firm ? colours.accent : colours.card, borderColor: colours.accent, borderWidth: 2, opacity: 1 },
          })),
          label: { show: true, formatter: "{b}", color: colours.ink, fontSize: 12 },
          tooltip: {
            formatter: ({ dataIndex }: { dataIndex: number }) => {
              const { row, importance, score } = points[dataIndex];
              return `${row.name}\n${named(data, importance.column, estimate(importance, importanceUnit))}\n${named(data, score.column, estimate(score, ""))}`;
            },
          },
        },
      ],
    },
  };
};
