// Short views of records, for lists.

import { h } from '../lib/dom.js';
import { modeWords, spanWords, typeWords } from '../lib/words.js';
import { flags, told } from './told.js';

/** What happened as reported, in one line. @param {any} row */
export function headline(row) {
  const who = row.actors.length ? row.actors.join(', ') : row.alleged_actors.length ? `allegedly ${row.alleged_actors.join(', ')}` : '';
  const to = row.recipients.join(', ');
  return [typeWords(row.type) + (row.mode ? `, ${modeWords(row.mode)}` : ''), who && `by ${who}`, to && `towards ${to}`].filter(Boolean).join(' ');
}

/** @param {any} row @returns {HTMLElement} */
export function eventCard(row) {
  return h('article.card', null,
    h('p.small.quiet', null, [spanWords(row.from, row.to), row.place].filter(Boolean).join(' · ')),
    h('h3', null, h('a', { href: `/events/${row.id}` }, headline(row))),
    row.passage ? h('blockquote', { dir: 'auto' }, row.passage) : null,
    h('p.small', null, told(row), ' ', flags(row)));
}

/** @param {any} row an article's row */
export function articleLine(row) {
  return [
    h('a', { href: `/articles/${row.id}`, dir: 'auto' }, row.title || row.input_id || 'without a title'),
    h('span.quiet', null, ` ${[row.outlet, row.side !== 'unknown' ? row.side : null, row.published].filter(Boolean).join(' · ')}`),
  ];
}
