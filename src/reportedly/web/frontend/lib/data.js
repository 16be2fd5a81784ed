// Talks to the server that sent this page, and to no other.

/** @param {string} name @returns {string} */
export function fact(name) {
  return document.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? '';
}

export const readOnly = fact('read-only') === 'yes';

/**
 * @param {string} address
 * @param {AbortSignal} [signal]
 * @returns {Promise<any>}
 */
export async function load(address, signal) {
  const answer = await fetch(address, { signal, headers: { accept: 'application/json' } });
  return told(answer);
}

/** @param {string} address @param {object} data @returns {Promise<any>} */
export async function send(address, data) {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-reportedly': fact('csrf') },
    body: JSON.stringify(data),
  });
  return told(answer);
}

/** @param {Response} answer */
async function told(answer) {
  const text = await answer.text();
  /** @type {any} */
  let data = { error: text.slice(0, 200) };
  try {
    data = JSON.parse(text);
  } catch {
    // a refusal in plain words
  }
  if (!answer.ok) throw new Error(data.error ?? `the server said ${answer.status}`);
  return data;
}
