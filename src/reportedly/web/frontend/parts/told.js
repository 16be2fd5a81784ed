// How well something is told: counts side by side, never a score.

import { h } from '../lib/dom.js';
import { counted, number } from '../lib/words.js';

/** Reports, texts and voices of an event row. @param {any} row @returns {HTMLElement} */
export function told(row) {
  const voices = row.voices.length;
  return h('span.told', { title: row.corroboration },
    h('span', null, counted(row.reports, 'report')),
    h('span', { class: row.texts <= 1 ? 'few' : '' }, counted(row.texts, 'text')),
    h('span', { class: voices <= 1 ? 'few' : '' }, counted(voices, 'voice')));
}

/**
 * One bar of several parts with a legend below.
 * @param {string} label
 * @param {Array<{ name: string, value: number, look: string, href?: string }>} parts
 */
export function shares(label, parts) {
  const whole = parts.reduce((sum, part) => sum + part.value, 0) || 1;
  const spoken = parts.map((part) => `${part.name} ${part.value}`).join(', ');
  return h('figure.shares', null,
    h('div.bar', { role: 'img', 'aria-label': `${label}: ${spoken}` }, parts.filter((part) => part.value).map((part) =>
      h('span', { class: part.look, style: { 'flex-grow': part.value / whole }, title: `${part.name}: ${part.value}` }))),
    h('figcaption', null, parts.map((part) => h('span.key', { class: part.value ? '' : 'none' },
      h('i', { class: part.look, 'aria-hidden': 'true' }),
      part.href && part.value ? h('a', { href: part.href }, `${number(part.value)} ${part.name}`) : `${number(part.value)} ${part.name}`))));
}

/**
 * Values with a bar each.
 * @param {Array<[string, number]>} values
 * @param {(value: string) => string} name
 * @param {(value: string) => string} href
 */
export function bars(values, name, href) {
  const most = Math.max(1, ...values.map(([, count]) => count));
  return h('ol.bars', null, values.map(([value, count]) => h('li', null,
    h('a', { href: href(value) }, name(value)),
    h('span.track', { 'aria-hidden': 'true' }, h('span', { style: { width: `${(100 * count) / most}%` } })),
    h('span.count', null, number(count)))));
}

/** Short marks beside an event: what makes it no plain event. @param {any} row */
export function flags(row) {
  return [
    row.status !== 'actual' && h('span.tag', null, row.status),
    row.denials > 0 && h('span.tag.warn', null, 'denied'),
    row.disagrees.filter((/** @type {string} */ one) => one !== 'occurrence').length > 0 && h('span.tag.warn', null, 'sources differ'),
  ];
}
