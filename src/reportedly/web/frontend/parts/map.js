// A map of events as SVG over coasts and towns, without outside tiles. Size is the number of voices,
// hollow means that one text tells each, dashed that sources differ; lines join a campaign's places.

import { svg, h, replace } from '../lib/dom.js';
import { counted, number } from '../lib/words.js';
import { groundOf } from './ground.js';

const SMALL = matchMedia('(max-width: 45em)').matches;
const WIDTH = SMALL ? 420 : 960;
const HEIGHT = SMALL ? 330 : 390;
const CELL = 26; // pixels within which places are one dot
const LABELS = SMALL ? 6 : 14;

/** @typedef {{ west: number, south: number, east: number, north: number }} Box */

/**
 * @param {{ onBox?: (box: string | null) => void, onPlace?: (name: string) => void, boxed?: boolean }} does
 * @returns {{ element: HTMLElement, show: (points: any, box: string | null) => void }}
 */
export function makeMap(does) {
  /** @type {any} */
  let points = { name: [], lat: [], lon: [], events: [], voices: [], single: [], differ: [] };
  /** @type {Box} */
  let view = { west: -180, south: -60, east: 180, north: 80 };
  const ground = svg('g', null);
  const links = svg('g', null);
  const names = svg('g', { class: 'towns' });
  const dots = svg('g', null);
  const picture = svg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'group', 'aria-label': 'Map of events' }, ground, links, names, dots);
  const empty = h('p.over.quiet', { hidden: true }, 'No event here has a place with a point.');
  const button = (/** @type {string} */ label, /** @type {string} */ title, /** @type {() => void} */ act) =>
    h('button', { type: 'button', title, 'aria-label': title, onclick: act }, label);
  const element = h('div.map', null, picture, empty,
    h('div.tools', null,
      button('+', 'Nearer', () => zoom(0.5)), button('−', 'Wider', () => zoom(2)),
      button('All', 'All places', () => { view = bounds(points); does.onBox?.(null); draw(); })),
    does.onBox ? h('div.tools.low', null, button('Only what is on this map', 'Filter by what the map shows', () => does.onBox?.([view.west, view.south, view.east, view.north].map((one) => one.toFixed(2)).join(',')))) : null,
    h('p.legend', null, key('4 voices', 9, ''), key('1 voice', 4.5, ''), key('single text', 5, 'single'), key('sources differ', 7, 'ring'), h('span', null, svg('svg', { width: 22, height: 22, 'aria-hidden': 'true' }, svg('path', { d: 'M1 11h20', class: 'campaign' })), 'called one campaign by a text')));
  drag(picture, (dx, dy) => {
    const wide = view.east - view.west;
    const high = view.north - view.south;
    view = { west: view.west - dx * wide, east: view.east - dx * wide, north: view.north + dy * high, south: view.south + dy * high };
    draw();
  }, zoom);

  /** @param {number} by @param {number} [fx] @param {number} [fy] */
  function zoom(by, fx = 0.5, fy = 0.5) {
    const wide = (view.east - view.west) * by;
    const high = (view.north - view.south) * by;
    if (wide > 400 || wide < 0.05) return;
    const x = view.west + (view.east - view.west) * fx;
    const y = view.north - (view.north - view.south) * fy;
    view = { west: x - wide * fx, east: x + wide * (1 - fx), north: y + high * fy, south: y - high * (1 - fy) };
    draw();
  }

  /** @param {number} lat @param {number} lon */
  function at(lat, lon) {
    return [((lon - view.west) / (view.east - view.west)) * WIDTH, ((view.north - lat) / (view.north - view.south)) * HEIGHT];
  }

  function draw() {
    empty.toggleAttribute('hidden', points.name.length > 0);
    replace(names);
    replace(dots);
    replace(links, (points.lines ?? []).map((/** @type {any} */ line) => svg('path', { d: line.pairs.map(joined).join(''), class: 'campaign' }, svg('title', null, line.words))));
    const taken = drawDots();
    const now = view;
    groundOf(view, at).then(({ paths, towns }) => {
      if (now !== view) return;
      replace(ground, paths.map(([look, path]) => svg('path', { d: path, class: look })));
      let shown = 0;
      towns.names.forEach((/** @type {string} */ name, /** @type {number} */ n) => {
        const [x, y] = at(towns.lat[n], towns.lon[n]);
        if (shown < LABELS && free(taken, x + 4, y, name.length * 6)) {
          names.append(svg('text', { x: x + 4, y: y + 4 }, name));
          shown += 1;
        }
      });
    }).catch(() => {});
  }

  /** @param {number[]} pair lat, lon, lat, lon */
  function joined(pair) {
    const [from, to] = [at(pair[0], pair[1]), at(pair[2], pair[3])];
    return `M${from[0].toFixed(1)} ${from[1].toFixed(1)}L${to[0].toFixed(1)} ${to[1].toFixed(1)}`;
  }

  /** Draw the events; returns the room that their labels take. */
  function drawDots() {
    /** @type {Map<string, any>} */
    const cells = new Map();
    for (let n = 0; n < points.name.length; n += 1) {
      const [x, y] = at(points.lat[n], points.lon[n]);
      if (x < -20 || y < -20 || x > WIDTH + 20 || y > HEIGHT + 20) continue;
      const key = `${Math.floor(x / CELL)} ${Math.floor(y / CELL)}`;
      const cell = cells.get(key);
      if (!cell) cells.set(key, { x, y, places: [points.name[n]], events: points.events[n], voices: points.voices[n], single: points.single[n], differ: points.differ[n] });
      else {
        cell.places.push(points.name[n]);
        cell.events += points.events[n];
        cell.single += points.single[n];
        cell.differ += points.differ[n];
        cell.voices = Math.max(cell.voices, points.voices[n]);
      }
    }
    /** @type {number[][]} */
    const taken = [];
    for (const cell of [...cells.values()].sort((a, b) => b.events - a.events)) {
      const radius = 3 + 2.2 * Math.sqrt(Math.min(cell.voices, 30));
      const single = cell.single === cell.events;
      const name = cell.places[0] + (cell.places.length > 1 ? ` and ${cell.places.length - 1} more` : '');
      const words = `${name}: ${counted(cell.events, 'event')}, at most ${counted(cell.voices, 'voice')}${single ? ', single texts' : ''}${cell.differ ? ', sources differ' : ''}`;
      const act = () => (cell.places.length === 1 ? does.onPlace?.(cell.places[0]) : zoom(0.4, cell.x / WIDTH, cell.y / HEIGHT));
      dots.append(svg('g', {
        class: 'dot', tabindex: 0, role: 'button', 'aria-label': words,
        onclick: act,
        onkeydown: (/** @type {KeyboardEvent} */ event) => { if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); act(); } },
      },
        svg('circle', { cx: cell.x, cy: cell.y, r: radius, class: single ? 'single' : null }),
        cell.differ ? svg('circle', { cx: cell.x, cy: cell.y, r: radius + 3.5, class: 'ring' }) : null,
        cell.events > 1 && radius > 7 ? svg('text', { x: cell.x, y: cell.y + 3.5, class: single ? 'in single' : 'in' }, number(cell.events)) : null,
        svg('title', null, words)));
      if (taken.length < LABELS && free(taken, cell.x + radius + 5, cell.y, name.length * 6.6)) {
        dots.append(svg('text', { x: cell.x + radius + 5, y: cell.y + 4, class: 'name' }, name));
      }
    }
    return taken;
  }

  return {
    element,
    show(next, box) {
      const first = points.name.length === 0;
      points = next;
      if (box) {
        const [west, south, east, north] = box.split(',').map(Number);
        view = fitted({ west, south, east, north });
      } else if (first || !does.boxed) view = bounds(points);
      draw();
    },
  };
}

