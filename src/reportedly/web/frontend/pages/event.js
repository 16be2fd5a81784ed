// One event: values in words beside the sentences that give them, who reported it, what differs.

import { load } from '../lib/data.js';
import { h, replace } from '../lib/dom.js';
import { counted, modeWords, spanWords, typeWords } from '../lib/words.js';
import { articleLine } from '../parts/cards.js';
import { light, markedText } from '../parts/marked.js';
import { history, reportCard } from '../parts/report.js';
import { flags } from '../parts/told.js';

const FIELDS = { actor: 'who did it', place: 'the place', date: 'the date', occurrence: 'whether it happened' };

/** @param {string[]} parts */
export async function draw([id]) {
  const data = await load(`/events/${encodeURIComponent(id)}.json`);
  const row = data.event;
  const beside = makeBeside(data.id);
  const content = h('div.event', null,
    h('div.facts', null,
      h('p.small.quiet', null, 'Event as reported · ', data.id, data.asked !== data.id ? ` · ${data.asked} became part of it` : '', data.split_from ? ` · split from ${data.split_from}` : ''),
      h('h1', null, `${typeWords(row.type)}${row.mode ? `, ${modeWords(row.mode)}` : ''}`, ' ', flags(row)),
      h('dl.values.sum', null,
        line('when', spanWords(row.from, row.to)),
        line('where', row.place || 'not told', row.precision && !['town', 'site'].includes(row.precision) ? `known to the ${row.precision} only` : ''),
        line('who', row.actors.join(', ') || 'unnamed'),
        row.alleged_actors.length ? line('alleged', row.alleged_actors.join(', '), 'named by an opponent or an unnamed voice only') : null,
        row.recipients.length ? line('to whom', row.recipients.join(', ')) : null,
        row.counts.length ? line('how many', row.counts.join(', ')) : null,
        line('reported by', row.outlets.join(', ')),
        line('voices', row.voices.join(', ') || 'none')),
      h('p', null, h('strong', null, row.corroboration)),
      data.cautions.length ? h('ul.cautions', null, data.cautions.map((/** @type {string} */ one) => h('li', null, one))) : null,
      data.contradictions.length ? h('section', null, h('h2', null, 'Sources differ'),
        data.contradictions.map((/** @type {any} */ one) => h('div.differs', null, h('h3', null, /** @type {any} */ (FIELDS)[one.field] ?? one.field),
          h('ul', null, one.values.map((/** @type {[string, string[]]} */ [value, ids]) => h('li', null, value, h('span.quiet', null, ` ${outletsOf(data, ids)}`))))))) : null,
      data.campaigns.length ? h('section', null, h('h2', null, 'Part of'), data.campaigns.map((/** @type {any} */ one) => h('p', null,
        h('a', { href: '/campaigns' }, `${one.kind === 'campaign' ? 'a campaign' : 'a series of alike events'} of ${counted(one.events, 'event')}`),
        one.basis[0] ? [', as ', one.basis[0].outlet, ' says: ', h('q', { dir: 'auto' }, one.basis[0].quote)] : ''))) : null,
      h('section', null, h('h2', null, `${counted(data.reports.length + data.more_reports, 'report')}, the first published on top`),
        data.reports.map((/** @type {any} */ report) => reportCard(report, { onValue: beside.onValue })),
        data.more_reports ? h('p.quiet', null, `and ${data.more_reports} more`) : null),
      h('section', null, h('h2', null, 'Why these are one event'), h('p', null, `Same kind of act, place and time, and no actors that contradict each other. Values: ${data.rule}.`),
        reasons(data),
        h('h3', null, 'Judgements'), history(data.judgements))),
    beside.element);
  return {
    title: `${typeWords(row.type)} ${row.place}`, content, meta: data.meta,
    ready: () => data.reports[0] && beside.show(data.reports[0], null),
  };
}

/** @param {string} name @param {string} words @param {string} [note] */
function line(name, words, note = '') {
  return h('div', null, h('dt', null, name), h('dd', null, words, note ? h('span.quiet.small', null, ` ${note}`) : null));
}

/** @param {any} data @param {string[]} ids */
function outletsOf(data, ids) {
  const outlets = data.reports.filter((/** @type {any} */ one) => ids.includes(one.id)).map((/** @type {any} */ one) => one.article.outlet);
  return [...new Set(outlets)].join(', ') || counted(ids.length, 'report');
}

/** Why pairs of reports were joined, or kept apart. @param {any} data */
function reasons(data) {
  if (!data.joined.length) return null;
  const outlet = (/** @type {string} */ id) => data.reports.find((/** @type {any} */ one) => one.id === id)?.article.outlet ?? 'a report of another event';
  return h('details', null, h('summary', null, `Why reports were joined or kept apart: ${counted(data.joined.length, 'pair')}`),
    h('ul', null, data.joined.map((/** @type {any} */ one) => h('li', null,
      `${outlet(one.subject)} and ${outlet(one.other)}, ${one.kind === 'same' ? 'joined' : 'kept apart'}: `,
      h('span.quiet', null, one.reasons.join('; ') || 'no reason told')))));
}

/** The article beside the values. @param {string} eventId */
export function makeBeside(eventId) {
  const body = h('div', null);
  const element = h('aside.beside', { 'aria-label': 'The article', tabindex: 0 }, body);
  let shown = '';
  let wanted = '';

  /** @param {any} report @param {string | null} key @param {boolean} [scroll] */
  async function show(report, key, scroll = true) {
    const article = report.article.id;
    wanted = article;
    if (article !== shown) {
      const data = await load(`/articles/${encodeURIComponent(article)}.json?event=${encodeURIComponent(eventId)}`);
      if (wanted !== article) return;
      shown = article;
      replace(body, h('p.small', null, articleLine(data.article)), markedText(data));
      body.querySelector('.text')?.setAttribute('dir', data.direction === 'rtl' ? 'rtl' : 'auto');
    }
    light(body, key ?? `${report.id}:act:0`, scroll);
  }
  return {
    element, show,
    onValue: (/** @type {any} */ report, /** @type {any} */ value, /** @type {boolean} */ chosen) => {
      if (chosen || report.article.id === shown) show(report, value.key, true);
    },
  };
}
