// Bundles the style sheets and scripts into wwwroot/assets. Called by the BuildAssets target of Cadran.Web.csproj.
import { build } from "esbuild";
import { copyFile, mkdir, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const out = here("../wwwroot/assets/");

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await build({
  absWorkingDir: here("."),
  entryPoints: { site: "css/site.css", answer: "css/answer.css" },
  bundle: true, minify: true, outdir: out, logLevel: "warning", legalComments: "none",
});
await build({
  absWorkingDir: here("."),
  entryPoints: { site: "ts/site.ts", charts: "ts/charts.ts" },
  bundle: true, minify: true, treeShaking: true, format: "iife", target: "es2022", outdir: out,
  logLevel: "warning", legalComments: "none",
});
await copyFile(here("node_modules/htmx.org/dist/htmx.min.js"), out + "htmx.js");
