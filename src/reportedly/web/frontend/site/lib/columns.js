// Filters, live counts and what the map and timeline draw, over columns of all events.
// The same rules as the server's (web/filters.py, web/views/drawn.py); a test compares both.

/**
 * @typedef {{ values: string[], events: number[], codes: number[] }} Facet pairs of event and value
 * @typedef {{ size: number, facets: Record<string, Facet>, first: number[], last: number[], texts: number[],
 *   voices: number[], reports: number[], denials: number[], plain: number[], lat: Array<number | null>,
 *   lon: Array<number | null>, campaigns: number[][] }} Columns days are counted from 0001-01-01 as 1; 0 is none
 * @typedef {boolean[]} Mask
 * @typedef {Record<string, Mask>} Masks
 */

const DAY = 86_400_000;
const FIRST = 719_163; // the ordinal of 1970-01-01
const MOST_VALUES = 12;
const MOST_POINTS = 4000;
const MOST_BARS = 120;
const MOST_LINES = 60;
const MOST_OF_A_LINE = 80;

/** @param {string} day */
const ordinal = (day) => Date.parse(`${day}T00:00:00Z`) / DAY + FIRST;
/** @param {number} at */
const dayOf = (at) => new Date((at - FIRST) * DAY).toISOString().slice(0, 10);
/** @param {number} value */
const round = (value) => Math.round(value * 1000) / 1000;
/** @param {string} text */
const plainWords = (text) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** Which events have all of these words, or words that begin so. @param {string[]} texts @param {string} words @returns {Mask} */
export function found(texts, words) {
  const wanted = plainWords(words).match(/[\p{L}\p{N}]+/gu);
  if (!wanted) return texts.map(() => false);
  return texts.map((text) => wanted.every((word) => ` ${text}`.includes(` ${word}`)));
}

/**
 * A mask for each part of the filter; those that ask for nothing are left out.
 * @param {Columns} events @param {URLSearchParams} query @param {Mask | null} words
 * @returns {{ all: Masks, size: number }}
 */
export function masksOf(events, query, words) {
  /** @type {Masks} */
  const all = {};
  /** @param {string} name @param {(n: number) => boolean} test */
  const add = (name, test) => { all[name] = Array.from({ length: events.size }, (_, n) => test(n)); };
  for (const [name, facet] of Object.entries(events.facets)) {
    const wanted = query.getAll(name);
    if (!wanted.length) continue;
    const codes = new Set(wanted.map((one) => facet.values.indexOf(one)));
    all[name] = Array(events.size).fill(false);
    facet.events.forEach((event, n) => { if (codes.has(facet.codes[n])) all[name][event] = true; });
  }
  if (query.get('status_all') !== '1' && !query.getAll('status').length) add('plain', (n) => !!events.plain[n]);
  const [from, to] = [query.get('from'), query.get('to')];
  if (from) add('since', (n) => events.last[n] >= ordinal(from));
  if (to) add('until', (n) => events.first[n] > 0 && events.first[n] <= ordinal(to));
  for (const name of /** @type {const} */ (['texts', 'voices'])) {
    const least = Number(query.get(name) ?? 0);
    if (least) add(name, (n) => events[name][n] >= least);
  }
  if (query.get('denied') === '1') add('denied', (n) => events.denials[n] > 0);
  if (query.get('missing') === 'date') add('missing', (n) => events.first[n] === 0);
  if (query.get('missing') === 'place') add('missing', (n) => events.lat[n] === null);
  const box = (query.get('box') ?? '').split(',').map(Number);
  if (box.length === 4) {
    const [west, south, east, north] = box;
    add('box', (n) => {
      const [lat, lon] = [events.lat[n], events.lon[n]];
      return lat !== null && lon !== null && lon >= west && lon <= east && lat >= south && lat <= north;
    });
  }
  if (words) all.words = words;
  return { all, size: events.size };
}

/** The events that pass all masks, but for some parts of the filter. @param {{ all: Masks, size: number }} masks @param {...string} without @returns {Mask} */
export function together({ all, size }, ...without) {
  const used = Object.entries(all).filter(([name]) => !without.includes(name)).map(([, mask]) => mask);
  return Array.from({ length: size }, (_, n) => used.every((mask) => mask[n]));
}

