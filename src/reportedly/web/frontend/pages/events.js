// Events as table, map and timeline under one filter; the address is the whole state.

import { query, search, set } from '../lib/address.js';
import { load } from '../lib/data.js';
import { h, replace } from '../lib/dom.js';
import { counted, modeWords, number, spanWords, typeWords } from '../lib/words.js';
import { makeFilters } from '../parts/filters.js';
import { makeMap } from '../parts/map.js';
import { note } from '../parts/shell.js';
import { makeTable } from '../parts/table.js';
import { makeTimeline } from '../parts/timeline.js';
import { flags } from '../parts/told.js';

const COLUMNS = [
  { name: 'When', class: 'when', sort: '-day', cell: (/** @type {any} */ row) => spanWords(row.from, row.to) },
  { name: 'What', class: 'what', sort: 'type', cell: (/** @type {any} */ row) => [h('a', { href: `/events/${row.id}` }, typeWords(row.type), row.mode ? `, ${modeWords(row.mode)}` : ''), ' ', flags(row)] },
  { name: 'Where', class: 'where', sort: 'place', cell: (/** @type {any} */ row) => row.place || h('span.quiet', null, 'not told') },
  { name: 'Who → to whom', class: 'who', cell: (/** @type {any} */ row) => who(row) },
  { name: 'Numbers', class: 'numbers', cell: (/** @type {any} */ row) => row.counts.join(', ') },
  { name: 'Reports', class: 'num', sort: 'reports', cell: (/** @type {any} */ row) => number(row.reports) },
  { name: 'Texts', class: 'num', sort: 'texts', cell: (/** @type {any} */ row) => h('span', { class: row.texts <= 1 ? 'few' : '' }, number(row.texts)) },
  { name: 'Voices', class: 'num', sort: 'voices', cell: (/** @type {any} */ row) => h('span', { class: row.voices.length <= 1 ? 'few' : '' }, number(row.voices.length)) },
];

/** @param {any} row */
function who(row) {
  const actors = row.actors.join(', ') || (row.alleged_actors.length ? `alleged: ${row.alleged_actors.join(', ')}` : '');
  const to = row.recipients.join(', ');
  return actors || to ? [actors || h('span.quiet', null, 'unnamed'), to ? ` → ${to}` : ''] : '';
}

/** @type {AbortController | null} */
let running = null;

async function fetched() {
  running?.abort();
  running = new AbortController();
  return load(`/events.json${search()}`, running.signal);
}

export async function draw() {
  const first = await fetched();
  const filters = makeFilters();
  const map = makeMap({ onBox: (box) => set({ box }), onPlace: (name) => set({ place: name }), boxed: true });
  const timeline = makeTimeline((from, to) => set({ from, to }));
  const head = h('div.head', null);
  const table = makeTable({
    label: 'Events', columns: COLUMNS, height: 44,
    onSort: (sort) => set({ sort: sort === '-day' ? null : sort }),
    fetch: async (offset, size) => {
      const next = query();
      next.set('offset', String(offset));
      next.set('size', String(size));
      next.set('rows_only', '1');
      return (await load(`/events.json?${next}`)).rows;
    },
  });
  const show = (/** @type {any} */ data) => {
    const now = query();
    replace(head, h('h1', { 'aria-live': 'polite' }, counted(data.total, 'event')), summary(data));
    filters.show(data);
    map.show(data.points, now.get('box'));
    timeline.show(data.timeline, now.get('from'), now.get('to'));
    table.show(data.total, data.rows, now.get('sort') ?? '-day');
    note(data.meta);
  };
  const content = h('div.events', null, filters.element,
    h('div.results', null, head, map.element, timeline.element, table.element));
  return {
    title: 'Events', content, meta: first.meta,
    ready: () => show(first),
    update: async () => show(await fetched()),
  };
}

/** What the numbers leave out, said. @param {any} data */
function summary(data) {
  const link = (/** @type {number} */ count, /** @type {string} */ words, /** @type {Record<string, string>} */ values) =>
    count ? h('a', { href: '#', onclick: (/** @type {Event} */ event) => { event.preventDefault(); set(values); } }, `${number(count)} ${words}`) : null;
  const parts = [
    link(data.single_text, 'told by a single text', { sort: 'texts' }),
    link(data.denied, 'denied by somebody', { denied: '1' }),
    link(data.without_place, 'without a place on the map', { missing: 'place' }),
    link(data.without_day, 'without a date', { missing: 'date' }),
    link(data.set_aside, 'more are planned, threatened, negated or have no type', { status_all: '1' }),
  ].filter(Boolean);
  return h('p.quiet.small', null, parts.flatMap((part, n) => (n ? [' · ', part] : [part])));
}
