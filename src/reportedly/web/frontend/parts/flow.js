// Who carries whose texts: origins on the left, carriers on the right, a band as wide as the articles.

import { svg, h } from '../lib/dom.js';
import { counted } from '../lib/words.js';

const WIDTH = 900;
const LEFT = 260;
const RIGHT = 640;
const MOST = 14; // outlets on a side
const HIGH = 330; // pixels of all bands together
const GAP = 9;

/** @typedef {{ from: string, to: string, articles: number }} Pair */

/** @param {Pair[]} pairs the most frequent first */
export function flow(pairs) {
  const origins = largest(pairs, 'from');
  const carriers = largest(pairs, 'to');
  const shown = pairs.filter((pair) => origins.has(pair.from) && carriers.has(pair.to));
  const all = shown.reduce((sum, pair) => sum + pair.articles, 0);
  const scale = HIGH / Math.max(1, all);
  const left = stacked(shown, 'from', scale);
  const right = stacked(shown, 'to', scale);
  const height = Math.max(left.height, right.height) + 14;
  const picture = svg('svg', { class: 'flow', viewBox: `0 0 ${WIDTH} ${height}`, role: 'group', 'aria-label': shown.map((pair) => `${pair.to} carries ${counted(pair.articles, 'text')} of ${pair.from}`).join('; ') },
    shown.map((pair) => {
      const wide = pair.articles * scale;
      const [from, to] = [left.take(pair.from, wide), right.take(pair.to, wide)];
      const middle = (LEFT + RIGHT) / 2;
      return svg('path', { class: 'band', 'stroke-width': Math.max(1, wide), d: `M${LEFT} ${from}C${middle} ${from} ${middle} ${to} ${RIGHT} ${to}` },
        svg('title', null, `${pair.to} carries ${counted(pair.articles, 'text')} of ${pair.from}`));
    }),
    [...left.outlets].map(([name, one]) => label(name, one, LEFT, 'end')),
    [...right.outlets].map(([name, one]) => label(name, one, RIGHT, 'start')));
  const more = pairs.length - shown.length;
  return h('figure.flows', null,
    h('div.scroller.plain', { tabindex: 0, role: 'region', 'aria-label': 'Who carries whose texts, drawn' }, picture),
    h('figcaption.small.quiet', null, 'Left: whose text. Right: who carries it.', more ? ` ${counted(more, 'smaller pair')} only in the table.` : ''));
}

/** @param {Pair[]} pairs @param {'from' | 'to'} side */
function largest(pairs, side) {
  /** @type {Map<string, number>} */
  const sums = new Map();
  for (const pair of pairs) sums.set(pair[side], (sums.get(pair[side]) ?? 0) + pair.articles);
  return new Set([...sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST).map(([name]) => name));
}

/** Room for each outlet of a side, one under the other. @param {Pair[]} pairs @param {'from' | 'to'} side @param {number} scale */
function stacked(pairs, side, scale) {
  /** @type {Map<string, { top: number, high: number, used: number, articles: number }>} */
  const outlets = new Map();
  for (const pair of pairs) {
    const one = outlets.get(pair[side]) ?? { top: 0, high: 0, used: 0, articles: 0 };
    one.articles += pair.articles;
    outlets.set(pair[side], one);
  }
  let top = 8;
  for (const one of outlets.values()) {
    one.top = top;
    one.high = Math.max(13, one.articles * scale);
    top += one.high + GAP;
  }
  return {
    outlets,
    height: top,
    /** The middle of the next band of an outlet. @param {string} name @param {number} wide */
    take(name, wide) {
      const one = /** @type {any} */ (outlets.get(name));
      const spare = (one.high - one.articles * scale) / 2;
      const middle = one.top + spare + one.used + wide / 2;
      one.used += wide;
      return middle.toFixed(1);
    },
  };
}

/** @param {string} name @param {any} one @param {number} x @param {string} anchor */
function label(name, one, x, anchor) {
  const away = anchor === 'end' ? -10 : 10;
  return svg('a', { href: `/echoes?outlet=${encodeURIComponent(name)}` },
    svg('line', { x1: x, x2: x, y1: one.top, y2: one.top + one.high, class: 'outlet' }),
    svg('text', { x: x + away, y: one.top + one.high / 2 + 4, 'text-anchor': anchor }, `${name.slice(0, 32)} · ${one.articles}`));
}
