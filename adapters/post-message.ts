import * as z from 'zod/mini';
import type { Sent } from '../domain/ports/carriers.ts';

const Accepted = z.object({ id: z.optional(z.string()) });

/** The gateway said that it did not take the message, and may take it later. */
const NOT_NOW = [408, 425, 429, 503];
/** No byte of the message has left. */
const NOT_REACHED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'];
const PATIENCE_MS = 10_000;

/**
 * Hands a message to a gateway as JSON. A gateway that is given the same `reference` again must take it as the same message.
 * 2xx is sent (with its `id`, if the answer has one), 4xx refused, 408, 425, 429 and 503 temporary.
 *
 * @throws when nobody can know whether the message went out: another 5xx, a broken connection, no answer in ten seconds
 */
export const postMessage = async (
  url: string,
  message: Readonly<Record<string, string>> & { readonly reference: string },
): Promise<Sent> => {
  const response = await post(url, message);
  if (response === undefined || NOT_NOW.includes(response.status)) return { ok: false, kind: 'temporary' };
  if (response.ok) {
    const answer = Accepted.safeParse(await response.json().catch(() => ({})));
    return { ok: true, id: answer.data?.id ?? message.reference };
  }
  if (response.status < 500) return { ok: false, kind: 'refused' };
  throw new Error(`The gateway answered ${response.status}`);
};

const post = async (url: string, message: object): Promise<Response | undefined> => {
  try {
    return await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(message),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  } catch (fault) {
    if (NOT_REACHED.includes(codeOf(fault))) return undefined;
    throw new Error('The gateway did not answer', { cause: fault });
  }
};

const codeOf = (fault: unknown): string => {
  const cause = fault instanceof Error ? fault.cause : undefined;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
};
