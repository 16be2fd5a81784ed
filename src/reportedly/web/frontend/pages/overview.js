// The first screen: what is in here, from whom, and how much of it is copied.

import { load } from '../lib/data.js';
import { h } from '../lib/dom.js';
import { countryWords, counted, number, percent, spanWords, typeWords } from '../lib/words.js';
import { go } from '../lib/address.js';
import { eventCard } from '../parts/cards.js';
import { makeMap } from '../parts/map.js';
import { bars, shares } from '../parts/told.js';

export async function draw() {
  const data = await load('/overview.json');
  const { events, copies } = data;
  const copied = Object.values(copies).reduce((/** @type {number} */ sum, /** @type {any} */ one) => sum + one, 0);
  const map = makeMap({ onPlace: (name) => go(`/events?place=${encodeURIComponent(name)}`) });
  const content = h('div.overview', null,
    h('h1', null, `${counted(data.articles, 'article')} of ${counted(data.outlets, 'outlet')} report ${counted(events.plain, 'event')}`),
    h('p.lead', null,
      data.first ? `Published ${spanWords(data.first, data.last)}. ` : '',
      data.invented ? `${data.invented === data.articles ? 'All' : number(data.invented)} of these articles say that they are invented. ` : '',
      'An event here is what outlets say happened, with the sentence that says it. Copies of one text count as one text.'),
    h('div.grid', null,
      h('section', null, h('h2', null, 'How much is copied'),
        h('p', null, `${percent(copied, data.articles)} of the articles share their text with another that came before or is named as source.`),
        shares('Articles', [
          { name: 'texts of their own', value: data.articles - copied, look: 'c1' },
          { name: 'verbatim copies', value: copies.verbatim, look: 'c4', href: '/echoes' },
          { name: 'edited', value: copies.edited, look: 'c3', href: '/echoes' },
          { name: 'rewritten', value: copies.rewritten, look: 'c2', href: '/echoes' },
          { name: 'excerpts', value: copies.excerpt, look: 'c5', href: '/echoes' },
        ])),
      h('section', null, h('h2', null, 'How well events are told'),
        h('p', null, 'Counted by text and by who says so, never as a score.'),
        shares('Events', [
          { name: 'by several texts and voices', value: events.several, look: 'c1', href: '/events?texts=2&voices=2' },
          { name: 'several texts, one voice', value: events.one_voice, look: 'c2', href: '/events?texts=2' },
          { name: 'a single text', value: events.one_text, look: 'c4', href: '/events?sort=texts' },
        ]),
        h('p.small', null,
          h('a', { href: '/events?denied=1&status_all=1' }, `${counted(events.denied, 'event')} denied by somebody`), ' · ',
          h('a', { href: '/events?missing=place' }, `${number(events.without_place)} without a place on the map`), ' · ',
          h('a', { href: '/events?missing=date' }, `${number(events.without_day)} without a date`), ' · ',
          h('a', { href: '/events?status_all=1' }, `${number(events.all - events.plain)} planned, threatened, negated or without type`))),
      h('section.wide', null, h('h2', null, 'Where'), map.element),
      h('section', null, h('h2', null, 'From whom'),
        h('table.rows.outlets', null,
          h('thead', null, h('tr', null, ['Outlet', 'Side, as stated', 'Articles', 'Copies'].map((name, n) => h('th', { scope: 'col', class: n > 1 ? 'num' : '' }, name)))),
          h('tbody', null, data.by_outlet.slice(0, 12).map((/** @type {any} */ row) => h('tr', null,
            h('td', null, h('a', { href: `/articles?outlet=${encodeURIComponent(row.outlet)}` }, row.outlet)),
            h('td.quiet', null, row.side),
            h('td.num', null, number(row.articles)),
            h('td.num', null, row.copies ? number(row.copies) : '–'))))),
        data.by_outlet.length > 12 || data.more_outlets ? h('p.small', null, h('a', { href: '/sources' }, `all ${counted(data.outlets, 'outlet')}`)) : null),
      h('section', null, h('h2', null, 'What'),
        bars(data.types, typeWords, (value) => `/events?type=${value}`),
        h('h2', null, 'Countries'),
        bars(data.countries, countryWords, (value) => `/events?country=${value}`)),
      h('section.wide', null, h('h2', null, 'Told by most'),
        h('div.cards', null, data.several.map(eventCard))),
      h('section.wide.also', null,
        h('a', { href: '/quotes' }, counted(data.quotes, 'quote')), ' · ',
        h('a', { href: '/claims' }, counted(data.claims, 'claim')), ' · ',
        h('a', { href: '/problems' }, counted(data.problems, 'problem')), ` among ${counted(data.inputs, 'input')}`,
        data.undated_articles ? ` · ${counted(data.undated_articles, 'article')} without a date` : '')));
  return { title: 'Overview', content, meta: data.meta, ready: () => map.show(data.points, null) };
}
