import { axisLook, barNames, frame, type Draw } from "./common";
import { estimate, named, tick } from "./format";
import { intervals, whiskers } from "./intervals";
import { ceiling, extremes } from "./scale";
import { cellOf, columns, option } from "./table";

/** Horizontal bars from zero with their intervals, in the order of the rows. */
export const bars: Draw = (data, colours, width) => {
  const column = columns(data, "value")[0];
  const cells = data.rows.map((row) => cellOf(row, "value"));
  const look = axisLook(colours);
  const reference = option(data, "reference");
  const max = option(data, "max") ?? (data.unit === "" ? 100 : ceiling(extremes(data, "value")));
  const names = data.rows.map((row) => row.name);
  const { above, perRow, label } = barNames(names, colours, width, 0.36, 34);
  return {
    height: 64 + data.rows.length * perRow,
    option: {
      ...frame(colours),
      grid: { left: 4, right: 24, top: (reference === null ? 8 : 26) + (above ? 18 : 0), bottom: 22, containLabel: true },
      xAxis: {
        type: "value", min: option(data, "min") ?? 0, max, ...look, axisLabel: { ...look.axisLabel, formatter: tick(data.unit) },
        name: data.headings[column], nameLocation: "middle", nameGap: 26,
      },
      yAxis: {
        type: "category", inverse: true, data: names, ...look, axisTick: { show: false }, axisLabel: label,
        ...(above ? { z: 5, axisLine: { show: false } } : {}),
      },
      series: [
        {
          type: "bar", barWidth: 16, emphasis: { disabled: true },
          itemStyle: { color: colours.accentSoft, borderColor: colours.accent, borderWidth: 1 },
          data: cells.map((cell) => cell?.value ?? null),
          tooltip: {
            formatter: ({ dataIndex }: { dataIndex: number }) =>
              `${data.rows[dataIndex].name}\n${named(data, column, estimate(cells[dataIndex], data.unit))}`,
          },
          ...(reference === null ? {} : {
            markLine: {
              silent: true, symbol: "none", lineStyle: { color: colours.ink, type: "dashed", width: 1.5 },
              label: {
                formatter: data.options.referenceLabel ?? "", color: colours.ink, fontSize: 12, position: "start", distance: above ? 24 : 6,
              },
              data: [{ xAxis: reference }],
            },
          }),
        },
        intervals(whiskers(cells.map((cell, x) => ({ x, low: cell?.low, high: cell?.high }))),
          { colour: colours.ink, width: 1.75, opacity: 1, caps: true, above: true }, true),
        // A value that is withheld is said in words where its bar would start.
        {
          type: "scatter", symbolSize: 0, silent: true,
          data: cells.flatMap((cell, y) =>
            cell?.value == null && cell?.text ? [{ value: [option(data, "min") ?? 0, y], name: cell.text }] : []),
          label: { show: true, position: "right", formatter: "{b}", color: colours.muted, fontSize: 12, fontStyle: "italic" },
        },
      ],
    },
  };
};
