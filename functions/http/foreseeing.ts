import * as z from 'zod/mini';
import type { Operation } from '../../contract/operation.ts';
import type { ServingNeeds } from './serving-needs.ts';

const About = z.object({ params: z.object({ id: z.string() }), body: z.unknown() });
const Wish = z.object({ slot: z.string() });

/** Staff who decide on a request: who they are, what they decide on and the turn they give are read together. */
export const foreseeing = <Value>(
  operation: Operation,
  call: { readonly city: string; readonly parsed: unknown },
  { foresight }: ServingNeeds,
  act: () => Promise<Value>,
): Promise<Value> => {
  const isDecision = operation.method === 'POST' && operation.path.startsWith('/v1/{city}/staff/requests/{id}/');
  const about = foresight && isDecision ? z.safeParse(About, call.parsed) : undefined;
  if (!foresight || !about?.success) return act();
  const { params, body } = about.data;
  const slot = z.safeParse(Wish, body).data?.slot;
  return foresight.deciding({ city: call.city, request: params.id, slot }, act);
};
