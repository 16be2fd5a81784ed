// Articles, of one outlet where the address names one.

import { query, withValues } from '../lib/address.js';
import { load } from '../lib/data.js';
import { h } from '../lib/dom.js';
import { counted, dayWords } from '../lib/words.js';
import { pager, plainTable } from '../parts/table.js';

const SIZE = 100;

export async function draw() {
  const now = query();
  const data = await load(`/articles.json?size=${SIZE}&${now}`);
  const outlet = now.get('outlet');
  const content = h('div.list', null,
    h('h1', null, `${counted(data.total, 'article')}${outlet ? ` of ${outlet}` : ''}`),
    plainTable([
      { name: 'Published', cell: (row) => dayWords(row.published) || 'undated' },
      { name: 'Title', cell: (row) => h('a', { href: `/articles/${row.id}`, dir: 'auto' }, row.title || row.input_id || 'without a title') },
      { name: 'Outlet', cell: (row) => row.outlet },
      { name: 'Side, as stated', cell: (row) => row.side },
      { name: 'Language', cell: (row) => row.language ?? '' },
    ], data.rows, 'Articles'),
    pager(data, SIZE, (offset) => withValues({ offset: String(offset) })));
  return { title: 'Articles', content, meta: data.meta };
}
