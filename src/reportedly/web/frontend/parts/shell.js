// The head and foot of every page.

import { as } from '../lib/address.js';
import { h, replace } from '../lib/dom.js';

const LINKS = [
  ['/', 'Overview'], ['/events', 'Events'], ['/echoes', 'Copies'], ['/quotes', 'Quotes'],
  ['/claims', 'Claims'], ['/narratives', 'Narratives'], ['/campaigns', 'Campaigns'],
  ['/sources', 'Sources'], ['/problems', 'Problems'], ['/review', 'Review'],
];
const TABLES = new Set(['/events', '/echoes', '/quotes', '/claims', '/sources', '/articles', '/problems']);

/** @param {string} path */
export function drawShell(path) {
  const here = `/${path.split('/')[1]}`;
  replace(
    /** @type {Element} */ (document.getElementById('top')),
    h('a.brand', { href: '/' }, h('img', { src: '/static/icon.svg', alt: '', width: 22, height: 22 }), 'Reportedly'),
    h('nav', { 'aria-label': 'Pages' }, LINKS.map(([to, name]) =>
      h('a', { href: to, 'aria-current': to === here ? 'page' : null }, name))),
  );
}

/** What the foot says of the data. @param {any} meta */
export function note(meta) {
  const foot = /** @type {Element} */ (document.getElementById('foot'));
  const path = location.pathname;
  replace(
    foot,
    h('p', null, 'A record is what an outlet reported, never what happened. Values were read by program; look at the sentence before you rely on one.'),
    h('p', null,
      meta ? `Collection ${meta.collection}, linking ${meta.linking}. ` : '',
      meta?.restricted ? h('strong', null, 'Restricted: private names are shown. ') : 'Private persons are shown as roles. ',
      meta?.newer ? h('strong', null, 'Newer records are being prepared: load the page again. ') : '',
      'Places: ', h('a', { href: 'https://www.geonames.org/', rel: 'noreferrer', target: '_blank' }, 'GeoNames'), ', CC BY 4.0; coasts and borders as they are held: Natural Earth. ',
      'This page as ', h('a', { href: as('json') }, 'JSON'),
      TABLES.has(path) ? [' or ', h('a', { href: as('csv'), download: '' }, 'CSV')] : '', '.'),
  );
}
