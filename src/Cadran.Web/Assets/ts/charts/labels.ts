export interface Box { x: number; y: number; width: number; height: number }

/** A name to write at a point, in pixels; whiskers run through the point. */
export interface Name { x: number; y: number; width: number; height: number; left: number; right: number; high: number; low: number }

const radius = 8;
const hidden = 1000;

const shared = (a: Box, b: Box) =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

const outside = (a: Box, frame: Box) => a.width * a.height - shared(a, frame);

/** Places around a point, dearest first: beside, above and below, then further off on the same sides. */
function around({ x, y, width, height }: Name): Box[] {
  const at = (left: number, top: number) => ({ x: x + left, y: y + top, width, height });
  const sides = [radius + 2, -radius - 2 - width];
  const heights = [-height, 0, -height / 2, -height - 12, 12];
  const middle = [-radius - height - 2, radius + 2, -radius - height - 18, radius + 18];
  return heights.flatMap((top) => sides.map((left) => at(left, top)))
    .concat(middle.map((top) => at(-width / 2, top)));
}

/**
 * Where to write each name so that none covers another name, a point or what is in `taken`, and all stay in the frame; a name for
 * which there is no such place comes back as null: the table and the tooltip have it. Crossing a whisker or one of `rules` is only
 * a blemish.
 */
export function place(names: Name[], frame: Box, taken: Box[], rules: Box[] = []): (Box | null)[] {
  const points = names.map(({ x, y }) => ({ x: x - radius, y: y - radius, width: radius * 2, height: radius * 2 }));
  const lines = rules.concat(names.flatMap((n) => [
    { x: n.x - 1, y: n.high, width: 2, height: n.low - n.high },
    { x: n.left, y: n.y - 1, width: n.right - n.left, height: 2 },
  ]));
  const places = names.map(around);
  const chosen = names.map(() => 0);
  const box = (i: number) => places[i][chosen[i]];
  const cost = (i: number, p: number, others: number[]) => {
    const here = places[i][p];
    const covered = [...points, ...taken, ...others.filter((o) => o !== i).map(box)].reduce((sum, other) => sum + shared(here, other), 0);
    const crossed = lines.reduce((sum, other) => sum + shared(here, other), 0);
    return (covered + outside(here, frame) > 0 ? hidden + covered + outside(here, frame) : 0) + crossed / 4 + p;
  };
  const choose = (others: (i: number) => number[]) => names.forEach((_, i) => {
    const costs = places[i].map((_, p) => cost(i, p, others(i)));
    chosen[i] = costs.indexOf(Math.min(...costs));
  });
  const all = names.map((_, i) => i);
  choose((i) => all.slice(0, i));
  for (let round = 0; round < 4; round++) choose(() => all);
  const kept: number[] = [];
  for (const i of all) if (cost(i, chosen[i], kept) < hidden) kept.push(i);
  return all.map((i) => (kept.includes(i) ? box(i) : null));
}
