import { useState } from 'preact/hooks';
import type { RequestView } from '../../../contract/request-view.ts';
import { Button } from '../../kit/button.tsx';
import { Empty } from '../../kit/states.tsx';
import { Loaded, useAnswer } from '../../kit/use-answer.tsx';
import { useConsole } from '../console.ts';
import { RequestTable } from './request-table.tsx';

type PileProps = { readonly pile: 'triage' | 'queue' | 'meetings' | 'follow-up'; readonly of: string };

/** One pile, oldest first, a page at a time. */
export function PileTable({ pile, of }: PileProps) {
  const { words, call } = useConsole();
  const [after, setAfter] = useState<string>();
  const [before, setBefore] = useState<readonly RequestView[]>([]);
  const page = useAnswer(() => call('list-desk', { params: { pile, of }, query: { after } }), [pile, of, after]);
  return (
    <Loaded from={page}>
      {({ items, next }) => {
        const all = [...before, ...items];
        if (all.length === 0) return <Empty>{words.desk.empty}</Empty>;
        return (
          <>
            <RequestTable caption={words.desk.captions[pile]} requests={all} />
            {next && (
              <Button
                kind="quiet"
                onClick={() => {
                  setBefore(all);
                  setAfter(next);
                }}
              >
                {words.desk.more}
              </Button>
            )}
          </>
        );
      }}
    </Loaded>
  );
}
