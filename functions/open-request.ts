import { agree, type Outcome, refuse } from '../domain/outcome.ts';
import type { CaseFiles } from '../domain/ports/case-files.ts';
import type { Requests } from '../domain/ports/requests.ts';
import type { Workflow } from '../domain/ports/workflow.ts';
import type { Request } from '../domain/request.ts';
import type { Opening } from '../domain/submission.ts';

export type OpenRequestNeeds = {
  readonly requests: Requests;
  readonly caseFiles: CaseFiles;
  readonly workflow: Workflow;
};

type Submission = {
  readonly city: string;
  readonly id: string;
  readonly fingerprint: string;
  /** Whether the applicant's open requests count against this one. */
  readonly limited: boolean;
  readonly open: () => Promise<Outcome<Opening>>;
};

/**
 * Writes a new request once and starts its execution. The same id with the same content is the same request; with another
 * content it is refused with `idempotency-key-reused`.
 */
export const openRequest = async (
  submission: Submission,
  needs: OpenRequestNeeds,
): Promise<Outcome<{ request: Request; isNew: boolean }>> => {
  const before = await recorded(submission, needs);
  if (before) return before;
  const first = await write(submission, needs);
  // Its tracking code was somebody else's already: it is opened once more, with another.
  const added = !first.agreed && first.reason === 'changed-meanwhile' ? await write(submission, needs) : first;
  if (added.agreed) {
    await needs.workflow.start(added.value);
    return agree({ request: added.value, isNew: true });
  }
  // The same call may have been made twice at once.
  return added.reason === 'already-recorded' ? ((await recorded(submission, needs)) ?? added) : added;
};

const write = async ({ open, limited }: Submission, { requests }: OpenRequestNeeds): Promise<Outcome<Request>> => {
  const opening = await open();
  return opening.agreed ? requests.add(opening.value, { limited }) : opening;
};

const recorded = async ({ city, id, fingerprint }: Submission, { caseFiles }: OpenRequestNeeds) => {
  const file = await caseFiles.read(city, id);
  if (!file) return undefined;
  return file.content.fingerprint === fingerprint
    ? agree({ request: file.request, isNew: false })
    : refuse('idempotency-key-reused');
};