/** @param {Mask} mask @returns {number[]} */
const numbersOf = (mask) => mask.flatMap((one, n) => (one ? [n] : []));

/** The numbers of the masked events in the wanted order; what has no day comes last. @param {Columns} events @param {Mask} mask @param {string} sort */
export function ordered(events, mask, sort) {
  const numbers = numbersOf(mask);
  /** @type {(n: number) => number} */
  const late = (n) => -events.first[n];
  if (sort === 'texts' || sort === 'voices' || sort === 'reports') return numbers.sort((a, b) => events[sort][b] - events[sort][a] || late(a) - late(b));
  if (sort === 'type' || sort === 'place') {
    const facet = events.facets[sort];
    const codes = Array(events.size).fill(facet.values.length);
    facet.events.forEach((event, n) => { codes[event] = facet.codes[n]; });
    return numbers.sort((a, b) => codes[a] - codes[b] || late(a) - late(b));
  }
  /** @type {(n: number) => number} */
  const key = (n) => (events.first[n] === 0 ? Number.MAX_SAFE_INTEGER : sort === '-day' ? late(n) : events.first[n]);
  return numbers.sort((a, b) => key(a) - key(b));
}

/** What the filter bar, the map and the timeline show. @param {Columns} events @param {{ all: Masks, size: number }} masks */
export function drawn(events, masks) {
  const full = together(masks);
  const numbers = numbersOf(full);
  /** @param {(n: number) => boolean} test */
  const count = (test) => numbers.filter(test).length;
  return {
    all: events.size,
    without_place: count((n) => events.lat[n] === null),
    without_day: count((n) => events.first[n] === 0),
    single_text: count((n) => events.texts[n] <= 1),
    denied: count((n) => events.denials[n] > 0),
    set_aside: masks.all.plain ? numbersOf(together(masks, 'plain')).filter((n) => !events.plain[n]).length : 0,
    facets: Object.fromEntries(Object.entries(events.facets).map(([name, facet]) =>
      [name, counts(facet, masks.all[name] ? together(masks, name) : full)])),
    points: { ...points(events, together(masks, 'box')), lines: lines(events, together(masks, 'box')) },
    timeline: timeline(events, together(masks, 'since', 'until')),
  };
}

/** The most frequent values. @param {Facet} facet @param {Mask} mask @returns {[string, number][]} */
function counts(facet, mask) {
  const counted = Array(facet.values.length).fill(0);
  facet.events.forEach((event, n) => { if (mask[event]) counted[facet.codes[n]] += 1; });
  return most(counted).slice(0, MOST_VALUES).map((code) => [facet.values[code], counted[code]]);
}

/** Numbers of what was counted, the most frequent first. @param {number[]} counted */
const most = (counted) => counted.map((_, n) => n).filter((n) => counted[n]).sort((a, b) => counted[b] - counted[a]);

/** @param {Columns} events @param {Mask} mask */
function points(events, mask) {
  const { values, events: placed, codes } = events.facets.place;
  const differs = new Set(events.facets.differs.events);
  const all = values.map((name) => ({ name, lat: 0, lon: 0, events: 0, voices: 0, single: 0, differ: 0 }));
  placed.forEach((event, n) => {
    const [lat, lon] = [events.lat[event], events.lon[event]];
    if (!mask[event] || lat === null || lon === null) return;
    const at = all[codes[n]];
    Object.assign(at, { lat: round(lat), lon: round(lon), events: at.events + 1, voices: Math.max(at.voices, events.voices[event]) });
    at.single += events.texts[event] <= 1 ? 1 : 0;
    at.differ += differs.has(event) || events.denials[event] > 0 ? 1 : 0;
  });
  const kept = most(all.map((one) => one.events)).slice(0, MOST_POINTS).map((n) => all[n]);
  /** @param {keyof typeof all[0]} name */
  const column = (name) => kept.map((one) => one[name]);
  return { name: column('name'), lat: column('lat'), lon: column('lon'), events: column('events'), voices: column('voices'), single: column('single'), differ: column('differ') };
}

