// Articles that share text: a lane per echo in time, and which outlets carry whose texts.

import { query, withValues } from '../lib/address.js';
import { load } from '../lib/data.js';
import { h } from '../lib/dom.js';
import { counted, dayWords, number, percent } from '../lib/words.js';
import { flow } from '../parts/flow.js';
import { pager, plainTable } from '../parts/table.js';

const SIZE = 20;

export async function draw() {
  const data = await load(`/echoes.json?size=${SIZE}&${query()}`);
  const content = h('div.list', null,
    h('h1', null, `${counted(data.total, 'text')} with copies`),
    h('p.lead', null, 'Copies are no confirmation: all articles of one echo count as one text wherever they tell an event. The origin is named by credit, or came first.'),
    data.rows.map((/** @type {any} */ echo) => h('section.echo', null,
      h('h2', null, h('a', { href: `/echoes/${echo.id}` }, echo.members[0]?.title || echo.id), h('span.quiet', null, ` ${counted(echo.articles, 'article')}, ${counted(echo.outlets, 'outlet')}${echo.reasons.length ? ` · ${echo.reasons.join('; ')}` : ''}`)),
      h('ol.members', null, echo.members.map((/** @type {any} */ one) => h('li', null,
        h('span.day', null, dayWords(one.published) || 'undated'),
        h('span.tag', { class: `kind-${one.kind}` }, one.kind),
        h('a', { href: `/articles/${one.id}` }, one.outlet),
        one.kind === 'origin' ? null : h('span.share', { title: 'words that stand in the origin too' }, percent(one.shared, 1))))))),
    pager(data, SIZE, (offset) => withValues({ offset: String(offset) })),
    data.graph.length ? h('section', null, h('h2', null, 'Who carries whose texts'), flow(data.graph), plainTable([
      { name: 'Text of', cell: (row) => h('a', { href: `/echoes?outlet=${encodeURIComponent(row.from)}` }, row.from) },
      { name: 'carried by', cell: (row) => h('a', { href: `/echoes?outlet=${encodeURIComponent(row.to)}` }, row.to) },
      { name: 'articles', class: 'num', cell: (row) => number(row.articles) },
    ], data.graph, 'Who carries whose texts')) : null);
  return { title: 'Copies', content, meta: data.meta };
}
