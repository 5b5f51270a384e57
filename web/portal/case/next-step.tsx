import type { RequestView } from '../../../contract/request-view.ts';
import { SummaryList } from '../../kit/lists.tsx';
import { usePortal } from '../portal.ts';

/** Where the request stands in words, who must act, and by when; each date with the sum behind it. */
export function NextStep({ request }: { request: RequestView }) {
  const { words } = usePortal();
  const { next, promised, status } = request;
  const isClosed = status === 'closed';
  const isAsked = status === 'in-follow-up' && next.owner.kind === 'citizen';
  const isPromised = promised && (status === 'waiting' || status === 'offered');
  const isThePromise = isPromised && promised.at === next.deadline.at;
  return (
    <>
      <p>{isAsked ? words.case.orderAsks : words.status[status]}</p>
      {!isClosed && (
        <SummaryList
          rows={[
            { term: words.case.heldBy, value: next.owner.says },
            { term: words.case.deadline, value: !isThePromise && <Deadline {...next.deadline} /> },
            { term: words.case.promised, value: isPromised && <Deadline {...promised} /> },
          ]}
        />
      )}
    </>
  );
}

/** A date that was promised; the sum that explains it opens below. */
export function Deadline({ says, sum }: { says: string; sum: string }) {
  const { words } = usePortal();
  return (
    <>
      <strong>{says}</strong>
      <details class="sum">
        <summary>{words.case.sum}</summary>
        <p>{sum}</p>
      </details>
    </>
  );
}
