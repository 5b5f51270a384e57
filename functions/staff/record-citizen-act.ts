import type { CitizenAct, recordCitizenAct } from '../../contract/staff/citizen-act.ts';
import { objectTo, sayStillDone } from '../../domain/after-closing.ts';
import type { Change, Context } from '../../domain/change.ts';
import { addInformation, askOffice, confirmWhole, respond, withdraw } from '../../domain/citizen-word.ts';
import { passOffer } from '../../domain/offers.ts';
import { answerOrder } from '../../domain/order-question.ts';
import { confirmOrder, disputeOrder } from '../../domain/orders.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Sessions } from '../../domain/ports/sessions.ts';
import type { Request } from '../../domain/request.ts';
import { cancel, move, pickSlot } from '../../domain/turns.ts';
import type { Answer } from '../answer.ts';
import { type DocumentNeeds, keepDocuments } from '../keep-documents.ts';
import { decideForUnit } from './decide-for-unit.ts';
import { type TakeSlotNeeds, takeSlotForUnit } from './take-slot-for-unit.ts';
import { waitForHolder } from './wait-for-holder.ts';

const PERMISSION = 'act-for-citizen';

type Needs = TakeSlotNeeds & DocumentNeeds & { readonly sessions: Sessions };

export const answer: Answer<typeof recordCitizenAct, Needs> = (call, needs) => {
  const { caller, body } = call;
  const { username } = caller;
  const by = { actor: 'staff', username, onBehalfOf: 'applicant', means: body.means } as const;
  if (body.act === 'pick-slot' || body.act === 'move') {
    const rule = body.act === 'move' ? move : pickSlot;
    return takeSlotForUnit(call, { slot: body.slot, permission: PERMISSION, rule, by }, needs);
  }
  if (body.act === 'wait-for-holder') return waitForHolder(call, by, needs);
  const brought = 'documents' in body ? body.documents : [];
  return keepDocuments(
    call,
    brought.map((document) => ({ kind: 'attachment', document })),
    () => decideForUnit(call, PERMISSION, (request, context) => said(body, request, context), needs, by),
    needs,
  );
};

type Said = Exclude<CitizenAct, { act: 'pick-slot' | 'move' | 'wait-for-holder' }>;

const said = (act: Said, request: Request, context: Context): Outcome<Change> => {
  switch (act.act) {
    case 'add-information':
      return addInformation(request, { text: act.text, documents: act.documents.map(({ id }) => id) }, context);
    case 'respond':
      return respond(request, act.response, context);
    case 'pass-offer':
      return passOffer(request, context);
    case 'cancel':
      return cancel(request, act, context);
    case 'withdraw':
      return withdraw(request, act.text, context);
    case 'confirm-order':
      return confirmOrder(request, act.order, context);
    case 'dispute-order':
      return disputeOrder(request, act, context);
    case 'answer-order':
      return answerOrder(request, { ...act, documents: act.documents.map(({ id }) => id) }, context);
    case 'confirm-outcome':
      return confirmWhole(request, act.settled, act.text, context);
    case 'object':
      return objectTo(request, act.text, context, act.orders);
    case 'still-done':
      return sayStillDone(request, act, context);
    case 'ask':
      return askOffice(request, act, context);
  }
};
