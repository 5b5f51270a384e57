import type { Answered } from '../api/client.ts';

/** Two questions at once: both answers, or the first problem. */
export const both = async <A, B>(
  first: Promise<Answered<A>>,
  second: Promise<Answered<B>>,
): Promise<Answered<readonly [A, B]>> => {
  const [a, b] = await Promise.all([first, second]);
  if (!a.agreed) return a;
  if (!b.agreed) return b;
  return { agreed: true, value: [a.value, b.value] };
};
