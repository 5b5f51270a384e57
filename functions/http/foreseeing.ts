import * as z from 'zod/mini';
import type { Operation } from '../../contract/operation.ts';
import type { Foresight } from '../../domain/ports/foresight.ts';
import type { ServingNeeds } from './serving-needs.ts';

const About = z.object({ params: z.object({ id: z.string() }), body: z.unknown() });
const Wish = z.object({ slot: z.string() });
const DECISIONS = /^\/v1\/\{city\}\/(?:staff|my)\/requests\/\{id\}\//;

/** Who decides on a request: who they are, what they decide on and the turn they wish for are read together. */
export const foreseeing = <Value>(
  operation: Operation,
  call: { readonly city: string; readonly parsed: unknown },
  { foresight }: ServingNeeds,
  act: () => Promise<Value>,
): Promise<Value> => {
  const isDecision = operation.method === 'POST' && DECISIONS.test(operation.path);
  const about = foresight && isDecision ? z.safeParse(About, call.parsed) : undefined;
  if (!foresight || !about?.success) return act();
  const { params, body } = about.data;
  const slot = z.safeParse(Wish, body).data?.slot;
  return foresight.deciding({ city: call.city, request: params.id, slot, reads: readsOf(operation) }, act);
};

/** With its orders a request is read by itself; and to note that somebody came publishes nothing. */
const readsOf = ({ name, path }: Operation): Parameters<Foresight['deciding']>[0]['reads'] => {
  if (path.includes('/orders')) return ['published'];
  return name === 'record-attendance' ? ['request'] : ['request', 'published'];
};
