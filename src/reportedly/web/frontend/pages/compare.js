// Our events beside an imported data set: what each side alone has, and where they differ.

import { query, withValues } from '../lib/address.js';
import { load } from '../lib/data.js';
import { h } from '../lib/dom.js';
import { counted, number } from '../lib/words.js';

const SIDES = { both: 'On both sides', 'theirs alone': 'Theirs alone', 'ours alone': 'Ours alone' };
const SIZE = 200;

export async function draw() {
  const now = query();
  const data = await load(`/compare.json?size=${SIZE}&${now}`);
  const names = Object.keys(data.sources);
  if (!names.length) {
    return { title: 'Compare', meta: data.meta, content: h('div.list', null, h('h1', null, 'Compare'),
      h('p', null, 'No data set is imported yet. ', h('code', null, 'reportedly import rows.csv --into NEWS --as acled'), ' keeps its rows beside ours.')) };
  }
  const chosen = now.get('with') ?? '';
  const differs = Object.entries(data.counts).filter(([name]) => name.endsWith(' differs'));
  const content = h('div', null,
    h('h1', null, `Compared with ${chosen || names.join(', ')}`),
    h('p.lead', null, 'Rows of hand-coded data are records of their own source; nothing of ours was changed by them. A link says that both tell one act, by the comparer that joins reports.'),
    names.length > 1 ? h('nav.tabs', { 'aria-label': 'Data sets' }, names.map((name) => h('a', { href: withValues({ with: name }), 'aria-current': chosen === name ? 'true' : null }, `${name} ${number(data.sources[name])}`))) : null,
    h('nav.tabs', { 'aria-label': 'Sides' },
      h('a', { href: withValues({ side: null, differs: null }), 'aria-current': now.get('side') || now.get('differs') ? null : 'true' }, 'all'),
      Object.entries(SIDES).map(([side, words]) => h('a', { href: withValues({ side, differs: null }), 'aria-current': now.get('side') === side ? 'true' : null }, `${words} ${number(data.counts[side] ?? 0)}`)),
      differs.map(([name, count]) => h('a', { href: withValues({ side: 'both', differs: name.replace(' differs', '') }), 'aria-current': now.get('differs') === name.replace(' differs', '') ? 'true' : null }, `${name} ${number(/** @type {any} */ (count))}`))),
    data.cut ? h('p.few', null, 'Only the first rows are shown here: reportedly compare writes all.') : null,
    h('div.scroller.plain', { tabindex: 0, role: 'region', 'aria-label': 'Rows' }, h('table.rows', null,
      h('thead', null, h('tr', null, ['', 'Type', 'Days', 'Place', 'Actors', 'Killed', 'Differs', 'Why linked'].map((name) => h('th', { scope: 'col' }, name)))),
      h('tbody', null, data.rows.map(line)))),
    h('p.small.quiet', null, `${counted(data.rows.length, 'row')} of ${number(data.total)}.`));
  return { title: 'Compare', content, meta: data.meta };
}

/** @param {any} row */
function line(row) {
  return h('tr', null,
    h('td', null, row.event ? h('a', { href: `/events/${row.event}` }, 'our event') : null, row.event && row.row ? ' · ' : '', row.row ? `${row.source} ${row.row}` : ''),
    pair(row.type, row.their_type), pair(row.days, row.their_days), pair(row.place, row.their_place),
    pair(row.actors, row.their_actors), pair(row.killed, row.their_killed),
    h('td', null, row.differs.map((/** @type {string} */ one) => [h('span.tag.warn', null, one), ' '])),
    h('td.quiet.small', null, row.why ?? ''));
}

/** Ours above theirs. @param {any} ours @param {any} theirs */
function pair(ours, theirs) {
  const same = String(ours ?? '') === String(theirs ?? '');
  return h('td', { dir: 'auto' }, same ? ours ?? '' : [h('div', null, ours ?? ''), h('div.quiet', null, theirs ?? '')]);
}
