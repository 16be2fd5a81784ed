// What lies under the events: coasts, borders as they are held, and towns.

import { load } from '../lib/data.js';

/** @typedef {{ west: number, south: number, east: number, north: number }} Box */
/** @typedef {{ x: Float32Array, y: Float32Array, box: Box }} Line degrees */
/** @typedef {(lat: number, lon: number) => number[]} At from degrees to pixels */

const APART = 1; // pixels between drawn points of a line
const NEAR = 70; // degrees of width below which small towns show

/** @type {Promise<{ coasts: Line[], borders: Line[] }> | null} */
let world = null;

/** The lines of the whole world, read once. */
function loadWorld() {
  world ??= load('/world.json').then((data) => ({
    coasts: data.coasts.map((/** @type {number[]} */ steps) => unfolded(steps, data.scale)),
    borders: data.borders.map((/** @type {number[]} */ steps) => unfolded(steps, data.scale)),
  }));
  return world;
}

/**
 * The paths to draw under a view, by class.
 * @param {Box} view
 * @param {At} at
 * @returns {Promise<{ paths: [string, string][], towns: any }>}
 */
export async function groundOf(view, at) {
  const box = [view.west, view.south, view.east, view.north].map((one) => one.toFixed(1)).join(',');
  const [lines, towns] = await Promise.all([loadWorld(), load(`/towns.json?box=${box}`)]);
  const near = view.east - view.west < NEAR;
  return {
    paths: [
      ['coast', lines.coasts.map((line) => drawn(line, view, at)).join('')],
      ['border', lines.borders.map((line) => drawn(line, view, at)).join('')],
      ...(near ? [/** @type {[string, string]} */ (['town', dotted(towns, 0, at)])] : []),
      ['town large', dotted(towns, 1, at)],
    ],
    towns,
  };
}

/** @param {number[]} steps @param {number} scale @returns {Line} */
function unfolded(steps, scale) {
  const x = new Float32Array(steps.length / 2);
  const y = new Float32Array(steps.length / 2);
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  let [east, north] = [0, 0];
  for (let n = 0; n < x.length; n += 1) {
    east += steps[2 * n];
    north += steps[2 * n + 1];
    x[n] = east / scale;
    y[n] = north / scale;
    box.west = Math.min(box.west, x[n]);
    box.east = Math.max(box.east, x[n]);
    box.south = Math.min(box.south, y[n]);
    box.north = Math.max(box.north, y[n]);
  }
  return { x, y, box };
}

/** @param {Line} line @param {Box} view @param {At} at */
function drawn(line, view, at) {
  const { box } = line;
  if (box.east < view.west || box.west > view.east || box.north < view.south || box.south > view.north) return '';
  let path = '';
  let [lastX, lastY] = [NaN, NaN];
  const end = line.x.length - 1;
  for (let n = 0; n <= end; n += 1) {
    const [x, y] = at(line.y[n], line.x[n]);
    if (n && n < end && Math.abs(x - lastX) < APART && Math.abs(y - lastY) < APART) continue;
    path += `${n ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`;
    [lastX, lastY] = [x, y];
  }
  return path;
}

/** @param {any} towns @param {number} large @param {At} at */
function dotted(towns, large, at) {
  return towns.lat.map((/** @type {number} */ lat, /** @type {number} */ n) => {
    if (towns.large[n] !== large) return '';
    const [x, y] = at(lat, towns.lon[n]);
    return `M${x.toFixed(1)} ${y.toFixed(1)}h0.01`;
  }).join('');
}
