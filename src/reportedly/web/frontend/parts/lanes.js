// Articles in time: a lane for each row or outlet, time runs to the right.

import { svg, h } from '../lib/dom.js';
import { dayWords } from '../lib/words.js';

const LANE = 34;
const LEFT = 190;
const WIDTH = 900;

/** @typedef {{ lane: string, day: string | null, look: string, words: string, beside?: string }} Mark */

/**
 * @param {Mark[]} marks in the order of their lanes; marks of one lane share it
 * @param {{ label: string, from?: number, tight?: boolean, ends?: boolean }} how `from` is the mark with arrows to all others
 */
export function lanes(marks, { label, from = -1, tight = false, ends = false }) {
  const names = tight ? [...new Set(marks.map((mark) => mark.lane))] : marks.map((mark) => mark.lane);
  const step = tight ? 22 : LANE;
  const days = marks.flatMap((mark) => (mark.day ? [Date.parse(mark.day)] : []));
  const low = Math.min(...days);
  const span = Math.max(1, Math.max(...days) - low);
  const right = WIDTH - (tight ? 30 : 150);
  const x = (/** @type {Mark} */ mark) => LEFT + 20 + (mark.day ? ((Date.parse(mark.day) - low) / span) * (right - LEFT - 20) : 0);
  const y = (/** @type {number} */ n) => 20 + (tight ? names.indexOf(marks[n].lane) : n) * step;
  const start = marks[from];
  const foot = 20 + names.length * step;
  return h('div.scroller.plain', { tabindex: 0, role: 'region', 'aria-label': label },
    svg('svg', { class: 'lanes', viewBox: `0 0 ${WIDTH} ${foot + (ends ? 8 : -10)}`, role: 'img', 'aria-label': marks.map((mark) => `${mark.lane}, ${mark.day ?? 'undated'}, ${mark.words}`).join('; ') },
      names.map((name, n) => [
        svg('line', { x1: LEFT, x2: WIDTH, y1: 20 + n * step, y2: 20 + n * step, class: 'lane' }),
        svg('text', { x: LEFT - 8, y: 24 + n * step, 'text-anchor': 'end' }, name.slice(0, 28)),
      ]),
      start ? marks.map((mark, n) => (n === from ? null : svg('path', { class: `arrow ${mark.look}`, d: `M${x(start)} ${y(from)} C${x(start)} ${y(n)} ${x(start)} ${y(n)} ${x(mark) - 7} ${y(n)}` }))) : null,
      marks.map((mark, n) => [
        svg('circle', { cx: x(mark), cy: y(n), r: mark.look === 'origin' ? 7 : 5, class: mark.look }, svg('title', null, mark.words)),
        mark.beside ? svg('text', { x: x(mark) + 12, y: y(n) + 4, class: 'day' }, mark.beside) : null,
      ]),
      ends && days.length ? [
        svg('text', { x: LEFT + 14, y: foot, class: 'day' }, dayWords(marks.find((mark) => mark.day && Date.parse(mark.day) === low)?.day ?? null)),
        span > 1 ? svg('text', { x: right + 6, y: foot, class: 'day', 'text-anchor': 'end' }, dayWords(marks.find((mark) => mark.day && Date.parse(mark.day) === low + span)?.day ?? null)) : null,
      ] : null));
}
