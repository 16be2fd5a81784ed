// Events whose coordination a text asserts; and series, which are only alike.

import { query, withValues } from '../lib/address.js';
import { load } from '../lib/data.js';
import { h } from '../lib/dom.js';
import { counted, spanWords, typeWords } from '../lib/words.js';
import { pager } from '../parts/table.js';

const SIZE = 20;

export async function draw() {
  const data = await load(`/campaigns.json?size=${SIZE}&${query()}`);
  const content = h('div.list', null,
    h('h1', null, counted(data.total, 'campaign')),
    h('p.lead', null, 'A campaign is asserted by a text; a series is only alike in type, actor and day.'),
    data.rows.length ? null : h('p.quiet', null, 'No text asserts that events belong together.'),
    data.rows.map((/** @type {any} */ row) => h('section.narrative', null,
      h('h2', null, `${row.kind}: ${counted(row.events, 'event')}`),
      row.basis.map((/** @type {any} */ one) => h('p', null, h('a', { href: `/articles/${one.article_id}` }, one.outlet ?? 'unknown outlet'), ': ', h('q', { dir: 'auto' }, one.quote))),
      h('ul.plain', null, row.told.map((/** @type {any} */ one) => h('li', null, h('a', { href: `/events/${one.id}` }, `${typeWords(one.type)} ${one.place || 'place not told'}`), h('span.quiet', null, ` ${spanWords(one.from, one.to)} · ${one.corroboration}`)))))),
    pager(data, SIZE, (offset) => withValues({ offset: String(offset) })));
  return { title: 'Campaigns', content, meta: data.meta };
}
