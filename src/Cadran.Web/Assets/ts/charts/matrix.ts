import { axisLook, broken, frame, halo, measure, type Draw } from "./common";
import { estimate, named, tick } from "./format";
import { intervals, whiskers } from "./intervals";
import { place } from "./labels";
import { ceiling, extremes, zoom } from "./scale";
import { cellOf, columns, option } from "./table";

// Fixed, so that pixels are known before anything is drawn.
const grid = { left: 60, right: 20, top: 30, bottom: 56, containLabel: false };
const symbol = 12;
const lineHeight = 15;

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
  const height = Math.min(460, Math.max(340, width * 0.62));
  const frameBox = { x: grid.left, y: grid.top, width: width - grid.left - grid.right, height: height - grid.top - grid.bottom };
  const across = (value: number) => frameBox.x + ((value - scale.min) / (scale.max - scale.min)) * frameBox.width;
  const down = (value: number) => frameBox.y + (1 - value / top) * frameBox.height;
  const wide = measure(colours);
  const inCorner = (name: string, i: number) => ({
    x: i % 2 === 0 ? frameBox.x : frameBox.x + frameBox.width - wide(name, true) - 16, width: wide(name, true) + 16,
    y: i < 2 ? frameBox.y : frameBox.y + frameBox.height - 24, height: 24,
  });
  const texts = points.map(({ row }) => broken(row.name, wide, Math.max(70, frameBox.width * 0.25)));
  const written = place(points.map(({ importance, score, x, y }, i) => ({
    x: across(x), y: down(y), width: Math.max(...texts[i].map((text) => wide(text))) + 2, height: texts[i].length * lineHeight,
    left: across(score.low ?? x), right: across(score.high ?? x), high: down(importance.high ?? y), low: down(importance.low ?? y),
  })), { ...frameBox, width: frameBox.width + grid.right }, names.slice(0, 4).map(inCorner), [
    ...(lineX === null ? [] : [{ x: across(lineX) - 1, y: frameBox.y, width: 2, height: frameBox.height }]),
    ...(lineY === null ? [] : [{ x: frameBox.x, y: down(lineY) - 1, width: frameBox.width, height: 2 }]),
  ]);
  const corner = (i: number) => [i % 2 === 0 ? scale.min : scale.max, i < 2 ? top : 0];
  return {
    height, scale,
    option: {
      ...frame(colours),
      grid,
      xAxis: {
        type: "value", min: scale.min, max: scale.max, interval: scale.step, ...look, splitLine: { show: false },
        axisLabel: { ...look.axisLabel, formatter: tick("") },
        name: data.headings[columns(data, "score")[0]], nameLocation: "middle", nameGap: 28,
      },
      yAxis: {
        type: "value", min: 0, max: top, ...look, splitLine: { show: false }, axisLine: { ...look.axisLine, show: true },
        axisLabel: { ...look.axisLabel, formatter: tick(importanceUnit) },
        name: data.headings[columns(data, "importance")[0]], nameTextStyle: { ...look.nameTextStyle, align: "left" },
      },
      series: [
        {
          type: "scatter", silent: true, symbolSize: 0, itemStyle: { opacity: 1 }, data: names.slice(0, 4).map((name, i) => ({
            value: corner(i), name,
            label: {
              show: true, formatter: "{b}", color: i === 0 ? colours.warn : colours.muted, fontSize: 13, lineHeight: 16, fontWeight: 600,
              width: frameBox.width * 0.45, overflow: "break", align: i % 2 === 0 ? "left" : "right",
              verticalAlign: i < 2 ? "top" : "bottom", position: [i % 2 === 0 ? 8 : -8, i < 2 ? 6 : -6],
            },
          })),
          markLine: {
            silent: true, symbol: "none", label: { show: false }, lineStyle: { color: colours.edge, type: "dashed", width: 1 },
            data: [...(lineX === null ? [] : [{ xAxis: lineX }]), ...(lineY === null ? [] : [{ yAxis: lineY }])],
          },
        },
        intervals(whiskers(points.map(({ x, importance }) => ({ x, low: importance.low, high: importance.high }))),
          { colour: colours.accent, width: 1.5, opacity: 0.55 }),
        intervals(whiskers(points.map(({ y, score }) => ({ x: y, low: score.low, high: score.high }))),
          { colour: colours.accent, width: 1.5, opacity: 0.55 }, true),
        {
          type: "scatter", symbol: "circle", symbolSize: symbol, z: 4,
          // Offsets are from the corner of the symbol's box.
          data: points.map(({ row, x, y }, i) => ({
            value: [x, y], name: row.name,
            label: written[i]
              ? {
                show: true, formatter: texts[i].join("\n"),
                position: [written[i].x - across(x) + symbol / 2, written[i].y - down(y) + symbol / 2],
              }
              : { show: false },
            itemStyle: { color: row.firm ? colours.accent : colours.card, borderColor: colours.accent, borderWidth: 2, opacity: 1 },
          })),
          label: { color: colours.ink, fontSize: 12, lineHeight, ...halo(colours), align: "left", verticalAlign: "top" },
          tooltip: {
            formatter: ({ dataIndex }: { dataIndex: number }) => {
              const { row, importance, score } = points[dataIndex];
              const weight = named(data, importance.column, estimate(importance, importanceUnit));
              return `${row.name}\n${weight}\n${named(data, score.column, estimate(score, ""))}`;
            },
          },
        },
      ],
    },
  };
};
