import type { ReplyInputOf } from '../../contract/operation.ts';
import type { closeCommittee, showCommittee } from '../../contract/staff/committee.ts';
import type { Committee, Matter } from '../../domain/committee.ts';
import { staff } from '../../domain/owner.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import { type Reader, sayMoment, viewOrder, viewOwner } from '../request-view.ts';
import { inTurns } from '../scheduled/in-turns.ts';

export const viewCommittee = (committee: Committee, reader: Reader): ReplyInputOf<typeof closeCommittee> => ({
  ...committee,
  attendees: committee.attendees.map((seat) => ({
    ...seat,
    says: viewOwner(staff(seat.role, seat.unit), reader).says,
  })),
  says: sayMoment(committee.startsAt, reader),
});

/** The agenda, each matter with its order as it stands now. */
export const viewAgenda = async (
  committee: Committee,
  matters: readonly Matter[],
  reader: Reader,
  requests: Requests,
): Promise<ReplyInputOf<typeof showCommittee>> => {
  const found = await inTurns(matters, ({ request }) => requests.find(committee.city, request));
  return {
    committee: viewCommittee(committee, reader),
    matters: matters.map((matter, index) => {
      const request = found[index];
      const order = request === 'failed' ? undefined : request?.orders.find(({ number }) => number === matter.order);
      return { ...matter, ...(order && { card: viewOrder(order, reader) }) };
    }),
  };
};
