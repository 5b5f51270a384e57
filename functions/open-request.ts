import { agree, type Outcome, refuse } from '../domain/outcome.ts';
import type { CaseFiles, Requests, Workflow } from '../domain/ports.ts';
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
  const opening = await submission.open();
  if (!opening.agreed) return opening;
  const added = await needs.requests.add(opening.value, { limited: submission.limited });
  if (added.agreed) {
    await needs.workflow.start(added.value);
    return agree({ request: added.value, isNew: true });
  }
  // The same call may have been made twice at once.
  return added.reason === 'already-recorded' ? ((await recorded(submission, needs)) ?? added) : added;
};

const recorded = async ({ city, id, fingerprint }: Submission, { caseFiles }: OpenRequestNeeds) => {
  const file = await caseFiles.read(city, id);
  if (!file) return undefined;
  return file.content.fingerprint === fingerprint
    ? agree({ request: file.request, isNew: false })
    : refuse('idempotency-key-reused');
};
