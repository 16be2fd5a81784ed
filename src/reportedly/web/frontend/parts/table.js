// A table that holds only the rows in sight; the others are fetched as they come near.

import { h, replace } from '../lib/dom.js';

const BLOCK = 100;
const AROUND = 8;

/**
 * @param {object} facts
 * @param {string} facts.label
 * @param {Array<{ name: string, class?: string, sort?: string, cell: (row: any) => any }>} facts.columns
 * @param {number} facts.height pixels of one row
 * @param {(offset: number, size: number) => Promise<any[]>} facts.fetch
 * @param {(sort: string) => void} [facts.onSort]
 */
export function makeTable({ label, columns, height, fetch, onSort }) {
  const body = h('tbody', null);
  const head = h('tr', null);
  const scroller = h('div.scroller', { tabindex: 0, role: 'region', 'aria-label': label },
    h('table.rows', null, h('thead', null, head), body));
  /** @type {Map<number, any[]>} */
  let blocks = new Map();
  /** @type {Set<number>} */
  let asked = new Set();
  let total = 0;
  let turn = 0;

  function draw() {
    const first = Math.max(0, Math.floor(scroller.scrollTop / height) - AROUND);
    const last = Math.min(total, first + Math.ceil(scroller.clientHeight / height) + 2 * AROUND);
    for (let block = Math.floor(first / BLOCK); block * BLOCK < last; block += 1) want(block);
    const rows = [];
    for (let n = first; n < last; n += 1) {
      const row = blocks.get(Math.floor(n / BLOCK))?.[n % BLOCK];
      rows.push(h('tr', { 'aria-rowindex': n + 2, style: { height: `${height}px` } },
        columns.map((column) => h('td', { class: column.class ?? '' }, row ? h('div', null, column.cell(row)) : ' '))));
    }
    const space = (/** @type {number} */ count) => (count > 0 ? h('tr.space', { 'aria-hidden': 'true' }, h('td', { colspan: columns.length, style: { height: `${count * height}px` } })) : null);
    replace(body, space(first), rows, space(total - last));
  }

  /** @param {number} block */
  async function want(block) {
    if (asked.has(block)) return;
    asked.add(block);
    const mine = turn;
    try {
      const rows = await fetch(block * BLOCK, BLOCK);
      if (mine !== turn) return;
      blocks.set(block, rows);
      draw();
    } catch {
      asked.delete(block);
    }
  }

  let waiting = false;
  scroller.addEventListener('scroll', () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; draw(); });
  }, { passive: true });

  return {
    element: scroller,
    /** @param {number} count @param {any[]} rows the first ones @param {string} sort */
    show(count, rows, sort) {
      turn += 1;
      total = count;
      blocks = new Map(rows.length ? [[0, rows]] : []);
      asked = new Set(rows.length ? [0] : []);
      replace(head, columns.map((column) => h('th', { scope: 'col', class: column.class ?? '', 'aria-sort': column.sort && sort.replace('-', '') === column.sort.replace('-', '') ? (sort.startsWith('-') || !['day', 'type', 'place'].includes(sort) ? 'descending' : 'ascending') : null },
        column.sort && onSort ? h('button.link', { type: 'button', onclick: () => onSort(sort === column.sort && column.sort === '-day' ? 'day' : column.sort ?? '') }, column.name) : column.name)));
      scroller.scrollTop = 0;
      draw();
      requestAnimationFrame(draw);
    },
  };
}

/**
 * A plain table.
 * @param {Array<{ name: string, class?: string, cell: (row: any) => any }>} columns
 * @param {any[]} rows
 * @param {string} caption
 */
export function plainTable(columns, rows, caption) {
  return h('div.scroller.plain', { tabindex: 0, role: 'region', 'aria-label': caption }, h('table.rows', null,
    h('thead', null, h('tr', null, columns.map((column) => h('th', { scope: 'col', class: column.class ?? '' }, column.name)))),
    h('tbody', null, rows.map((row) => h('tr', null, columns.map((column) => h('td', { class: column.class ?? '' }, column.cell(row))))))));
}

/** Links to the pages before and after. @param {any} data @param {number} size @param {(offset: number) => string} href */
export function pager(data, size, href) {
  const { offset, total } = data;
  if (total <= size && !offset) return null;
  const end = Math.min(total, offset + data.rows.length);
  return h('nav.pager', { 'aria-label': 'Pages of the list' },
    offset > 0 ? h('a', { href: href(Math.max(0, offset - size)) }, '← before') : null,
    h('span.quiet', null, `${offset + 1}–${end} of ${total}`),
    end < total ? h('a', { href: href(offset + size) }, 'after →') : null);
}
