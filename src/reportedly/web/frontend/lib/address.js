// The address is the state of every page: filters, sort, what is selected.

import { withChanged } from './values.js';

/** Whether this is a copy in files (see `site/`), without a server behind it. */
export const isSite = false;

/** The page that is shown. @returns {string} */
export const path = () => location.pathname;

/** Its filters, as they stand in the address. @returns {string} */
export const search = () => location.search;

/** What a link or picture of ours is called in this page. @param {string} address */
export const addressOf = (address) => address;

/** @type {() => void} */
let changed = () => {};

/** @param {() => void} listener called after each change of the address */
export function onChange(listener) {
  changed = listener;
  window.addEventListener('popstate', () => changed());
  document.addEventListener('click', follow);
}

/** Follow links of our own without loading the whole page. @param {MouseEvent} event */
function follow(event) {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const to = new URL(link.href);
  if (to.origin !== location.origin || link.hasAttribute('download') || link.target) return;
  if (/\.(json|csv|jsonl|svg)$/.test(to.pathname) || to.pathname.startsWith('/static/')) return;
  if (to.pathname === location.pathname && to.search === location.search && to.hash) return;
  event.preventDefault();
  go(to.pathname + to.search + to.hash);
}

/** @param {string} address */
export function go(address) {
  history.pushState(null, '', address);
  changed();
}

/** @returns {URLSearchParams} */
export const query = () => new URLSearchParams(search());

/** The present address with other values. @param {Record<string, string | string[] | null>} values */
export const withValues = (values) => withChanged(path(), query(), values);

/** Go there. @param {Record<string, string | string[] | null>} values */
export function set(values) {
  go(withValues(values));
}

/** The address of the same data in another format. @param {'json' | 'csv'} format */
export function as(format) {
  return `${path() === '/' ? '/overview' : path()}.${format}${search()}`;
}
