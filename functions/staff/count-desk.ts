import type { countDesk } from '../../contract/staff/desk.ts';
import { agree } from '../../domain/outcome.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import type { Answer } from '../answer.ts';
import { ownDesk } from './own-desk.ts';

type Needs = { readonly requests: Requests };

export const answer: Answer<typeof countDesk, Needs> = async (call, { requests }) => {
  const desk = ownDesk(call);
  return desk.agreed ? agree({ count: await requests.count(desk.value) }) : desk;
};
