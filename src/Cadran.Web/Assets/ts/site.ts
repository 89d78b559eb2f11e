// Everything here improves pages that already work without it.
import { passkeys } from "./passkeys";
import { refresh } from "./refresh";
import { themeSwitch } from "./theme";

const script = document.currentScript as HTMLScriptElement | null;

function load(url: string | undefined) {
  if (!url) return;
  const added = document.createElement("script");
  added.src = url;
  document.head.append(added);
}

document.addEventListener("DOMContentLoaded", () => {
  themeSwitch();
  // On a telephone the menu is one line that scrolls: the part one is in must be in sight.
  const current = document.querySelector<HTMLElement>(".bar nav [aria-current]");
  const menu = current?.closest("ul");
  if (current && menu) menu.scrollLeft = current.offsetLeft - menu.offsetLeft - (menu.clientWidth - current.offsetWidth) / 2;
  refresh();
  passkeys();
  // Browsers ignore autofocus after a hash in the URL; the summary must be read first.
  document.querySelector<HTMLElement>(".ds-error-summary")?.focus();
  if (document.querySelector("table[data-chart]")) load(script?.dataset.charts);
  if (document.querySelector("[hx-get], [hx-boost]")) load(script?.dataset.htmx);
});
