// The audit desk: a random sample, coded without seeing what the program found.

import { query, set, withValues } from '../lib/address.js';
import { load, readOnly, send } from '../lib/data.js';
import { h, replace } from '../lib/dom.js';
import { counted, dayWords, typeWords } from '../lib/words.js';
import { selected } from '../parts/correction.js';
import { markedText } from '../parts/marked.js';
import { onlyReads, whoAreYou } from '../parts/reviewer.js';

/** @type {Array<[string, string, string]>} */
const LINES = [
  ['mode', 'Mode', ''], ['actors', 'Actors', 'names; by semicolon'], ['recipients', 'Recipients', ''],
  ['place', 'Place', 'as the article spells it'], ['country', 'Country', 'two letters'],
  ['first_day', 'First day', 'YYYY-MM-DD'], ['last_day', 'Last day', 'YYYY-MM-DD'],
  ['speakers', 'Who says so', 'ministry > police; empty: the outlet'],
];

export async function draw() {
  const now = query();
  const by = now.get('by') ?? localStorage.getItem('reviewer') ?? '';
  if (!by || readOnly) return { title: 'Audit', content: readOnly ? onlyReads('Audit') : whoAreYou('Audit') };
  if (!now.get('by')) window.history.replaceState(null, '', withValues({ by }));
  const data = await load(`/audit.json?${query()}`);
  if (data.sample === null) return { title: 'Audit', content: noSample(), meta: data.meta };
  const desk = makeDesk(data, by);
  return { title: 'Audit', content: desk.element, meta: data.meta, ready: desk.start };
}

function noSample() {
  return h('div.list', null, h('h1', null, 'Audit'),
    h('p', null, 'No sample is drawn yet. ', h('code', null, 'reportedly audit NEWS -n 200'), ' draws one; load this page again then.'));
}

