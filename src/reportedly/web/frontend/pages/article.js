// One article: its text with what was found in it, by layer.

import { load } from '../lib/data.js';
import { h, replace } from '../lib/dom.js';
import { counted, dayWords } from '../lib/words.js';
import { light, markedText } from '../parts/marked.js';
import { reportCard } from '../parts/report.js';

/** @param {string[]} parts */
export async function draw([id]) {
  const data = await load(`/articles/${encodeURIComponent(id)}.json`);
  const row = data.article;
  /** @type {Set<string>} */
  const layers = new Set(['event', 'denial']);
  const body = h('div', null);
  const show = () => {
    replace(body, markedText(data, (span) => span.layer === 'report' || layers.has(span.layer)));
    body.querySelector('.text')?.setAttribute('dir', data.direction === 'rtl' ? 'rtl' : 'auto');
  };
  show();
  const content = h('div.article', null,
    h('div.words', null,
      h('p.small.quiet', null, [row.outlet, row.side !== 'unknown' ? `side as stated: ${row.side}` : 'side unknown', dayWords(row.published) || 'undated'].join(' · ')),
      h('h1', { dir: 'auto' }, row.title || row.input_id || 'Without a title'),
      h('fieldset.layers', null, h('legend', null, 'Marked'), data.layers.map((/** @type {[string, number]} */ [layer, count]) =>
        h('label', { class: `layer-${layer}` }, h('input', {
          type: 'checkbox', checked: layers.has(layer),
          onchange: (/** @type {any} */ event) => { if (event.target.checked) layers.add(layer); else layers.delete(layer); show(); },
        }), ` ${layer} ${count}`))),
      body),
    h('aside.found', { 'aria-label': 'What was found' },
      h('h2', null, counted(data.reports.length, 'report')),
      data.reports.map((/** @type {any} */ report) => reportCard({ ...report, article: null }, {
        head: report.events.map((/** @type {string} */ event) => h('a.tag', { href: `/events/${event}` }, 'event')),
        onValue: (/** @type {any} */ _, /** @type {any} */ value, /** @type {boolean} */ chosen) => light(body, value.key, chosen),
      })),
      data.echoes.length ? h('p', null, data.echoes.map((/** @type {string} */ echo) => h('a', { href: `/echoes/${echo}` }, 'Articles that share this text'))) : null,
      h('h2', null, 'About this article'),
      h('dl.values', null,
        about('published', `${row.published ?? 'unknown'}${row.published_basis ? ` (${row.published_basis})` : ''}`),
        about('outlet', `${row.outlet}${row.outlet_basis ? ` (${row.outlet_basis})` : ''}`),
        about('side', `${row.side}${row.side_basis ? ` (${row.side_basis})` : ''}`),
        row.url ? h('div', null, h('dt', null, 'address'), h('dd', null, h('a', { href: row.url, rel: 'noreferrer noopener', target: '_blank' }, row.url))) : null,
        row.credit ? about('credits', row.credit) : null,
        about('language', row.language ?? 'unknown'),
        about('original', data.raw_id, true), about('text', data.text_id, true), about('read by', data.analyser ?? 'nothing', true),
        data.missing.length ? about('missing', data.missing.join(', ')) : null),
      data.problems.length ? [h('h2', null, 'Problems'), h('ul', null, data.problems.map((/** @type {any} */ one) => h('li', null, `${one.stage}: ${one.reason}`)))] : null,
      data.furniture.length ? h('details', null, h('summary', null, counted(data.furniture.length, 'passage cut', 'passages cut')), h('ul', null, data.furniture.map((/** @type {any} */ one) => h('li', { dir: 'auto' }, `“${one.text}” (${one.reason})`)))) : null));
  return { title: row.title || 'Article', content, meta: data.meta };
}

/** @param {string} name @param {string} words @param {boolean} [code] */
function about(name, words, code = false) {
  return h('div', null, h('dt', null, name), h('dd', null, code ? h('code', { title: words }, words.slice(0, 16)) : words));
}
