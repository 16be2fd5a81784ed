// A text with marks; values elsewhere on the page light up their passage.

import { h } from '../lib/dom.js';

/**
 * @param {{ segments: any[], spans: any[], language: string }} data
 * @param {(span: any) => boolean} [wanted] which spans to show
 * @returns {HTMLElement}
 */
export function markedText(data, wanted = () => true) {
  const body = h('div.text', { dir: 'auto', lang: data.language });
  for (const piece of data.segments) {
    const spans = piece.marks.map((/** @type {number} */ n) => data.spans[n]).filter(wanted);
    if (piece.hidden) {
      body.append(h('span.hidden', { title: 'hidden: private persons and fine places' }, piece.text));
    } else if (spans.length) {
      const layers = [...new Set(spans.map((/** @type {any} */ one) => one.layer))];
      const labels = [...new Set(spans.map((/** @type {any} */ one) => one.label))];
      body.append(h('mark', {
        class: layers.map((layer) => `layer-${layer}`).join(' '),
        title: labels.join(' · '),
        'data-keys': spans.map((/** @type {any} */ one) => one.key).join(' '),
        'data-start': piece.start,
      }, piece.text));
    } else {
      body.append(h('span', { 'data-start': piece.start }, piece.text));
    }
  }
  return body;
}

/** Light up the passage of a key inside a part of the page. @param {ParentNode} where @param {string | null} key @param {boolean} [scroll] */
export function light(where, key, scroll = false) {
  let first = true;
  for (const mark of where.querySelectorAll('mark')) {
    const hit = key !== null && (mark.getAttribute('data-keys') ?? '').split(' ').includes(key);
    mark.classList.toggle('lit', hit);
    if (hit && first && scroll) bring(mark);
    if (hit) first = false;
  }
}

/** Bring a passage into sight; beside an event only the article scrolls, not the page. @param {Element} mark */
function bring(mark) {
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
  const box = mark.closest('.beside');
  if (!box) {
    mark.scrollIntoView({ block: 'center', behavior });
    return;
  }
  const above = mark.getBoundingClientRect().top - box.getBoundingClientRect().top;
  box.scrollTo({ top: box.scrollTop + above - box.clientHeight / 3, behavior });
}
