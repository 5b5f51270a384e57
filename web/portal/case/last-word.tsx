import { Notice } from '../../kit/notice.tsx';
import { Said } from '../../kit/said.tsx';
import { useCase } from './case.ts';

/** The last thing of a kind that the office has said. */
export function LastWord({ kind, title }: { kind: string; title: string }) {
  const { events } = useCase();
  const text = events.findLast((event) => event.kind === kind)?.text;
  if (!text) return null;
  return (
    <Notice title={title}>
      <p>
        <Said text={text} />
      </p>
    </Notice>
  );
}
