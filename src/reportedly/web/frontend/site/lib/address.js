// The address in a copy in files: what a server would have as path and query stands behind the `#`.

import { withChanged } from './values.js';

export const isSite = true;

/** '/events?type=PROTEST' of '…/index.html#/events?type=PROTEST' */
function state() {
  const hash = location.hash.slice(1);
  return hash.startsWith('/') ? hash : '/';
}

/** The page that is shown. @returns {string} */
export const path = () => state().split('?')[0];

/** Its filters, as they stand in the address. @returns {string} */
export function search() {
  const at = state().indexOf('?');
  return at < 0 ? '' : state().slice(at);
}

/** What a link or picture of ours is called in this page. @param {string} address @returns {string} */
export function addressOf(address) {
  if (address.startsWith('/static/')) return `.${address}`;
  if (address.startsWith('/charts/')) return `./data${address}`;
  return address.startsWith('/') ? `#${address}` : address;
}

/** @param {() => void} listener called after each change of the address */
export function onChange(listener) {
  window.addEventListener('hashchange', listener);
  document.querySelector('.skip')?.addEventListener('click', (event) => {
    event.preventDefault(); // its `#main` would be an address
    document.getElementById('main')?.focus();
  });
}

/** @param {string} address */
export function go(address) {
  location.hash = address;
}

/** @returns {URLSearchParams} */
export const query = () => new URLSearchParams(search());

/** The present address with other values. @param {Record<string, string | string[] | null>} values */
export const withValues = (values) => withChanged(path(), query(), values);

/** Go there. @param {Record<string, string | string[] | null>} values */
export function set(values) {
  go(withValues(values));
}

/** Pages of a copy have no other formats. @param {'json' | 'csv'} format */
export const as = (format) => `/${format}`;
