import type { trackRequest } from '../../contract/citizen/requests.ts';
import { wishForEarlier } from '../../domain/earlier-turn.ts';
import { agree } from '../../domain/outcome.ts';
import type { CaseFiles } from '../../domain/ports/case-files.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { EarlierWishes } from '../../domain/ports/earlier-wishes.ts';
import type { Answer } from '../answer.ts';
import { type DocumentViewNeeds, viewDocuments } from '../document-view.ts';
import { type PlaceNeeds, placeInQueue } from '../place-in-queue.ts';
import { viewEvents } from '../request-view.ts';
import { sessionsOf } from '../sessions-of.ts';
import { ownCase } from './own-case.ts';
import { viewOwnRequest } from './view-own-request.ts';

type Needs = PlaceNeeds &
  DocumentViewNeeds & {
    readonly caseFiles: CaseFiles;
    readonly clock: Clock;
    readonly earlierWishes: EarlierWishes;
  };

export const answer: Answer<typeof trackRequest, Needs> = async (call, needs) => {
  const file = await ownCase(call, needs, call);
  if (!file.agreed) return file;
  const { request, content, events } = file.value;
  const brought = file.value.documents.filter(({ kind }) => kind === 'attachment' || kind === 'representation');
  const wish = wishForEarlier(request);
  const reader = { office: call.office, language: call.language, at: needs.clock.now() };
  return agree({
    ...{ text: content.text, wanted: content.wanted },
    request: viewOwnRequest(request, reader),
    events: viewEvents(events, { forStaff: false }),
    documents: await viewDocuments(call.city, brought, { ...reader, isCitizen: true }, needs),
    sessions: await sessionsOf(request, call, needs.sessions),
    queue: await placeInQueue(request, reader, needs),
    ...(wish.agreed && { wishesEarlier: await needs.earlierWishes.has(wish.value) }),
  });
};
