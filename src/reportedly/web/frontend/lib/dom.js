// Builds elements. Text only ever becomes text nodes, so nothing of an article can act as markup.

import { addressOf } from './address.js';

/** @typedef {Node | string | number | null | undefined | false | Array<any>} Child */

/**
 * @param {string} tag such as 'a', 'p.quiet' or 'span.tag.small'
 * @param {Record<string, any> | null} [facts] attributes; `on…` are listeners, `style` an object
 * @param {...Child} children
 * @returns {HTMLElement}
 */
export function h(tag, facts, ...children) {
  const [name, ...classes] = tag.split('.');
  const element = document.createElement(name);
  if (classes.length) element.className = classes.join(' ');
  return fill(element, facts, children);
}

const SVG = 'http://www.w3.org/2000/svg';

/**
 * @param {string} tag
 * @param {Record<string, any> | null} [facts]
 * @param {...Child} children
 * @returns {any}
 */
export function svg(tag, facts, ...children) {
  return fill(document.createElementNS(SVG, tag), facts, children);
}

/** @param {any} element @param {Record<string, any> | null | undefined} facts @param {Child[]} children */
function fill(element, facts, children) {
  for (const [name, value] of Object.entries(facts ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'style') for (const [key, one] of Object.entries(value)) element.style.setProperty(key, String(one));
    else if (name === 'class') element.classList.add(...String(value).split(' ').filter(Boolean));
    else if (name === 'href' || name === 'src') element.setAttribute(name, addressOf(String(value)));
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  append(element, children);
  return element;
}

/** @param {Node} element @param {Child[]} children */
export function append(element, children) {
  for (const child of children) {
    if (Array.isArray(child)) append(element, child);
    else if (child instanceof Node) element.appendChild(child);
    else if (child !== null && child !== undefined && child !== false && child !== '') {
      element.appendChild(document.createTextNode(String(child)));
    }
  }
}

/** @param {Element} element @param {...Child} children */
export function replace(element, ...children) {
  element.replaceChildren();
  append(element, children);
}
