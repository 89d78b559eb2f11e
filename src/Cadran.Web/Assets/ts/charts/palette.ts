export interface Palette {
  ink: string; card: string; line: string; edge: string; muted: string;
  accent: string; accentSoft: string; warn: string; font: string;
}

const root = document.documentElement;

function current(): Palette {
  const style = getComputedStyle(root);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    ink: token("--ink"), card: token("--card"), line: token("--line"), edge: token("--edge"), muted: token("--muted"),
    accent: token("--accent"), accentSoft: token("--accent-soft"), warn: token("--warn"), font: token("--font"),
  };
}

/** The colours on screen, or those of the light scheme for paper and saved images. */
export function palette(forPaper: boolean): Palette {
  if (!forPaper) return current();
  const chosen = root.dataset.colorScheme;
  root.dataset.colorScheme = "light";
  const colours = current();
  if (chosen === undefined) delete root.dataset.colorScheme;
  else root.dataset.colorScheme = chosen;
  return colours;
}

/** A colour between two, both as #rrggbb; share 0 is the first. Anything else comes back as the first. */
export function between(a: string, b: string, share: number): string {
  const whole = (colour: string) => colour.length === 4 ? colour.replace(/[0-9a-f]/gi, "$&$&") : colour;
  const [from, to] = [a, b].map((colour) => /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(whole(colour)));
  if (!from || !to) return a;
  const mixed = (i: number) => Math.round(parseInt(from[i], 16) * (1 - share) + parseInt(to[i], 16) * share);
  return "#" + [1, 2, 3].map((i) => mixed(i).toString(16).padStart(2, "0")).join("");
}
