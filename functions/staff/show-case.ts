import type { showCase } from '../../contract/staff/case.ts';
import { mayOnRequest, PERMISSIONS } from '../../domain/access.ts';
import { agree, refuse } from '../../domain/outcome.ts';
import type { CaseFiles } from '../../domain/ports/case-files.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Letters } from '../../domain/ports/letters.ts';
import type { Answer } from '../answer.ts';
import { type DocumentViewNeeds, viewDocuments } from '../document-view.ts';
import { type PlaceNeeds, placeInQueue } from '../place-in-queue.ts';
import { viewEvents, viewRequest } from '../request-view.ts';
import { sessionsOf } from '../sessions-of.ts';
import { viewLetter, viewParty } from './case-view.ts';

type Needs = PlaceNeeds &
  DocumentViewNeeds & {
    readonly caseFiles: CaseFiles;
    readonly letters: Letters;
    readonly clock: Clock;
  };

export const answer: Answer<typeof showCase, Needs> = async (call, needs) => {
  const { city, office, caller, params } = call;
  const { caseFiles, letters, sessions, clock } = needs;
  const { mayLag } = call;
  const file =
    (mayLag && (await caseFiles.read(city, params.id, { mayLag }))) || (await caseFiles.read(city, params.id));
  if (!file || !mayOnRequest(caller, 'read-case', file.request, office)) return refuse('not-found');
  const reader = { ...call, at: clock.now() };
  await caseFiles.noteLook(city, params.id, { username: caller.username, at: reader.at });
  const written = await letters.of(city, params.id);
  return agree({
    request: viewRequest(file.request, reader),
    content: file.content,
    parties: file.parties.map(viewParty),
    timeline: viewEvents(file.events, { forStaff: true }),
    documents: await viewDocuments(city, file.documents, reader, needs),
    sessions: await sessionsOf(file.request, call, sessions),
    queue: await placeInQueue(file.request, reader, needs),
    letters: written.map((letter) => viewLetter(letter, reader)),
    looks: [...(await caseFiles.looks(city, params.id))],
    permissions: PERMISSIONS.filter((permission) => mayOnRequest(caller, permission, file.request, office)),
  });
};
