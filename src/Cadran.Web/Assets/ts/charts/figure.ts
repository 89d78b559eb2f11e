// Puts the chart where the table was, the table under a disclosure, and an image beside it.
import { init, use, type EChartsType } from "echarts/core";
import { BarChart, CustomChart, LineChart, ScatterChart } from "echarts/charts";
import { GridComponent, LegendComponent, MarkLineComponent, TitleComponent, TooltipComponent } from "echarts/components";
import { CanvasRenderer } from "echarts/renderers";
import { bars } from "./bars";
import type { Draw } from "./common";
import { distribution } from "./distribution";
import { amount } from "./format";
import { matrix } from "./matrix";
import { palette } from "./palette";
import { read, type Data } from "./table";
import { thresholds } from "./thresholds";
import { trend } from "./trend";

use([
  BarChart, CustomChart, LineChart, ScatterChart,
  GridComponent, LegendComponent, MarkLineComponent, TitleComponent, TooltipComponent, CanvasRenderer,
]);

const kinds: Record<string, Draw> = { trend, "bars-interval": bars, distribution, matrix, thresholds };
const paperWidth = 700, halfPaper = 470;
const words = document.querySelector<HTMLElement>("script[data-charts]")?.dataset;
let mounted = 0;

/** A picture on white, whatever the screen shows. */
function picture(data: Data, draw: Draw, title?: string, caption = "", paper = paperWidth): string {
  const colours = palette(true);
  const { option, height } = draw(data, colours, paper);
  const extra = title ? 62 : 0;
  const size = { width: paper, height: height + extra };
  const chart = init(document.createElement("div"), null, { renderer: "canvas", ...size, devicePixelRatio: 2 });
  chart.setOption(option);
  if (title) {
    const grid = (option as { grid: { top: number } }).grid;
    chart.setOption({ title: {
        text: title, subtext: caption, left: 0, top: 4, itemGap: 6,
        textStyle: { color: colours.ink, fontSize: 16, fontFamily: colours.font, width: paperWidth - 20, overflow: "truncate" },
        subtextStyle: { color: colours.muted, fontSize: 12, fontFamily: colours.font, width: paperWidth - 20, overflow: "truncate" },
      }, grid: { ...grid, top: grid.top + extra } });
  }
  const canvas = chart.renderToCanvas({ pixelRatio: 2, backgroundColor: colours.card });
  const url = canvas.toDataURL("image/png");
  chart.dispose();
  return url;
}

function element<K extends keyof HTMLElementTagNameMap>(tag: K, name: string, text = ""): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (name) made.className = name;
  made.textContent = text;
  return made;
}

/** The words under the figure, without its links: base, interval and source go with the image. */
function caption(table: HTMLTableElement): string {
  const copy = table.closest("figure")?.querySelector("figcaption")?.cloneNode(true) as HTMLElement | undefined;
  copy?.querySelectorAll("a, button").forEach((link) => link.remove());
  return copy?.textContent?.replace(/[ \t\r\n]+/g, " ").trim() ?? "";
}

export function mount(table: HTMLTableElement) {
  const data = read(table);
  const draw = kinds[data.kind];
  if (!draw || data.rows.length === 0) return;
  table.id ||= `chart-table-${++mounted}`;
  const whole = table.closest<HTMLElement>(".scroll") ?? table;
  const title = table.closest("figure")?.querySelector("h2, h3")?.textContent?.trim() ?? data.label;

  const canvas = element("div", "chart-canvas");
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", data.label);
  canvas.setAttribute("aria-details", table.id);
  const printed = element("img", "chart-image");
  printed.alt = data.label;
  const note = element("p", "chart-note muted");
  const tools = element("div", "chart-tools");
  const details = element("details", "");
  details.append(element("summary", "", words?.table ?? "Table"));
  const save = element("a", "", words?.image ?? "Image");
  save.download = `${title.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60)}.png`;
  save.href = "#";
  save.addEventListener("click", () => { save.href = picture(data, draw, title, caption(table)); });
  whole.before(canvas, printed, note, tools);
  details.append(whole);
  tools.append(details, save);
  show(data, draw, canvas, note);
  // Made ahead: a browser about to print does not wait for an image.
  setTimeout(() => { printed.src = picture(data, draw, undefined, "", table.closest(".two") ? halfPaper : paperWidth); });
}

function show(data: Data, draw: Draw, canvas: HTMLElement, note: HTMLElement) {
  let chart: EChartsType | null = null;
  const paint = () => {
    const width = canvas.clientWidth;
    if (width === 0) return;
    const { option, height, scale } = draw(data, palette(false), width);
    canvas.style.height = `${Number(data.options.height) || height}px`;
    chart ??= init(canvas, null, { renderer: "canvas" });
    chart.resize();
    chart.setOption(option, true);
    note.textContent = scale?.zoomed ? zoomed(scale.min, scale.max, ...scale.full) : "";
    note.hidden = note.textContent === "";
  };
  let last = 0;
  new ResizeObserver(() => {
    if (canvas.clientWidth === last) return;
    last = canvas.clientWidth;
    requestAnimationFrame(paint);
  }).observe(canvas);
  document.addEventListener("cadran:theme", paint);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);
}

function zoomed(...numbers: number[]): string {
  const pattern = words?.zoomed ?? "Axis from {0} to {1}; the scale runs from {2} to {3}.";
  return pattern.replace(/\{(\d)\}/g, (_, i) => amount(numbers[Number(i)], "").replace(/[.,]0$/, ""));
}
