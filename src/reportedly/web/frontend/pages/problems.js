// Inputs and stages that failed: nothing is dropped silently.

import { query, withValues } from '../lib/address.js';
import { load } from '../lib/data.js';
import { h } from '../lib/dom.js';
import { counted } from '../lib/words.js';
import { pager, plainTable } from '../parts/table.js';

const SIZE = 100;

export async function draw() {
  const data = await load(`/problems.json?size=${SIZE}&${query()}`);
  const content = h('div.list', null,
    h('h1', null, counted(data.total, 'problem')),
    h('p.lead', null, 'Each input ends as an article or as a problem with its reason.'),
    h('p', null, data.stages.map((/** @type {string} */ stage) => [h('a.chip', { href: withValues({ stage: query().get('stage') === stage ? null : stage }), 'aria-current': query().get('stage') === stage ? 'true' : null }, stage), ' '])),
    data.rows.length ? plainTable([
      { name: 'Input', cell: (row) => [row.source, row.row ? `, row ${row.row}` : ''] },
      { name: 'Stage', cell: (row) => row.stage },
      { name: 'Reason', cell: (row) => row.reason },
    ], data.rows, 'Problems') : h('p.quiet', null, 'None.'),
    pager(data, SIZE, (offset) => withValues({ offset: String(offset) })));
  return { title: 'Problems', content, meta: data.meta };
}