/** @param {any} data @param {string} by */
function makeDesk(data, by) {
  const list = h('ol.queue', null);
  const work = h('div.work', null);
  const said = h('p.said-line', { role: 'status' });
  const left = h('p.small.quiet', null);
  let at = Math.max(0, data.rows.findIndex((/** @type {any} */ row) => !row.done));
  let begun = performance.now();
  let span = ['', ''];

  const element = h('div.review', null,
    h('div.side', null,
      h('h1', null, 'Audit'),
      h('p.small', null, `Sample ${data.sample}. You are ${by}. `, h('button.link', { type: 'button', onclick: () => { localStorage.removeItem('reviewer'); set({ by: null }); location.reload(); } }, 'another')),
      h('p.small', null, 'What the program found is hidden here. Enter each act that the article reports, then say that it is done.'),
      left, list),
    h('div.desk', null, said, work));

  function drawQueue() {
    const done = data.rows.filter((/** @type {any} */ row) => row.done).length;
    replace(left, `${done} of ${data.rows.length} done.`);
    replace(list, data.rows.map((/** @type {any} */ row, /** @type {number} */ n) => h('li', { class: row.done ? 'done' : '' },
      h('button', { type: 'button', 'aria-current': n === at ? 'true' : null, onclick: () => { at = n; open(); } },
        h('span', { dir: 'auto' }, row.done ? '✓ ' : '', row.title || row.id.slice(0, 12)),
        h('span.quiet.small', null, ` ${row.outlet}, ${dayWords(row.published) || 'undated'}${row.reports ? ` · ${counted(row.reports, 'report')}` : ''}`)))));
    list.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }

  async function open() {
    drawQueue();
    const row = data.rows[at];
    if (!row) { replace(work, h('p', null, 'The sample is empty.')); return; }
    const article = await load(`/audit/${encodeURIComponent(row.id)}.json?sample=${data.sample}&by=${encodeURIComponent(by)}`);
    begun = performance.now();
    span = ['', ''];
    const text = markedText(article, () => false);
    text.setAttribute('dir', article.direction === 'rtl' ? 'rtl' : 'auto');
    replace(work, h('div.two', null,
      h('div', null,
        h('h2', { dir: 'auto' }, row.title || 'Without a title'),
        form(),
        h('h3', null, 'What you entered'),
        h('ol.entered', null, article.entered.filter((/** @type {any} */ one) => one.kind === 'report').map(entered)),
        h('p', null, h('button', { type: 'button', id: 'done', onclick: () => keep('done', {}) }, row.done ? 'Done already: say it again' : 'Done: nothing more to enter', ' ', h('kbd', null, 'd')))),
      h('section.beside', { 'aria-label': 'The article', tabindex: 0 }, text)));
    work.setAttribute('data-article', row.id);
  }

  /** @param {any} one */
  const entered = (one) => h('li', null,
    h('strong', null, typeWords(one.cells.type)), ` ${Object.entries(one.cells).filter(([name]) => !['type', 'start', 'end'].includes(name)).map(([name, value]) => `${name.replace('_', ' ')}: ${value}`).join(' · ')} `,
    h('button.link', { type: 'button', onclick: () => keep('undo', { number: String(one.number) }) }, 'take back'));

  function form() {
    /** @param {string} name @param {string} label @param {any} input */
    const field = (name, label, input) => h('label.field', { for: `code-${name}` }, h('span', null, label), input);
    /** @param {string} name @param {string[]} values */
    const choice = (name, values) => h('select', { id: `code-${name}`, name }, values.map((one) => h('option', { value: one }, name === 'type' ? typeWords(one) : one)));
    return h('form.coding', {
      onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        const cells = Object.fromEntries(new FormData(/** @type {HTMLFormElement} */ (event.target)));
        keep('report', { ...cells, start: span[0], end: span[1] });
      },
    },
      field('type', 'Type', choice('type', data.types)), field('status', 'Status', choice('status', data.statuses)),
      LINES.map(([name, label, hint]) => field(name, label, h('input', { id: `code-${name}`, name, placeholder: hint, maxlength: 1000, autocomplete: 'off' }))),
      data.numbers.map((/** @type {string} */ name) => field(name, name[0].toUpperCase() + name.slice(1), h('input', { id: `code-${name}`, name, placeholder: '3, 200-300, 100+', maxlength: 60, autocomplete: 'off' }))),
      field('words', 'Passage that tells it: select it in the article', h('textarea', { id: 'code-words', name: 'words', maxlength: 4000 })),
      h('p.wide', null, h('button.main', null, 'Keep this report')));
  }

  /** @param {string} kind @param {Record<string, any>} cells */
  async function keep(kind, cells) {
    const row = data.rows[at];
    try {
      await send('/api/codings', { sample: data.sample, article: row.id, by, kind, cells, seconds: (performance.now() - begun) / 1000 });
      replace(said, `Kept: ${kind === 'undo' ? 'taken back' : kind}.`);
      if (kind === 'done') {
        row.done = true;
        at = Math.min(at + 1, data.rows.length - 1);
      } else row.reports += kind === 'report' ? 1 : -1;
      await open();
    } catch (error) {
      replace(said, h('strong', { role: 'alert' }, `Not kept: ${error instanceof Error ? error.message : error}`));
    }
  }

  const picked = () => {
    if (!element.isConnected) { document.removeEventListener('selectionchange', picked); return; }
    const found = selected();
    const words = document.getElementById('code-words');
    if (!found || !(words instanceof HTMLTextAreaElement)) return;
    words.value = found.text;
    span = found.span.split(':');
  };
  /** @param {KeyboardEvent} event */
  const press = (event) => {
    if (!element.isConnected) { document.removeEventListener('keydown', press); return; }
    const typing = event.target instanceof Element && event.target.matches('input, select, textarea');
    if (typing || event.ctrlKey || event.metaKey || event.altKey || event.key !== 'd') return;
    event.preventDefault();
    keep('done', {});
  };
  return {
    element,
    start() {
      document.addEventListener('selectionchange', picked);
      document.addEventListener('keydown', press);
      open();
    },
  };
}
