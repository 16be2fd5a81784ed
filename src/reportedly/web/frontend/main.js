// Chooses the page that the address names, and draws it again when the address changes.

import { onChange, path } from './lib/address.js';
import { replace, h } from './lib/dom.js';
import { drawShell, note } from './parts/shell.js';

/** @typedef {{ title: string, content: Node, meta?: any }} Page */

/** @type {Array<[RegExp, () => Promise<any>]>} */
const PAGES = [
  [/^\/$/, () => import('./pages/overview.js')],
  [/^\/events$/, () => import('./pages/events.js')],
  [/^\/events\/([^/]+)$/, () => import('./pages/event.js')],
  [/^\/articles$/, () => import('./pages/articles.js')],
  [/^\/articles\/([^/]+)$/, () => import('./pages/article.js')],
  [/^\/echoes$/, () => import('./pages/echoes.js')],
  [/^\/echoes\/([^/]+)$/, () => import('./pages/echo.js')],
  [/^\/quotes$/, () => import('./pages/said.js')],
  [/^\/claims$/, () => import('./pages/said.js')],
  [/^\/narratives$/, () => import('./pages/narratives.js')],
  [/^\/campaigns$/, () => import('./pages/campaigns.js')],
  [/^\/sources$/, () => import('./pages/sources.js')],
  [/^\/problems$/, () => import('./pages/problems.js')],
  [/^\/review$/, () => import('./pages/review.js')],
  [/^\/charts$/, () => import('./pages/charts.js')],
  [/^\/compare$/, () => import('./pages/compare.js')],
  [/^\/audit$/, () => import('./pages/audit.js')],
];

const main = /** @type {HTMLElement} */ (document.getElementById('main'));
let turn = 0;
let shown = '';
/** @type {null | ((parts: string[]) => Promise<boolean>)} */
let update = null;

/** Draw the page of the address; a page that can update itself keeps its place. */
async function draw() {
  const mine = ++turn;
  const here = path();
  drawShell(here);
  const found = PAGES.map(([pattern, get]) => ({ parts: pattern.exec(here), get })).find((one) => one.parts);
  main.setAttribute('aria-busy', 'true');
  try {
    if (update && here === shown) {
      await update(found?.parts?.slice(1) ?? []);
      return;
    }
    update = null;
    if (!found) throw new Error('there is no such page');
    const page = await (await found.get()).draw(found.parts?.slice(1).map(decodeURIComponent) ?? []);
    if (mine !== turn) return;
    document.title = `${page.title} · Reportedly`;
    replace(main, page.content);
    page.ready?.();
    update = page.update ?? null;
    shown = here;
    note(page.meta);
    scrollTo(0, 0);
  } catch (error) {
    if (mine !== turn || (error instanceof DOMException && error.name === 'AbortError')) return;
    const words = error instanceof Error ? error.message : String(error);
    replace(main, h('h1', null, 'This cannot be shown'), h('p', { role: 'alert' }, words));
  } finally {
    if (mine === turn) main.removeAttribute('aria-busy');
  }
}

onChange(draw);
draw();
