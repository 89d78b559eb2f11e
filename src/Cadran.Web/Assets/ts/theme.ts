// The choice lives in a cookie so that the server writes it into the page: no flash of the other scheme.
const root = document.documentElement;
const after = { auto: "dark", dark: "light", light: "auto" } as const;
type Scheme = keyof typeof after;

const present = (): Scheme => (root.dataset.colorScheme ?? "auto") in after ? (root.dataset.colorScheme as Scheme) : "auto";

function remember(scheme: Scheme) {
  root.dataset.colorScheme = scheme;
  document.cookie = `cadran-theme=${scheme}; path=/; max-age=${scheme === "auto" ? 0 : 31536000}; samesite=lax`;
}

export function themeSwitch() {
  const button = document.querySelector<HTMLButtonElement>("button[data-theme-switch]");
  if (!button) return;
  // Everybody sees the state; what a press does stands in the tooltip, and for a screen reader in the name.
  const show = () => {
    const [state = "", action = ""] = (button.dataset[present()] ?? "").split("|");
    button.textContent = state;
    button.title = action;
    button.setAttribute("aria-label", `${state}, ${action}`);
  };
  button.hidden = false;
  show();
  button.addEventListener("click", () => {
    remember(after[present()]);
    show();
    document.dispatchEvent(new Event("cadran:theme"));
  });
}
