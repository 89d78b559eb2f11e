import { axisLook, frame, type Draw } from "./common";
import { amount, estimate, named, tick } from "./format";
import { intervals, whiskers } from "./intervals";
import { extremes, zoom } from "./scale";
import { cellOf, columns } from "./table";

/** Score by number of failing drivers; how many clients are in that case stands under the number. */
export const thresholds: Draw = (data, colours, width) => {
  const cells = data.rows.map((row) => cellOf(row, "score"));
  const scale = zoom(data, extremes(data, "score"));
  const column = columns(data, "score")[0];
  const look = axisLook(colours);
  const share = (index: number) => amount(cellOf(data.rows[index], "share")?.value ?? null, "%");
  // Six shares with a decimal do not fit side by side on a telephone; the table has it.
  const short = (index: number) => {
    const part = cellOf(data.rows[index], "share")?.value ?? null;
    return amount(part === null || width >= 480 ? part : Math.round(part), "%");
  };
  return {
    height: 300, scale,
    option: {
      ...frame(colours),
      grid: { left: 8, right: 34, top: 34, bottom: 26, containLabel: true },
      xAxis: {
        type: "category", data: data.rows.map((row) => row.name), ...look, splitLine: { show: false },
        name: data.headings[0], nameLocation: "middle", nameGap: 44,
        axisLabel: {
          color: colours.ink, fontSize: 13, interval: 0, formatter: (name: string, index: number) => `${name}\n{share|${short(index)}}`,
          rich: { share: { color: colours.muted, fontSize: 12, lineHeight: 18 } },
        },
      },
      yAxis: {
        type: "value", min: scale.min, max: scale.max, interval: scale.step, ...look,
        axisLabel: { ...look.axisLabel, formatter: tick(data.unit) },
        name: data.headings[column], nameTextStyle: { ...look.nameTextStyle, align: "left" },
      },
      series: [
        intervals(whiskers(cells.map((cell, x) => ({ x, low: cell?.low, high: cell?.high }))),
          { colour: colours.accent, width: 11, opacity: 0.25 }),
        {
          type: "line", symbol: "circle", symbolSize: 10, z: 3, connectNulls: false,
          lineStyle: { color: colours.accent, width: 2, type: "solid" }, itemStyle: { color: colours.accent },
          label: {
            show: true, position: "right", distance: 6, offset: [0, -11], color: colours.ink, fontSize: 12,
            formatter: ({ dataIndex }: { dataIndex: number }) => amount(cells[dataIndex]?.value ?? null, data.unit),
          },
          data: cells.map((cell) => cell?.value ?? null),
          tooltip: {
            formatter: ({ dataIndex }: { dataIndex: number }) => {
              const heading = `${named(data, 0, data.rows[dataIndex].name)} (${share(dataIndex)})`;
              return `${heading}\n${named(data, column, estimate(cells[dataIndex], data.unit))}`;
            },
          },
        },
      ],
    },
  };
};
