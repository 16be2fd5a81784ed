// Who judges or codes: a pseudonym, asked for once.

import { set } from '../lib/address.js';
import { h } from '../lib/dom.js';

/** @param {string} title */
export function onlyReads(title) {
  return h('div.list', null, h('h1', null, title), h('p', null, 'This explorer was started with --read-only: nothing is taken.'));
}

/** @param {string} title */
export function whoAreYou(title) {
  const input = /** @type {HTMLInputElement} */ (h('input', { id: 'who', maxlength: 40, autocomplete: 'nickname', required: true }));
  return h('div.list', null, h('h1', null, title),
    h('p.lead', null, 'What you decide is added beside the reports, never over them, under a pseudonym. Pseudonyms stand in no export.'),
    h('form.inline', { onsubmit: (/** @type {Event} */ event) => { event.preventDefault(); localStorage.setItem('reviewer', input.value.trim()); set({ by: input.value.trim() }); location.reload(); } },
      h('label.field', { for: 'who' }, h('span', null, 'Your pseudonym'), input), h('button.main', null, 'Begin')));
}
