// Outlets: what is stated of them, and how much of what they publish is copied.

import { load } from '../lib/data.js';
import { h } from '../lib/dom.js';
import { counted, dayWords, number, percent } from '../lib/words.js';
import { plainTable } from '../parts/table.js';

export async function draw() {
  const data = await load('/sources.json');
  const content = h('div.list', null,
    h('h1', null, counted(data.total, 'source')),
    h('p.lead', null, 'A side is what the user or a page states, with its basis; it is never guessed from wording. An unknown side is no side.'),
    plainTable([
      { name: 'Outlet', cell: (row) => h('a', { href: `/articles?outlet=${encodeURIComponent(row.outlet)}` }, row.outlet) },
      { name: 'Side, as stated', cell: (row) => [row.side, row.side_basis ? h('span.quiet', null, ` by ${row.side_basis}`) : null] },
      { name: 'Owner', cell: (row) => row.owner ?? h('span.quiet', null, 'unknown') },
      { name: 'Articles', class: 'num', cell: (row) => number(row.articles) },
      { name: 'Copies', class: 'num', cell: (row) => (row.copies ? h('a', { href: `/echoes?outlet=${encodeURIComponent(row.outlet)}` }, `${number(row.copies)} (${percent(row.copies, row.articles)})`) : '–') },
      { name: 'From', cell: (row) => dayWords(row.first) },
      { name: 'To', cell: (row) => dayWords(row.last) },
      { name: '', cell: (row) => h('a', { href: `/events?outlet=${encodeURIComponent(row.outlet)}` }, 'events') },
    ], data.rows, 'Sources'),
    data.copied.length ? h('section', null, h('h2', null, 'Copied from'), plainTable([
      { name: 'Outlet', cell: (row) => row.outlet }, { name: 'carries texts of', cell: (row) => row.from },
      { name: 'articles', class: 'num', cell: (row) => number(row.articles) },
    ], data.copied, 'Copied from')) : null);
  return { title: 'Sources', content, meta: data.meta };
}
