const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BITS_A_SYMBOL = 5;

/**
 * The first bits of `bytes` as so many symbols of Crockford's base 32, five bits each.
 * @throws RangeError if there are too few bits
 */
export const crockford = (bytes: Uint8Array, symbols: number): string => {
  const bits = bytes.reduce((text, byte) => text + byte.toString(2).padStart(8, '0'), '');
  if (bits.length < symbols * BITS_A_SYMBOL) throw new RangeError(`${bytes.length} bytes are no ${symbols} symbols`);
  return Array.from({ length: symbols }, (_, place) => {
    const start = place * BITS_A_SYMBOL;
    return ALPHABET.charAt(Number.parseInt(bits.slice(start, start + BITS_A_SYMBOL), 2));
  }).join('');
};
