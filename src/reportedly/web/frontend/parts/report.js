// One report: who says so, and each value as a button that lights up its passage.

import { h } from '../lib/dom.js';
import { dayWords, modeWords, typeWords } from '../lib/words.js';

const PARTS = { asserts: 'reported', denies: 'denied', withdrawn: 'withdrawn by its outlet' };

/**
 * @param {any} report
 * @param {{ onValue?: (report: any, value: any, chosen: boolean) => void, head?: any }} does
 */
export function reportCard(report, does = {}) {
  const article = report.article ?? {};
  return h('article.report', { 'data-report': report.id, class: report.part ?? '' },
    h('header', null,
      h('p', null,
        article.outlet ? h('strong', null, article.outlet) : null,
        article.outlet ? h('span.quiet', null, ` ${[article.side !== 'unknown' ? `side as stated: ${article.side}` : 'side unknown', dayWords(article.published) || 'undated'].join(' · ')}`) : h('strong', null, `${typeWords(report.type)}${report.mode ? `, ${modeWords(report.mode)}` : ''}`)),
      h('p.tags', null,
        report.part ? h('span.tag', { class: report.part === 'asserts' ? '' : 'warn' }, /** @type {any} */ (PARTS)[report.part]) : null,
        report.status !== 'actual' && !(report.part === 'denies' && report.status === 'denied') ? h('span.tag', null, report.status) : null,
        report.copy && report.copy.kind !== 'origin' ? h('a.tag', { href: `/echoes/${report.copy.echo}` }, `${{ excerpt: 'excerpt', rewritten: 'rewriting', edited: 'edited copy', verbatim: 'verbatim copy' }[/** @type {string} */ (report.copy.kind)]}${report.copy.outlet ? ` of ${report.copy.outlet}` : ''}`) : null,
        report.copy && report.copy.kind === 'origin' ? h('a.tag', { href: `/echoes/${report.copy.echo}` }, 'copied by others') : null,
        report.partial ? h('span.tag', null, 'read without syntax') : null,
        does.head)),
    h('dl.values', null, report.values.map((/** @type {any} */ value) => h('div', null,
      h('dt', null, value.name),
      h('dd', null,
        h('button.value', {
          type: 'button', 'data-key': value.key,
          title: value.quote ? `“${value.quote}” — rule ${value.rule}` : `rule ${value.rule}`,
          onmouseenter: () => does.onValue?.(report, value, false),
          onfocus: () => does.onValue?.(report, value, false),
          onclick: () => does.onValue?.(report, value, true),
        }, value.words || '–'),
        value.said_by ? h('span.quiet.small', null, ` according to ${value.said_by}`) : null,
        value.note ? h('span.quiet.small', null, ` ${value.note}`) : null,
        value.others?.length ? h('span.quiet.small', null, ` or ${value.others.join('; ')}`) : null)))));
}

/** What was judged so far. @param {any[]} judgements */
export function history(judgements) {
  if (!judgements.length) return h('p.quiet', null, 'Nobody has judged these reports yet.');
  return h('ol.history', null, judgements.map((one) => h('li', { class: one.undone ? 'undone' : '' },
    h('strong', null, one.by), ` ${verb(one)}`,
    h('span.quiet', null, ` ${(one.at ?? '').replace('T', ' ').slice(0, 16)}${one.undone ? ' · taken back' : ''}${one.decided ? ' · decided' : ''}${one.overruled ? ' · another decision stands' : ''}${one.carried ? ' · carried over from an earlier reading' : ''}`),
    one.comment ? h('q', null, one.comment) : null)));
}

/** @param {any} one */
function verb(one) {
  if (one.kind === 'correct') return `corrected ${one.field} to ${one.value ?? 'nothing'}`;
  return { accept: 'accepted a report', reject: 'rejected a report', same: 'said that two reports tell one event', different: 'said that two reports tell different events', undo: 'took back a judgement' }[/** @type {string} */ (one.kind)] ?? one.kind;
}
