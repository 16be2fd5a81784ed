// The values in an address: filters, sort, page, what is selected.

/**
 * An address with other values; null, '' and [] take a name out.
 * @param {string} path
 * @param {URLSearchParams} query its present values
 * @param {Record<string, string | string[] | null>} values
 * @returns {string}
 */
export function withChanged(path, query, values) {
  const next = new URLSearchParams(query);
  next.delete('offset');
  for (const [name, value] of Object.entries(values)) {
    next.delete(name);
    for (const one of Array.isArray(value) ? value : [value]) if (one) next.append(name, one);
  }
  const text = next.toString();
  return path + (text ? `?${text}` : '');
}
