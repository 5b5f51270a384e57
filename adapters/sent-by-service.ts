import type { Sent } from '../domain/ports/carriers.ts';

type Answered = { readonly name: string; readonly $metadata: { readonly httpStatusCode?: number } };

const isAnswered = (fault: unknown): fault is Answered =>
  fault instanceof Error && '$metadata' in fault && typeof fault.$metadata === 'object' && fault.$metadata !== null;

/**
 * What an AWS service's answer means for a message. Only what speaks of the message or its address is a refusal; a right
 * that is missing, or too much at once, is our own matter and passes.
 *
 * @throws the fault itself, when nobody can know whether the message went out
 */
export const sentByService = async (
  send: () => Promise<{ MessageId?: string | undefined }>,
  refusals: readonly string[],
): Promise<Sent> => {
  try {
    return { ok: true, id: (await send()).MessageId ?? '' };
  } catch (fault) {
    if (!isAnswered(fault)) throw fault;
    if (refusals.includes(fault.name)) return { ok: false, kind: 'refused' };
    const status = fault.$metadata.httpStatusCode ?? 0;
    if (status >= 400 && status < 500) return { ok: false, kind: 'temporary' };
    throw fault;
  }
};
