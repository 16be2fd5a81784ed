// Claims alike in content, told by several articles, in the order in which they were published.

import { query, withValues } from '../lib/address.js';
import { load } from '../lib/data.js';
import { h } from '../lib/dom.js';
import { counted, dayWords } from '../lib/words.js';
import { lanes } from '../parts/lanes.js';
import { pager } from '../parts/table.js';

const SIZE = 20;

export async function draw() {
  const data = await load(`/narratives.json?size=${SIZE}&${query()}`);
  const content = h('div.list', null,
    h('h1', null, counted(data.total, 'narrative')),
    h('p.lead', null, 'Claims alike in their words, across outlets and time. That many tell a claim makes it no fact.'),
    data.rows.map((/** @type {any} */ row) => h('section.narrative', null,
      h('h2', null, `${counted(row.claims, 'claim')} in ${counted(row.articles, 'article')} of ${counted(row.outlets, 'outlet')}`),
      row.outlets > 1 ? lanes(row.told.map((/** @type {any} */ one) => ({ lane: one.outlet, day: one.published, look: one.denied ? 'denied' : 'told', words: `${one.according_to || 'unnamed'}: ${one.content.slice(0, 120)}` })), { label: 'The claim in time, a lane an outlet', tight: true, ends: true }) : null,
      h('ol.said', null, row.told.map((/** @type {any} */ one) => h('li', null,
        h('blockquote', { dir: 'auto' }, one.content),
        h('p.small', null, h('span.quiet', null, `${dayWords(one.published) || 'undated'} · `), one.according_to, ' · ', h('a', { href: `/articles/${one.article_id}` }, one.outlet))))))),
    pager(data, SIZE, (offset) => withValues({ offset: String(offset) })));
  return { title: 'Narratives', content, meta: data.meta };
}
