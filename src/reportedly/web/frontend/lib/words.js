// Numbers, days and names as people read them.

const NUMBER = new Intl.NumberFormat('en');

/** @param {number} value */
export const number = (value) => NUMBER.format(value);

/** @param {number} value @param {string} one @param {string} [many] */
export const counted = (value, one, many) => `${number(value)} ${value === 1 ? one : many ?? `${one}s`}`;

/** '14 Mar 2022' @param {string | null | undefined} day */
export function dayWords(day) {
  if (!day) return '';
  const [year, month, date] = day.split('-').map(Number);
  const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  return `${date} ${names[month - 1]} ${year}`;
}

/** @param {string | null} from @param {string | null} to */
export function spanWords(from, to) {
  if (!from && !to) return 'no date';
  if (!to || from === to) return dayWords(from ?? to);
  if (from && /-01-01$/.test(from) && to === `${from.slice(0, 4)}-12-31`) return from.slice(0, 4);
  if (from && from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))}–${dayWords(to)}`;
  return `${dayWords(from) || '…'} – ${dayWords(to) || '…'}`;
}

/** 'Protest' @param {string | null} type */
export function typeWords(type) {
  if (!type || type === '(none)') return 'no type';
  return type[0] + type.slice(1).toLowerCase();
}

/** 'arrest', 'heavy weapons' @param {string | null} mode */
export const modeWords = (mode) => (mode ?? '').replace(/[-_]/g, ' ');

/** 'Peru' where the browser knows names of countries @param {string | null} code */
export function countryWords(code) {
  if (!code || !/^[A-Z]{2}$/.test(code)) return code === '(none)' ? 'no country' : code ?? '';
  try {
    return new Intl.DisplayNames(['en'], { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** @param {number} part @param {number} whole */
export const percent = (part, whole) => (whole ? `${Math.round((100 * part) / whole)} %` : '–');
