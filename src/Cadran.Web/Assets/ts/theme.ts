// The choice lives in a cookie so that the server writes it into the page: no flash of the other scheme.
const root = document.documentElement;

function isDark() {
  const chosen = root.dataset.colorScheme;
  return chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
}

export function themeSwitch() {
  const button = document.querySelector<HTMLButtonElement>("button[data-theme-switch]");
  if (!button) return;
  const show = () => button.setAttribute("aria-pressed", String(isDark()));
  button.hidden = false;
  show();
  button.addEventListener("click", () => {
    const next = isDark() ? "light" : "dark";
    root.dataset.colorScheme = next;
    document.cookie = `cadran-theme=${next}; path=/; max-age=31536000; samesite=lax`;
    show();
    document.dispatchEvent(new Event("cadran:theme"));
  });
}
