// The filter bar of events: facets with live counts, and what the address holds already.

import { query, set, withValues } from '../lib/address.js';
import { h, replace } from '../lib/dom.js';
import { countryWords, modeWords, number, typeWords } from '../lib/words.js';

/** @type {Array<[string, string, (value: string) => string]>} */
const FACETS = [
  ['type', 'Type', typeWords], ['mode', 'Mode', modeWords], ['country', 'Country', countryWords],
  ['province', 'Province', String], ['place', 'Place', String], ['actor', 'Who', String],
  ['recipient', 'To whom', String], ['outlet', 'Outlet', String], ['side', 'Side, as stated', String],
  ['voice', 'Voice', String], ['status', 'Reality', String], ['differs', 'Sources differ on', String],
];
const OPEN = new Set(['type', 'country', 'outlet']);
const SHOWN = 6;

/** @returns {{ element: HTMLElement, show: (data: any) => void }} */
export function makeFilters() {
  const words = field('search', 'q', 'Words in the passages');
  const from = field('date', 'from', 'From');
  const to = field('date', 'to', 'To');
  const texts = field('number', 'texts', 'Texts, at least');
  const voices = field('number', 'voices', 'Voices, at least');
  const all = h('input', { type: 'checkbox', id: 'f-all', onchange: (/** @type {any} */ event) => set({ status_all: event.target.checked ? '1' : null }) });
  const denied = h('input', { type: 'checkbox', id: 'f-denied', onchange: (/** @type {any} */ event) => set({ denied: event.target.checked ? '1' : null }) });
  const chosen = h('div.chosen', { 'aria-live': 'polite' });
  const facets = h('div.facets', null);
  /** @type {Map<string, boolean>} */
  const opened = new Map();
  const more = h('details.more', { open: matchMedia('(min-width: 60em)').matches }, h('summary', null, 'Filters'),
    h('form', { onsubmit: (/** @type {Event} */ event) => event.preventDefault() },
      words.element,
      h('div.pair', null, from.element, to.element),
      h('div.pair', null, texts.element, voices.element),
      h('label.check', { for: 'f-all' }, all, ' also planned, threatened, negated, without type'),
      h('label.check', { for: 'f-denied' }, denied, ' only what somebody denies')),
    facets);
  const element = h('section.filters', { 'aria-label': 'Filters' }, chosen, more);

  return {
    element,
    show(data) {
      const now = query();
      for (const one of [words, from, to, texts, voices]) one.show(now);
      /** @type {any} */ (all).checked = now.get('status_all') === '1';
      /** @type {any} */ (denied).checked = now.get('denied') === '1';
      replace(chosen, chips(now));
      for (const group of facets.querySelectorAll('details')) opened.set(group.dataset.name ?? '', group.open);
      replace(facets, FACETS.map(([name, title, words]) => {
        const values = data.facets[name] ?? [];
        const taken = now.getAll(name);
        if (!values.length && !taken.length) return null;
        return h('details', { 'data-name': name, open: opened.get(name) ?? (OPEN.has(name) || taken.length > 0) },
          h('summary', null, title),
          h('ul', null, values.slice(0, Math.max(SHOWN, taken.length ? 12 : SHOWN)).map((/** @type {[string, number]} */ [value, count]) =>
            h('li', null, h('a', {
              href: withValues({ [name]: taken.includes(value) ? taken.filter((one) => one !== value) : [...taken, value] }),
              'aria-current': taken.includes(value) ? 'true' : null,
            }, h('span', null, words(value)), h('span.count', null, number(count)))))));
      }));
    },
  };
}

/** What is chosen, each with a way back. @param {URLSearchParams} now */
function chips(now) {
  const found = [];
  for (const [name, , words] of FACETS) {
    for (const value of now.getAll(name)) {
      found.push(chip(words(value), { [name]: now.getAll(name).filter((one) => one !== value) }));
    }
  }
  if (now.get('q')) found.push(chip(`“${now.get('q')}”`, { q: null }));
  if (now.get('from') || now.get('to')) found.push(chip(`${now.get('from') ?? '…'} to ${now.get('to') ?? '…'}`, { from: null, to: null }));
  if (now.get('texts')) found.push(chip(`${now.get('texts')} texts or more`, { texts: null }));
  if (now.get('voices')) found.push(chip(`${now.get('voices')} voices or more`, { voices: null }));
  if (now.get('box')) found.push(chip('on the map', { box: null }));
  if (now.get('missing')) found.push(chip(`without ${now.get('missing')}`, { missing: null }));
  if (now.get('denied')) found.push(chip('denied', { denied: null }));
  if (found.length > 1) found.push(h('a.clear', { href: '/events' }, 'clear all'));
  return found;
}

/** @param {string} words @param {Record<string, any>} without */
function chip(words, without) {
  return h('a.chip', { href: withValues(without), 'aria-label': `without ${words}` }, words, h('span', { 'aria-hidden': 'true' }, ' ×'));
}

/** @param {string} type @param {string} name @param {string} label */
function field(type, name, label) {
  /** @type {number | undefined} */
  let timer;
  const input = /** @type {HTMLInputElement} */ (h('input', {
    type, name, id: `f-${name}`, min: type === 'number' ? 1 : null, autocomplete: 'off',
    oninput: () => { clearTimeout(timer); timer = window.setTimeout(() => set({ [name]: input.value }), type === 'search' ? 300 : 500); },
  }));
  return {
    element: h('label.field', { for: `f-${name}` }, h('span', null, label), input),
    /** @param {URLSearchParams} now */
    show(now) { if (document.activeElement !== input) input.value = now.get(name) ?? ''; },
  };
}
