// Charts as pictures to keep, each with its numbers as a table.

import { load } from '../lib/data.js';
import { h } from '../lib/dom.js';
import { number } from '../lib/words.js';

export async function draw() {
  const data = await load('/charts.json');
  const content = h('div.list.charts', null,
    h('h1', null, 'Charts'),
    h('p.lead', null, 'Plain events as reported. Symbolic displays stay apart from demonstrations.'),
    data.charts.map(figure));
  return { title: 'Charts', content, meta: data.meta };
}

/** @param {any} chart */
function figure(chart) {
  const address = `/charts/${encodeURIComponent(chart.name)}.svg`;
  return h('figure', { id: chart.name },
    h('img', { src: address, alt: `${chart.title}. ${chart.words}` }),
    h('figcaption', null,
      h('a', { href: address, download: `${chart.name}.svg` }, 'this picture as SVG'),
      h('details', null, h('summary', null, `${chart.title} in numbers`),
        h('div.scroller.plain', { tabindex: 0, role: 'region', 'aria-label': chart.title }, h('table.rows', null,
          h('thead', null, h('tr', null, h('th', { scope: 'col' }, ''), chart.series.map((/** @type {any} */ one) => h('th.num', { scope: 'col' }, one.name)))),
          h('tbody', null, chart.labels.map((/** @type {string} */ label, /** @type {number} */ n) => h('tr', null,
            h('th', { scope: 'row' }, label), chart.series.map((/** @type {any} */ one) => h('td.num', null, number(one.values[n])))))))))));
}
