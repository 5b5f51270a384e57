/** A fresh key for an idempotent call: keep it with the form, so that sending twice is asking once. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
