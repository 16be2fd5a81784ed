// The form that corrects one value; text selected in the article becomes the value.

import { h, replace } from '../lib/dom.js';

/**
 * @param {any} data the queue's closed lists
 * @param {any} report
 * @param {(fix: { field: string, value: string, span: string, comment: string }) => void} keep
 * @param {() => void} close
 */
export function correction(data, report, keep, close) {
  let span = '';
  const room = h('span', null);
  const select = /** @type {HTMLSelectElement} */ (h('select', { id: 'fix-field', onchange: () => draw() }, data.fields.map((/** @type {string} */ name) => h('option', { value: name }, name))));
  const draw = () => {
    const closed = data.closed[select.value];
    const now = report.values.find((/** @type {any} */ one) => one.field === select.value)?.words ?? '';
    replace(room, closed
      ? h('select', { id: 'fix-value' }, closed.map((/** @type {string} */ one) => h('option', { value: one }, one)))
      : h('input', { id: 'fix-value', value: select.value === 'date' ? '' : now, maxlength: 300, placeholder: select.value === 'date' ? 'YYYY-MM-DD' : 'or select text in the article' }));
  };
  const picked = () => {
    const found = selected();
    if (!found || !form.isConnected) return;
    span = found.span;
    const input = document.getElementById('fix-value');
    if (input instanceof HTMLInputElement) input.value = found.text;
  };
  document.addEventListener('selectionchange', picked);
  const form = h('form.inline', {
    onsubmit: (/** @type {Event} */ event) => {
      event.preventDefault();
      document.removeEventListener('selectionchange', picked);
      const value = /** @type {HTMLInputElement} */ (document.getElementById('fix-value')).value;
      const comment = /** @type {HTMLInputElement} */ (document.getElementById('comment')).value;
      keep({ field: select.value, value, span, comment });
    },
  },
    h('label.field', { for: 'fix-field' }, h('span', null, 'Value'), select),
    h('label.field', { for: 'fix-value' }, h('span', null, 'is'), room),
    h('label.field', { for: 'comment' }, h('span', null, 'Comment'), h('input', { id: 'comment', maxlength: 2000 })),
    h('button.main', null, 'Keep'), h('button', { type: 'button', onclick: () => { document.removeEventListener('selectionchange', picked); close(); } }, 'Cancel'));
  draw();
  return form;
}

/** The selected passage with its true offsets: pieces carry their start, counted in code points. */
export function selected() {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  const from = offset(range.startContainer, range.startOffset);
  const to = offset(range.endContainer, range.endOffset);
  if (from === null || to === null || to <= from) return null;
  return { text: selection.toString().trim(), span: `${from}:${to}` };
}

/** @param {Node} node @param {number} at */
function offset(node, at) {
  const piece = (node instanceof Element ? node : node.parentElement)?.closest('[data-start]');
  if (!piece || !node.textContent || !piece.closest('.beside')) return null;
  if (node instanceof Element) at = at ? node.textContent.length : 0; // a whole piece was selected
  return Number(piece.getAttribute('data-start')) + [...node.textContent.slice(0, at)].length;
}
