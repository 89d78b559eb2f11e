/**
 * Renews <section id="…" data-refresh="seconds"> from the page's own address until it is gone, then opens what came instead.
 * A timed reload of the whole page would move the reader of a screen reader back to the top each time.
 */
export function refresh() {
  const section = document.querySelector<HTMLElement>("[data-refresh][id]");
  if (section) wait(section);
}

function wait(section: HTMLElement) {
  setTimeout(async () => {
    try {
      const response = await fetch(location.href, { headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const next = page.querySelector<HTMLElement>(`#${section.id}[data-refresh]`);
      if (response.redirected || !response.ok || !next) return location.replace(response.url);
      section.replaceChildren(...next.childNodes);
    } catch {
      // The connection is away for a moment: the work is not, so keep asking.
    }
    wait(section);
  }, Number(section.dataset.refresh) * 1000);
}
