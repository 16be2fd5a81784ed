// One echo: its articles in time with arrows from the origin, and what each worded otherwise.

import { load } from '../lib/data.js';
import { h } from '../lib/dom.js';
import { counted, dayWords, percent } from '../lib/words.js';
import { lanes } from '../parts/lanes.js';
import { markedText } from '../parts/marked.js';

/** @param {string[]} parts */
export async function draw([id]) {
  const data = await load(`/echoes/${encodeURIComponent(id)}.json`);
  const members = new Map(data.members.map((/** @type {any} */ one) => [one.id, one]));
  const content = h('div.list', null,
    h('p.small.quiet', null, `Echo ${data.id}${data.reasons.length ? ` · ${data.reasons.join('; ')}` : ''}`),
    h('h1', null, `${counted(data.articles, 'article')} of ${counted(data.outlets, 'outlet')} share a text`),
    lanes(data.members.map((/** @type {any} */ one) => ({ lane: one.outlet, day: one.published, look: one.kind, words: one.kind, beside: `${dayWords(one.published) || 'undated'} · ${one.kind}` })),
      { label: 'Articles in time', from: data.members.findIndex((/** @type {any} */ one) => one.kind === 'origin') }),
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
