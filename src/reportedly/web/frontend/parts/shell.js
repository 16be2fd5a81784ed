// The head and foot of every page.

import { as, isSite, path } from '../lib/address.js';
import { h, replace } from '../lib/dom.js';

const LINKS = [
  ['/', 'Overview'], ['/events', 'Events'], ['/echoes', 'Copies'], ['/quotes', 'Quotes'],
  ['/claims', 'Claims'], ['/narratives', 'Narratives'], ['/campaigns', 'Campaigns'],
  ['/sources', 'Sources'], ['/problems', 'Problems'], ['/charts', 'Charts'], ['/review', 'Review'], ['/audit', 'Audit'], ['/compare', 'Compare'],
];
const NEED_SERVER = new Set(['/problems', '/review', '/audit', '/compare']);
const TABLES = new Set(['/events', '/echoes', '/quotes', '/claims', '/sources', '/articles', '/problems', '/compare']);

/** @param {string} page */
export function drawShell(page) {
  const here = `/${page.split('/')[1]}`;
  replace(
    /** @type {Element} */ (document.getElementById('top')),
    h('a.brand', { href: '/' }, h('img', { src: '/static/icon.svg', alt: '', width: 22, height: 22 }), 'Reportedly'),
    h('nav', { 'aria-label': 'Pages' }, LINKS.filter(([to]) => !isSite || !NEED_SERVER.has(to)).map(([to, name]) =>
      h('a', { href: to, 'aria-current': to === here ? 'page' : null }, name))),
  );
}

/** What the foot says of the data. @param {any} meta */
export function note(meta) {
  const foot = /** @type {Element} */ (document.getElementById('foot'));
  replace(
    foot,
    h('p', null, 'A record is what an outlet reported, never what happened. Values were read by program; look at the sentence before you rely on one.'),
    h('p', null,
      meta ? `Collection ${meta.collection}, linking ${meta.linking}. ` : '',
      meta?.restricted ? h('strong', null, 'Restricted: private names are shown. ') : 'Private persons are shown as roles. ',
      meta?.newer ? h('strong', null, 'Newer records are being prepared: load the page again. ') : '',
      'Places: ', h('a', { href: 'https://www.geonames.org/', rel: 'noreferrer', target: '_blank' }, 'GeoNames'), ', CC BY 4.0; coasts and borders as they are held: Natural Earth. ',
      isSite ? meta?.until ?? '' : ['This page as ', h('a', { href: as('json') }, 'JSON'),
        TABLES.has(path()) ? [' or ', h('a', { href: as('csv'), download: '' }, 'CSV')] : '', '.']),
  );
}