/** Campaigns with several places, joined by the shortest tree over them. @param {Columns} events @param {Mask} mask */
function lines(events, mask) {
  const joined = events.campaigns.map((campaign) => {
    const kept = campaign.filter((n) => mask[n] && events.lat[n] !== null);
    const places = [...new Map(kept.map((n) => [`${events.lat[n]},${events.lon[n]}`, /** @type {number[]} */ ([events.lat[n], events.lon[n]])])).values()];
    return { count: kept.length, places: places.sort((a, b) => a[0] - b[0] || a[1] - b[1]).slice(0, MOST_OF_A_LINE) };
  }).filter((one) => one.places.length > 1);
  joined.sort((a, b) => b.count - a.count);
  return joined.slice(0, MOST_LINES).map(({ count, places }) => ({
    words: `a text calls these ${count} events one campaign`,
    pairs: tree(places).map(([from, to]) => [...places[from], ...places[to]].map(round)),
  }));
}

/** @param {number[][]} places @returns {[number, number][]} */
function tree(places) {
  const middle = places.reduce((sum, one) => sum + one[0], 0) / places.length;
  const narrow = Math.max(0.2, Math.cos((middle * Math.PI) / 180));
  /** @param {number} a @param {number} b */
  const apart = (a, b) => (places[a][0] - places[b][0]) ** 2 + ((places[a][1] - places[b][1]) * narrow) ** 2;
  const nearest = places.map(() => 0);
  const away = places.map((_, n) => (n ? apart(n, 0) : Infinity));
  /** @type {[number, number][]} */
  const pairs = [];
  while (pairs.length < places.length - 1) {
    const next = away.indexOf(Math.min(...away));
    pairs.push([nearest[next], next]);
    away[next] = Infinity;
    places.forEach((_, n) => {
      if (away[n] !== Infinity && apart(n, next) < away[n]) { away[n] = apart(n, next); nearest[n] = next; }
    });
  }
  return pairs;
}

/** @param {Columns} events @param {Mask} mask */
function timeline(events, mask) {
  const shown = numbersOf(mask).filter((n) => events.first[n] > 0);
  if (!shown.length) return { unit: 'day', from: [], events: [], several: [] };
  const days = shown.map((n) => events.first[n]).sort((a, b) => a - b);
  let low = days[0];
  const high = days[days.length - 1];
  const at = (days.length - 1) * 0.1; // few old ones, mostly retold, would flatten all others
  const tenth = Math.trunc(days[Math.floor(at)] + (days[Math.ceil(at)] - days[Math.floor(at)]) * (at % 1));
  if ((high - tenth) * 4 < high - low) low = tenth;
  const [unit, length] = /** @type {[string, number][]} */ ([['day', 1], ['week', 7], ['month', 30], ['year', 365]]).find(([, one]) => (high - low) / one <= MOST_BARS) ?? ['decade', 3652];
  const starts = startsOf(low, high, unit, length);
  /** @param {number} day */
  const bar = (day) => starts.filter((start) => start <= day).length - 1;
  const [all, several] = [starts.map(() => 0), starts.map(() => 0)];
  for (const n of shown) {
    const where = bar(events.first[n]);
    if (where >= 0) { all[where] += 1; several[where] += events.texts[n] > 1 ? 1 : 0; }
  }
  return { unit, from: starts.map(dayOf), end: dayOf(high), events: all, several, earlier: days.filter((day) => day < starts[0]).length };
}

/** @param {number} low @param {number} high @param {string} unit @param {number} length */
function startsOf(low, high, unit, length) {
  const starts = [];
  if (unit === 'day' || unit === 'week') {
    for (let day = unit === 'week' ? low - ((low - 1) % 7) : low; day <= high; day += length) starts.push(day);
    return starts;
  }
  const [year, month] = dayOf(low).split('-').map(Number);
  const step = unit === 'month' ? 1 : unit === 'year' ? 12 : 120;
  for (let at = year * 12 + (unit === 'month' ? month - 1 : 0); ; at += step) {
    const start = ordinal(`${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}-01`);
    if (start > high) return starts;
    starts.push(start);
  }
}
