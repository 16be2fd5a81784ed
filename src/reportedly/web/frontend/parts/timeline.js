// Events over time as bars; a stretch chosen by dragging or by keys filters everything.

import { h, replace, svg } from '../lib/dom.js';
import { counted, dayWords } from '../lib/words.js';

const WIDTH = matchMedia('(max-width: 45em)').matches ? 420 : 960;
const HEIGHT = 110;
const FOOT = 18;

/**
 * @param {(from: string | null, to: string | null) => void} choose
 * @returns {{ element: HTMLElement, show: (data: any, from: string | null, to: string | null) => void }}
 */
export function makeTimeline(choose) {
  const picture = svg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'group', 'aria-label': 'Events over time' });
  const words = h('p.quiet.small', null);
  const element = h('div.timeline', null, picture, words);
  /** @type {any} */
  let data = { from: [], events: [], several: [] };
  /** @type {null | number} */
  let begun = null;
  const shade = svg('rect', { class: 'shade', y: 0, height: HEIGHT - FOOT, width: 0 });

  /** @param {PointerEvent} event */
  const bar = (event) => {
    const box = picture.getBoundingClientRect();
    const share = (event.clientX - box.left) / box.width;
    return Math.min(data.from.length - 1, Math.max(0, Math.floor(share * data.from.length)));
  };
  /** @param {number} first @param {number} last */
  const pick = (first, last) => {
    const [low, high] = [Math.min(first, last), Math.max(first, last)];
    choose(data.from[low], lastDay(high));
  };
  /** @param {number} n */
  const lastDay = (n) => (n + 1 < data.from.length ? dayBefore(data.from[n + 1]) : data.end);

  picture.addEventListener('pointerdown', (/** @type {PointerEvent} */ event) => {
    if (!data.from.length) return;
    begun = bar(event);
    picture.setPointerCapture(event.pointerId);
  });
  picture.addEventListener('pointermove', (/** @type {PointerEvent} */ event) => {
    if (begun === null) return;
    const [low, high] = [Math.min(begun, bar(event)), Math.max(begun, bar(event))];
    const step = WIDTH / data.from.length;
    shade.setAttribute('x', String(low * step));
    shade.setAttribute('width', String((high - low + 1) * step));
  });
  picture.addEventListener('pointerup', (/** @type {PointerEvent} */ event) => {
    if (begun === null) return;
    const first = begun;
    begun = null;
    pick(first, bar(event));
  });

  return {
    element,
    show(next, from, to) {
      data = next;
      const step = WIDTH / Math.max(1, data.from.length);
      const most = Math.max(1, ...data.events);
      const high = HEIGHT - FOOT - 4;
      replace(picture, shade);
      shade.setAttribute('width', '0');
      let labelled = -100;
      data.from.forEach((/** @type {string} */ day, /** @type {number} */ n) => {
        const tall = (data.events[n] / most) * high;
        const deep = (data.several[n] / most) * high;
        const inside = (!from || lastDay(n) >= from) && (!to || day <= to);
        const label = `${data.unit === 'day' ? '' : `${data.unit} from `}${dayWords(day)}: ${counted(data.events[n], 'event')}, ${data.several[n]} told by several texts`;
        picture.append(svg('g', { class: inside ? 'bar' : 'bar out' },
          svg('rect', { x: n * step, y: 0, width: step, height: HEIGHT - FOOT, class: 'room' }),
          svg('rect', { x: n * step + step * 0.1, y: HEIGHT - FOOT - tall, width: step * 0.8, height: tall, class: 'one' }),
          svg('rect', { x: n * step + step * 0.1, y: HEIGHT - FOOT - deep, width: step * 0.8, height: deep, class: 'several' }),
          svg('title', null, label)));
        if (n * step - labelled > 90) {
          labelled = n * step;
          picture.append(svg('text', { x: n * step + 1, y: HEIGHT - 5 }, data.unit === 'day' || data.unit === 'week' ? dayWords(day) : data.unit === 'month' ? dayWords(day).slice(2) : day.slice(0, 4)));
        }
      });
      replace(words,
        h('i.one', { 'aria-hidden': 'true' }), 'one text ', h('i.several', { 'aria-hidden': 'true' }), 'several texts · drag to choose a stretch',
        data.earlier ? ` · ${counted(data.earlier, 'older event')} left of the bars` : '',
        from || to ? [' · ', h('button.link', { type: 'button', onclick: () => choose(null, null) }, 'all dates')] : '');
    },
  };
}

/** @param {string} day */
function dayBefore(day) {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
