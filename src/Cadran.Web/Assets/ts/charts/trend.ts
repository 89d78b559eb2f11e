import { axisLook, frame, halo, legend, type Draw } from "./common";
import { amount, estimate, named, tick } from "./format";
import { intervals, whiskers } from "./intervals";
import { extremes, zoom } from "./scale";
import { cellAt, cellOf, columns } from "./table";

const symbols = ["circle", "diamond", "triangle", "rect"];
const dashes: ("solid" | "dashed" | number[])[] = ["solid", "dashed", [8, 3, 2, 3], [2, 3]];

/** Score and interval by wave, the path to the target, and a flag where an action was delivered. */
export const trend: Draw = (data, colours, width) => {
  const dated = data.rows.every((row) => row.at !== null);
  const place = (index: number) => dated ? data.rows[index].at! : index;
  const xs = data.rows.map((_, index) => place(index));
  const spread = (Math.max(...xs) - Math.min(...xs)) || 1;
  // A delivered action has its flag; the axis names what was measured or aimed at.
  const labelled = xs.filter((_, index) => data.rows[index].cells.some((cell) => cell.as === "score" || cell.as === "target"));
  const scale = zoom(data, extremes(data, "score", "target"));
  const scoreColumns = columns(data, "score");
  const lines = [colours.accent, colours.ink, colours.warn, colours.edge];

  const scores = scoreColumns.flatMap((column, i) => {
    const cells = data.rows.map((row, index) => ({ x: place(index), cell: cellAt(row, column) }));
    const colour = lines[i % lines.length];
    const one = scoreColumns.length === 1;
    const aside = one ? 0 : (i - (scoreColumns.length - 1) / 2) * spread * 0.008;
    return [
      intervals(whiskers(cells.map(({ x, cell }) => ({ x: x + aside, low: cell?.low, high: cell?.high }))),
        { colour, width: one ? 9 : 3, opacity: one ? 0.25 : 0.4 }),
      {
        type: "line", name: data.headings[column], symbol: symbols[i % symbols.length], symbolSize: 9, z: 3, connectNulls: false,
        lineStyle: { width: 2.5, color: colour, type: dashes[i % dashes.length] }, itemStyle: { color: colour },
        data: cells.map(({ x, cell }) => [x, cell?.value ?? null]),
        tooltip: {
          formatter: ({ dataIndex }: { dataIndex: number }) =>
            `${data.rows[dataIndex].name}\n${named(data, column, estimate(cells[dataIndex].cell, data.unit))}`,
        },
      },
    ];
  });

  const targetColumn = columns(data, "target")[0];
  const aims = data.rows.flatMap((row, index) => {
    const cell = cellOf(row, "target");
    return cell?.value == null ? [] : [{ name: row.name, x: place(index), value: cell.value }];
  });
  const target = aims.length === 0 ? [] : [{
    type: "line", name: data.headings[targetColumn], symbol: "none", z: 2,
    lineStyle: { color: colours.ink, width: 1.5, type: [2, 5] }, itemStyle: { color: colours.ink },
    data: aims.map((aim, index) => ({
      value: [aim.x, aim.value],
      symbol: index === aims.length - 1 ? "circle" : "none",
      itemStyle: { color: colours.card, borderColor: colours.ink, borderWidth: 2 },
      symbolSize: 7,
      // On the side the path does not come from, and ending at the edge.
      label: {
        show: index === aims.length - 1, position: aims.length > 1 && aims[0].value > aim.value ? "bottom" : "top",
        distance: 7, align: "right", offset: [12, 0], color: colours.ink, fontSize: 12, ...halo(colours),
        formatter: `${data.options.aim ?? data.headings[targetColumn]} ${amount(aim.value, data.unit)}`,
      },
    })),
    tooltip: {
      formatter: ({ dataIndex }: { dataIndex: number }) =>
        `${aims[dataIndex].name}\n${named(data, targetColumn, amount(aims[dataIndex].value, data.unit))}`,
    },
  }];

  const delivered = data.rows.flatMap((row, index) => row.cells.filter((cell) => cell.as === "action" && cell.text !== "")
    .map((cell) => ({ text: cell.text, x: dated ? cell.at ?? place(index) : place(index) })));
  const late = (x: number) => x - Math.min(...xs) > spread * 0.7;
  const room = (x: number) => (width - 70) * (late(x) ? x - Math.min(...xs) : Math.max(...xs) - x) / spread / 1.12;
  // All lines first, then all words on the ground of the card: no line strikes the words of another action.
  const flags = delivered.length === 0 ? [] : [{
    type: "line", data: [], silent: true, z: 1,
    markLine: {
      silent: true, symbol: ["none", "triangle"], symbolSize: 8, symbolRotate: -90,
      lineStyle: { color: colours.warn, width: 1.5, type: "solid" },
      label: { show: false }, data: delivered.map((action) => ({ xAxis: action.x })),
    },
  }, {
    type: "line", data: [], silent: true, z: 2,
    markLine: {
      silent: true, symbol: "none", lineStyle: { width: 0, color: "transparent" },
      data: delivered.map((action, index) => ({
        xAxis: action.x,
        label: {
          formatter: action.text, color: colours.warn, fontSize: 12, ...halo(colours), lineHeight: 15, position: "insideEndTop", rotate: 0,
          width: Math.max(110, room(action.x)), overflow: "truncate", verticalAlign: "top",
          align: late(action.x) ? "right" : "left", padding: [1, 8, 0, 8], distance: [0, -3 - 17 * (index % 3)],
          backgroundColor: colours.card,
        },
      })),
    },
  }];

  const look = axisLook(colours);
  return {
    height: 320, scale,
    option: {
      ...frame(colours),
      grid: { left: 8, right: 18, top: 34, bottom: scoreColumns.length > 1 ? 34 : 6, containLabel: true },
      ...(scoreColumns.length > 1 ? { legend: { ...legend(colours), data: scoreColumns.map((column) => data.headings[column]) } } : {}),
      xAxis: {
        type: "value", min: Math.min(...xs) - spread * 0.06, max: Math.max(...xs) + spread * 0.06, ...look, splitLine: { show: false },
        axisTick: { ...look.axisTick, customValues: labelled },
        axisLabel: {
          // Where labels touch, those between the first and the last give way.
          ...look.axisLabel, customValues: labelled, hideOverlap: true, showMinLabel: true, showMaxLabel: true,
          formatter: (x: number) => data.rows[xs.findIndex((at) => Math.abs(at - x) < 1e-6 * spread)]?.name ?? "",
        },
      },
      yAxis: {
        type: "value", min: scale.min, max: scale.max, interval: scale.step, ...look,
        axisLabel: { ...look.axisLabel, formatter: tick(data.unit) },
        name: scoreColumns.length === 1 ? data.headings[scoreColumns[0]] : "", nameTextStyle: { ...look.nameTextStyle, align: "left" },
      },
      series: [...flags, ...scores, ...target],
    },
  };
};
