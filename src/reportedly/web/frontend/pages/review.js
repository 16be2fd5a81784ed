// The review desk: keyboard first; each judgement is kept at once and can be taken back.

import { query, set, withValues } from '../lib/address.js';
import { load, readOnly, send } from '../lib/data.js';
import { h, replace } from '../lib/dom.js';
import { counted, modeWords, spanWords, typeWords } from '../lib/words.js';
import { headline } from '../parts/cards.js';
import { correction } from '../parts/correction.js';
import { history, reportCard } from '../parts/report.js';
import { onlyReads, whoAreYou } from '../parts/reviewer.js';
import { makeBeside } from './event.js';

const KEYS = [
  ['a', 'accept this report'], ['x', 'reject it'], ['e', 'correct a value'], ['s', 'same event as the report above'],
  ['d', 'different event: split it off'], ['u', 'take back my last judgement'], ['j / k', 'next / former report'],
  ['n / p', 'next / former event'], ['c', 'comment'], ['?', 'this help'],
];
const SIZE = 50;

export async function draw() {
  const now = query();
  const by = now.get('by') ?? localStorage.getItem('reviewer') ?? '';
  if (!by || readOnly) return { title: 'Review', content: readOnly ? onlyReads('Review') : whoAreYou('Review') };
  if (!now.get("by")) window.history.replaceState(null, "", withValues({ by }));
  const blind = now.get('blind') === '1';
  const data = await load(`/review.json?size=${SIZE}&${query()}`);
  const desk = makeDesk(data, by, blind);
  return { title: 'Review', content: desk.element, meta: data.meta, ready: desk.start };
}

