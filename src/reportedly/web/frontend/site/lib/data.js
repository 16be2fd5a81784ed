// Answers from files what a server would answer: pages are there as they are, lists are filtered here.

import { drawn, found, masksOf, ordered, together } from './columns.js';

const ROWS = 200; // rows of events in one file

export const readOnly = true;

/** @param {string} name @returns {string} */
export function fact(name) {
  return document.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? '';
}

/** A copy takes nothing. @returns {Promise<any>} */
export async function send() {
  throw new Error('this is a copy: it only reads');
}

/** @type {Map<string, Promise<any>>} */
const kept = new Map();

/** A file of the copy. @param {string} name @returns {Promise<any>} */
async function file(name) {
  const answer = await fetch(new URL(`../../data/${name}`, import.meta.url));
  if (!answer.ok) throw new Error('there is no such record in this copy');
  return answer.json();
}

/** A file that many pages need, read once. @param {string} name @returns {Promise<any>} */
function once(name) {
  const known = kept.get(name) ?? file(name);
  kept.set(name, known);
  return known;
}

/**
 * @param {string} address as a server would have it
 * @param {AbortSignal} [signal]
 * @returns {Promise<any>}
 */
export async function load(address, signal) {
  const [path, words = ''] = address.split('?');
  const query = new URLSearchParams(words);
  const data = await answer(path.replace(/^\/|\.json$/g, ''), query);
  signal?.throwIfAborted();
  return { ...data, meta: await once('meta.json') };
}

/** @param {string} name @param {URLSearchParams} query @returns {Promise<any>} */
async function answer(name, query) {
  if (name === 'events') return events(query);
  if (name === 'quotes' || name === 'claims') return said(name, query);
  if (name === 'world') return once('world.json');
  if (name === 'towns') return within(await once('towns.json'), query);
  if (name === 'echoes') {
    const outlet = query.get('outlet');
    const all = await once('echoes.json');
    return paged(all, all.rows.filter((/** @type {any} */ row) => !outlet || row.members.some((/** @type {any} */ one) => one.outlet === outlet)), query, 50);
  }
  if (name === 'articles') {
    const outlet = query.get('outlet');
    const all = await once('articles.json');
    return paged(all, all.rows.filter((/** @type {any} */ row) => !outlet || row.outlet === outlet), query);
  }
  if (name === 'narratives' || name === 'campaigns') {
    const all = await once(`${name}.json`);
    return paged(all, all.rows, query, 50);
  }
  const event = query.get('event');
  if (name.startsWith('articles/') && event) return ofEvent(await file(`${name}.json`), await file(`events/${event}.json`));
  return file(`${name}.json`);
}

/** One page of rows. @param {any} all @param {any[]} rows @param {URLSearchParams} query @param {number} [most] */
function paged(all, rows, query, most = 500) {
  const offset = Number(query.get('offset') ?? 0);
  const size = Math.min(Number(query.get('size') ?? 100), most);
  return { ...all, total: rows.length, offset, rows: rows.slice(offset, offset + size) };
}

/** Events that pass the filter of the address. @param {URLSearchParams} query */
async function events(query) {
  const columns = await once('columns.json');
  const words = query.get('q') ? found(await once('words.json'), query.get('q') ?? '') : null;
  const masks = masksOf(columns, query, words);
  const numbers = ordered(columns, together(masks), query.get('sort') || '-day');
  const offset = Number(query.get('offset') ?? 0);
  const wanted = numbers.slice(offset, offset + Number(query.get('size') ?? 100));
  const page = { total: numbers.length, offset, rows: await rowsOf(wanted) };
  return query.get('rows_only') === '1' ? page : { ...page, ...drawn(columns, masks) };
}

/** @param {number[]} numbers */
async function rowsOf(numbers) {
  const files = new Map(await Promise.all([...new Set(numbers.map((n) => Math.floor(n / ROWS)))]
    .map(async (n) => /** @type {[number, any]} */ ([n, await once(`rows/${n}.json`)]))));
  return numbers.map((n) => files.get(Math.floor(n / ROWS))[n % ROWS]);
}

/** An article with only the passages that give the values of one event. @param {any} article @param {any} event */
function ofEvent(article, event) {
  const reports = new Set(event.reports.map((/** @type {any} */ one) => one.id));
  const spans = article.spans.map((/** @type {any} */ span) => {
    const [report, layer] = span.key.split(':');
    return span.layer === 'report' && reports.has(report) ? { ...span, layer } : null;
  });
  const segments = article.segments.map((/** @type {any} */ piece) => ({ ...piece, marks: piece.marks.filter((/** @type {number} */ n) => spans[n]) }));
  return { ...article, spans, segments };
}

/** Quotes or claims that pass the filter, with the speakers and kinds of all that pass. @param {string} name @param {URLSearchParams} query */
async function said(name, query) {
  const all = await once(`${name}.json`);
  const names = ['speaker', 'kind', 'outlet'];
  const words = (query.get('q') ?? '').toLowerCase();
  const [from, to] = [query.get('from'), query.get('to')];
  /** @param {any} row @param {string} [without] */
  const passes = (row, without = '') =>
    names.every((one) => one === without || !query.get(one) || row[one] === query.get(one))
    && (!from || (row.published ?? '') >= from) && (!to || (row.published && row.published <= to))
    && (!words || JSON.stringify(row).toLowerCase().includes(words));
  /** @type {Record<string, [string, number][]>} */
  const facets = {};
  for (const one of names) {
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const row of all.rows) if (passes(row, one)) counts.set(row[one], (counts.get(row[one]) ?? 0) + 1);
    facets[one] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 60);
  }
  return { ...paged(all, all.rows.filter((/** @type {any} */ row) => passes(row)), query), facets };
}

/** Towns within a box. @param {any} towns @param {URLSearchParams} query */
function within(towns, query) {
  const [west, south, east, north] = (query.get('box') ?? '').split(',').map(Number);
  const inside = towns.lat.map((/** @type {number} */ lat, /** @type {number} */ n) =>
    lat >= south && lat <= north && towns.lon[n] >= west && towns.lon[n] <= east);
  /** @type {(column: any[]) => any[]} */
  const kept_ = (column) => column.filter((_, n) => inside[n]);
  return { lat: kept_(towns.lat), lon: kept_(towns.lon), large: kept_(towns.large), names: kept_(towns.names).slice(0, 60), attribution: towns.attribution };
}
