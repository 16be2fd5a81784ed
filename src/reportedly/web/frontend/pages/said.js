// Quotes and claims, by speaker.

import { path, query, set, withValues } from '../lib/address.js';
import { load } from '../lib/data.js';
import { h } from '../lib/dom.js';
import { counted, dayWords, number } from '../lib/words.js';
import { pager } from '../parts/table.js';

const SIZE = 50;

export async function draw() {
  const sort = path().slice(1);
  const now = query();
  const data = await load(`/${sort}.json?size=${SIZE}&${now}`);
  const search = /** @type {HTMLInputElement} */ (h('input', { type: 'search', id: 'said-q', value: now.get('q') ?? '', onchange: () => set({ q: search.value }) }));
  const content = h('div.events', null,
    h('section.filters', { 'aria-label': 'Filters' },
      h('div.chosen', null, ['speaker', 'kind', 'outlet', 'q'].filter((name) => now.get(name)).map((name) => h('a.chip', { href: withValues({ [name]: null }), 'aria-label': `without ${now.get(name)}` }, now.get(name), h('span', { 'aria-hidden': 'true' }, ' ×')))),
      h('label.field', { for: 'said-q' }, h('span', null, 'Words'), search),
      h('div.facets', null, [['speaker', 'Who says so'], ['kind', 'Kind'], ['outlet', 'Outlet']].map(([name, title]) => h('details', { open: true }, h('summary', null, title),
        h('ul', null, data.facets[name].slice(0, name === 'speaker' ? 20 : 10).map((/** @type {[string, number]} */ [value, count]) => h('li', null,
          h('a', { href: withValues({ [name]: now.get(name) === value ? null : value }), 'aria-current': now.get(name) === value ? 'true' : null }, h('span', null, value), h('span.count', null, number(count)))))))))),
    h('div.results', null,
      h('h1', null, counted(data.total, sort.slice(0, -1))),
      h('p.lead', null, sort === 'claims'
        ? 'What somebody asserts about somebody, and denials. A claim is never an event here, and never a fact.'
        : 'Words given as somebody’s, with who said them and by which medium.'),
      h('ol.said', null, data.rows.map((/** @type {any} */ row) => h('li', { class: row.kind === 'denial' ? 'denial' : '' },
        h('blockquote', { dir: 'auto' }, row.content),
        h('p.small', null,
          h('span.tag', null, row.kind), row.polarity === 'negated' ? h('span.tag', null, 'negated') : null, ' ',
          h('a', { href: withValues({ speaker: row.speaker }) }, row.speaker),
          row.time ? h('span.quiet', null, ` · of ${row.time}`) : null,
          row.medium ? h('span.quiet', null, ` · ${row.medium}`) : null,
          row.about?.length ? h('span', null, ` · about ${row.about.join(', ')}`) : null,
          h('span.quiet', null, ` · as reported by ${row.outlet}, ${dayWords(row.published) || 'undated'} `),
          h('a', { href: `/articles/${row.article_id}` }, 'article'))))),
      pager(data, SIZE, (offset) => withValues({ offset: String(offset) }))));
  return { title: sort === 'claims' ? 'Claims' : 'Quotes', content, meta: data.meta };
}