/** @param {any} data @param {string} by @param {boolean} blind */
function makeDesk(data, by, blind) {
  const list = h('ol.queue', null);
  const work = h('div.work', { 'aria-live': 'polite' });
  const said = h('p.said-line', { role: 'status' });
  const help = h('dialog', { 'aria-label': 'Keys' }, h('h2', null, 'Keys'), h('dl.keys', null, KEYS.map(([key, words]) => h('div', null, h('dt', null, h('kbd', null, key)), h('dd', null, words)))), h('form', { method: 'dialog' }, h('button', null, 'Close')));
  let at = Math.max(0, data.rows.findIndex((/** @type {any} */ row) => !row.done));
  let chosen = 0;
  let begun = performance.now();
  const deciding = data.queue === 'disagreement';
  /** @type {any} */
  let event = null;
  /** @type {any} */
  let beside = null;
  /** @type {Array<{ number: number, subject: string }>} */
  const mine = [];

  const element = h('div.review', null,
    h('div.side', null,
      h('h1', null, 'Review'),
      h('p.small', null, `You are ${by}. `, h('button.link', { type: 'button', onclick: () => { localStorage.removeItem('reviewer'); set({ by: null }); location.reload(); } }, 'another')),
      h('nav.tabs', { 'aria-label': 'Queues' }, [['doubt', 'By doubt'], ['effect', 'By effect'], ['disagreement', 'Reviewers differ']].map(([name, words]) =>
        h('a', { href: withValues({ queue: name }), 'aria-current': data.queue === name ? 'true' : null }, words))),
      h('p.small.quiet', null, `${data.left} left, ${data.done} done. `, h('a', { href: withValues({ blind: blind ? null : '1' }) }, blind ? 'Show what others judged' : 'Judge blind')),
      deciding ? h('p.small', null, 'What you judge in this queue decides: it stands over what reviewers gave, and is counted in no agreement.') : null,
      list,
      blind ? null : agreement(data),
      h('p.small', null, h('a', { href: '/reviewed.jsonl', download: '' }, 'Reviewed reports as a file'), ' · ', h('button.link', { type: 'button', onclick: () => /** @type {any} */ (help).showModal() }, 'keys (?)'))),
    h('div.desk', null, said, work), help);

  async function open() {
    const row = data.rows[at];
    replace(list, data.rows.map((/** @type {any} */ one, /** @type {number} */ n) => h('li', { class: one.done ? 'done' : '' },
      h('button', { type: 'button', 'aria-current': n === at ? 'true' : null, onclick: () => { at = n; open(); } },
        h('span', null, one.done ? '✓ ' : '', headline(one)), h('span.quiet.small', null, ` ${one.why.join(', ')}`)))));
    list.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
    if (!row) { replace(work, h('p', null, 'The queue is empty.')); return; }
    event = await load(`/events/${encodeURIComponent(row.id)}.json`);
    if (blind) event.judgements = event.judgements.filter((/** @type {any} */ one) => one.by === by);
    beside = makeBeside(event.id);
    chosen = Math.min(chosen, event.reports.length - 1);
    begun = performance.now();
    drawEvent();
  }

  function drawEvent() {
    const row = event.event;
    const judged = (/** @type {any} */ report) => event.judgements.filter((/** @type {any} */ one) => one.subject === report.id && one.by === by && !one.undone).at(-1);
    replace(work,
      h('h2', null, h('a', { href: `/events/${event.id}` }, `${typeWords(row.type)}${row.mode ? `, ${modeWords(row.mode)}` : ''}`), h('span.quiet', null, ` ${spanWords(row.from, row.to)} · ${row.place || 'place not told'} · ${row.corroboration}`)),
      h('div.two', null,
        h('div', null,
          event.reports.map((/** @type {any} */ report, /** @type {number} */ n) => {
            const card = reportCard(report, { onValue: beside.onValue, head: judged(report) ? h('span.tag.done', null, `you: ${judged(report).kind}`) : null });
            card.classList.toggle('chosen', n === chosen);
            card.addEventListener('click', () => { if (chosen !== n) { chosen = n; mark(); } });
            return card;
          }),
          h('div.actions', null,
            action('a', 'Accept', () => judge('accept')), action('x', 'Reject', () => judge('reject')), action('e', 'Correct', correct),
            event.reports.length > 1 ? [action('s', 'Same', () => pair('same')), action('d', 'Different', () => pair('different'))] : null,
            action('u', 'Undo', undo)),
          h('div', { id: 'form' }),
          h('h3', null, 'Judgements'), history(event.judgements)),
        beside.element));
    mark();
  }

  function mark() {
    work.querySelectorAll('.report').forEach((card, n) => card.classList.toggle('chosen', n === chosen));
    const report = event.reports[chosen];
    if (report) beside.show(report, null, true);
    work.querySelectorAll('.report')[chosen]?.scrollIntoView({ block: 'nearest' });
  }

  /** @param {string} key @param {string} name @param {() => void} act */
  const action = (key, name, act) => h('button', { type: 'button', onclick: act }, name, ' ', h('kbd', null, key));

  /** @param {Record<string, any>} judgement */
  async function keep(judgement) {
    try {
      const kept = await send('/api/judgements', { ...judgement, by, comment: comment(), seconds: (performance.now() - begun) / 1000, decided: deciding && judgement.kind !== 'undo' });
      begun = performance.now();
      if (judgement.kind !== 'undo') mine.push({ number: kept.number, subject: judgement.subject });
      replace(said, `Kept: ${judgement.kind}${judgement.field ? ` ${judgement.field}` : ''}.`);
      const fresh = await load(`/events/${encodeURIComponent(event.id)}.json`);
      event.judgements = blind ? fresh.judgements.filter((/** @type {any} */ one) => one.by === by) : fresh.judgements;
      const done = event.reports.every((/** @type {any} */ report) => event.judgements.some((/** @type {any} */ one) => one.subject === report.id && one.by === by && !one.undone));
      data.rows[at].done = event.judgements.some((/** @type {any} */ one) => one.by === by && !one.undone);
      if (judgement.kind === 'undo') drawEvent();
      else if (done) { at = Math.min(at + 1, data.rows.length - 1); chosen = 0; await open(); }
      else { chosen = Math.min(chosen + 1, event.reports.length - 1); drawEvent(); }
    } catch (error) {
      replace(said, h('strong', { role: 'alert' }, `Not kept: ${error instanceof Error ? error.message : error}`));
    }
  }

  const comment = () => /** @type {HTMLInputElement | null} */ (document.getElementById('comment'))?.value ?? '';
  /** @param {string} kind */
  const judge = (kind) => keep({ kind, subject: event.reports[chosen].id });
  /** @param {string} kind */
  const pair = (kind) => {
    if (event.reports.length < 2) return;
    const other = event.reports[chosen === 0 ? 1 : chosen - 1];
    keep({ kind, subject: event.reports[chosen].id, other: other.id });
  };
  const undo = () => {
    const own = event.judgements.filter((/** @type {any} */ one) => one.by === by && !one.undone).at(-1);
    const last = mine.pop() ?? (own ? { number: own.number, subject: own.subject } : null);
    if (last) keep({ kind: 'undo', subject: last.subject, value: String(last.number) });
    else replace(said, 'There is nothing of yours to take back here.');
  };
  const correct = () => {
    const place = /** @type {Element} */ (document.getElementById('form'));
    replace(place, correction(data, event.reports[chosen], (/** @type {any} */ fix) => keep({ kind: 'correct', subject: event.reports[chosen].id, ...fix }), () => replace(place)));
    place.querySelector('select')?.focus();
  };
  const say = () => {
    const place = /** @type {Element} */ (document.getElementById('form'));
    replace(place, h('label.field', { for: 'comment' }, h('span', null, 'Comment, kept with the next judgement'), h('input', { id: 'comment', maxlength: 2000 })));
    place.querySelector('input')?.focus();
  };
  /** @param {number} by */
  const step = (by) => { chosen = Math.max(0, Math.min(event.reports.length - 1, chosen + by)); mark(); };
  /** @param {number} by */
  const turn = (by) => { at = Math.max(0, Math.min(data.rows.length - 1, at + by)); chosen = 0; open(); };

  /** @type {Record<string, () => void>} */
  const keys = {
    a: () => judge('accept'), x: () => judge('reject'), e: correct, s: () => pair('same'), d: () => pair('different'),
    u: undo, j: () => step(1), k: () => step(-1), n: () => turn(1), p: () => turn(-1), c: say,
    '?': () => /** @type {any} */ (help).showModal(),
  };
  /** @param {KeyboardEvent} event_ */
  const press = (event_) => {
    if (!element.isConnected) { document.removeEventListener('keydown', press); return; }
    const typing = event_.target instanceof Element && event_.target.matches('input, select, textarea');
    if (typing && event_.key === 'Escape') /** @type {HTMLElement} */ (event_.target).blur();
    if (typing || event_.ctrlKey || event_.metaKey || event_.altKey || /** @type {any} */ (help).open || !event) return;
    const act = keys[event_.key];
    if (act) { event_.preventDefault(); act(); }
  };
  return {
    element,
    start() { document.addEventListener('keydown', press); open(); },
  };
}

/** @param {any} data */
function agreement(data) {
  if (!data.reviewers.length) return null;
  return h('details', { open: data.agreement.length > 0 }, h('summary', null, counted(data.reviewers.length, 'reviewer')),
    h('ul.plain', null, data.reviewers.map((/** @type {any} */ one) => h('li', null, `${one.by}: ${counted(one.reports, 'report')}`))),
    h('ul.plain', null, data.agreement.map((/** @type {any} */ one) => h('li', null, `${one.first} and ${one.second}: ${one.same} of ${one.both} alike, Cohen’s kappa ${one.kappa ?? 'not defined'}, Krippendorff’s alpha ${one.alpha ?? 'not defined'}`))),
    data.reviewers.length > 2 ? h('p', null, `All reviewers together: alpha ${data.alpha ?? 'not defined'}`) : null,
    data.times.reviewed ? h('p.small.quiet', null, `A judgement took ${data.times.review_seconds} seconds (median of ${data.times.reviewed})${data.times.coded ? `, a report coded into an empty form ${data.times.coding_seconds} (of ${data.times.coded})` : ''}.`) : null);
}
