import type { replaceScan } from '../../contract/staff/scan.ts';
import { agree, refuse } from '../../domain/outcome.ts';
import { attachDocument } from '../../domain/papers.ts';
import type { Darkroom } from '../../domain/ports/darkroom.ts';
import { replaceBy } from '../../domain/scan.ts';
import type { Answer } from '../answer.ts';
import { changeScan } from '../change-scan.ts';
import type { DecisionNeeds } from '../decide.ts';
import { type DocumentNeeds, keepDocuments } from '../keep-documents.ts';
import { decideForUnit } from './decide-for-unit.ts';
import { unitRequest } from './unit-request.ts';

const PERMISSION = 'record-outcome';

type Needs = DecisionNeeds & DocumentNeeds & { readonly darkroom: Darkroom };

export const answer: Answer<typeof replaceScan, Needs> = async (call, needs) => {
  const { city, params, body } = call;
  const read = await unitRequest({ ...call, id: params.id }, PERMISSION, needs.requests)();
  if (!read.agreed) return read;
  const bad = await needs.scans.find(city, params.document);
  if (bad?.request !== params.id || bad.id === body.id) return refuse('not-found');
  const added = await keepDocuments(
    call,
    [{ kind: 'scan', document: body }],
    () =>
      decideForUnit(
        call,
        PERMISSION,
        (request, context) => attachDocument(request, { id: body.id, kind: 'scan' }, context),
        needs,
      ),
    needs,
  );
  if (!added.agreed) return added;
  const replaced = await changeScan(city, bad.id, (scan) => agree(replaceBy(scan, body.id)), needs.scans);
  await needs.darkroom.develop(city, body.id);
  return replaced.agreed ? added : replaced;
};