/** @param {string} words @param {number} radius @param {string} look */
function key(words, radius, look) {
  return h('span', null, svg('svg', { width: 22, height: 22, 'aria-hidden': 'true' }, svg('circle', { cx: 11, cy: 11, r: radius, class: look })), words);
}

/** Whether a label finds room; it is then taken. @param {number[][]} taken @param {number} x @param {number} y @param {number} wide */
function free(taken, x, y, wide) {
  const box = [x, y - 8, x + wide, y + 8];
  if (box[2] > WIDTH || x < 0 || y < 10 || y > HEIGHT - 10) return false;
  if (taken.some((one) => box[0] < one[2] && one[0] < box[2] && box[1] < one[3] && one[1] < box[3])) return false;
  taken.push(box);
  return true;
}

/** The box that holds most points, with a margin. @param {any} points @returns {Box} */
function bounds(points) {
  if (!points.lat.length) return fitted({ west: -150, south: -50, east: 165, north: 70 });
  const inner = (/** @type {number[]} */ values) => {
    const sorted = [...values].sort((a, b) => a - b);
    const cut = sorted.length > 40 ? Math.floor(sorted.length * 0.01) : 0;
    return [sorted[cut], sorted[sorted.length - 1 - cut]];
  };
  const [south, north] = inner(points.lat);
  const [west, east] = inner(points.lon);
  const margin = 1 + Math.max(north - south, east - west) * 0.12;
  return fitted({ west: west - margin, south: south - margin, east: east + margin, north: north + margin });
}

/** The box in the picture's shape, true to distances in its middle. @param {Box} box @returns {Box} */
function fitted(box) {
  const x = (box.west + box.east) / 2;
  const y = (box.south + box.north) / 2;
  const narrow = Math.max(Math.cos((y * Math.PI) / 180), 0.2);
  const high = Math.max(box.north - box.south, ((box.east - box.west) * narrow * HEIGHT) / WIDTH);
  const wide = (high * WIDTH) / HEIGHT / narrow;
  return { west: x - wide / 2, east: x + wide / 2, south: y - high / 2, north: y + high / 2 };
}

/**
 * @param {any} picture
 * @param {(dx: number, dy: number) => void} move in shares of the picture
 * @param {(by: number, fx: number, fy: number) => void} zoom
 */
function drag(picture, move, zoom) {
  /** @type {null | { x: number, y: number }} */
  let from = null;
  picture.addEventListener('pointerdown', (/** @type {PointerEvent} */ event) => {
    if (event.target instanceof Element && event.target.closest('.dot')) return;
    from = { x: event.clientX, y: event.clientY };
    picture.setPointerCapture(event.pointerId);
  });
  picture.addEventListener('pointermove', (/** @type {PointerEvent} */ event) => {
    if (!from || Math.hypot(event.clientX - from.x, event.clientY - from.y) < 6) return;
    const box = picture.getBoundingClientRect();
    move((event.clientX - from.x) / box.width, (event.clientY - from.y) / box.height);
    from = { x: event.clientX, y: event.clientY };
  });
  for (const name of ['pointerup', 'pointercancel']) picture.addEventListener(name, () => { from = null; });
  picture.addEventListener('wheel', (/** @type {WheelEvent} */ event) => {
    if (!event.ctrlKey && !event.metaKey) return; // plain scrolling moves the page
    event.preventDefault();
    const box = picture.getBoundingClientRect();
    zoom(event.deltaY > 0 ? 1.25 : 0.8, (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
  }, { passive: false });
}
