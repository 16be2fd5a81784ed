// One echo: its articles in time with arrows from the origin, and what each worded otherwise.

import { load } from '../lib/data.js';
import { h, svg } from '../lib/dom.js';
import { counted, dayWords, percent } from '../lib/words.js';
import { markedText } from '../parts/marked.js';

const LANE = 34;
const LEFT = 190;
const WIDTH = 900;

/** @param {string[]} parts */
export async function draw([id]) {
  const data = await load(`/echoes/${encodeURIComponent(id)}.json`);
  const members = new Map(data.members.map((/** @type {any} */ one) => [one.id, one]));
  const content = h('div.list', null,
    h('p.small.quiet', null, `Echo ${data.id}${data.reasons.length ? ` · ${data.reasons.join('; ')}` : ''}`),
    h('h1', null, `${counted(data.articles, 'article')} of ${counted(data.outlets, 'outlet')} share a text`),
    lanes(data),
    h('p.quiet', null, 'Marked: what stands in the origin too. Unmarked: what an outlet worded otherwise or added.'),
    h('div.versions', null, data.texts.map((/** @type {any} */ text) => {
      const row = members.get(text.id) ?? {};
      return h('section', null,
        h('h2', null, h('a', { href: `/articles/${text.id}` }, row.outlet ?? text.id), ' ', h('span.tag', null, row.kind)),
        h('p.small.quiet', null, `${dayWords(row.published) || 'undated'}${row.kind !== 'origin' ? ` · ${percent(row.shared, 1)} of its words stand in the origin` : ''}`),
        markedText(text));
    })),
    data.more_texts ? h('p.quiet', null, `and ${data.more_texts} more`) : null);
  return { title: 'Copies of a text', content, meta: data.meta };
}

/** A lane per article: time runs right. @param {any} data */
function lanes(data) {
  const dated = data.members.filter((/** @type {any} */ one) => one.published);
  const times = dated.map((/** @type {any} */ one) => Date.parse(one.published));
  const low = Math.min(...times);
  const span = Math.max(1, Math.max(...times) - low);
  const x = (/** @type {any} */ one) => LEFT + 20 + (one.published ? ((Date.parse(one.published) - low) / span) * (WIDTH - LEFT - 150) : 0);
  const y = (/** @type {number} */ n) => 20 + n * LANE;
  const origin = data.members.findIndex((/** @type {any} */ one) => one.kind === 'origin');
  return h('div.scroller.plain', { tabindex: 0, role: 'region', 'aria-label': 'Articles in time' },
    svg('svg', { class: 'lanes', viewBox: `0 0 ${WIDTH} ${data.members.length * LANE + 10}`, role: 'img', 'aria-label': data.members.map((/** @type {any} */ one) => `${one.outlet}, ${one.published ?? 'undated'}, ${one.kind}`).join('; ') },
      data.members.map((/** @type {any} */ one, /** @type {number} */ n) => [
        svg('line', { x1: LEFT, x2: WIDTH, y1: y(n), y2: y(n), class: 'lane' }),
        origin >= 0 && n !== origin ? svg('path', { class: `arrow ${one.kind}`, d: `M${x(data.members[origin])} ${y(origin)} C${x(data.members[origin])} ${y(n)} ${x(data.members[origin])} ${y(n)} ${x(one) - 7} ${y(n)}` }) : null,
      ]),
      data.members.map((/** @type {any} */ one, /** @type {number} */ n) => [
        svg('text', { x: LEFT - 8, y: y(n) + 4, 'text-anchor': 'end' }, one.outlet.slice(0, 28)),
        svg('circle', { cx: x(one), cy: y(n), r: one.kind === 'origin' ? 7 : 5, class: one.kind }),
        svg('text', { x: x(one) + 12, y: y(n) + 4, class: 'day' }, `${dayWords(one.published) || 'undated'} · ${one.kind}`),
      ])));
}
