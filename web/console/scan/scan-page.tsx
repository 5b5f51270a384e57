import { useState } from 'preact/hooks';
import { Choices } from '../../kit/choices.tsx';
import { PageTitle } from '../../kit/layout.tsx';
import { Card } from '../../kit/lists.tsx';
import { Told } from '../../kit/told.tsx';
import { Loaded, useAnswer } from '../../kit/use-answer.tsx';
import { CaseContext } from '../case/open-case.ts';
import { useConsole } from '../console.ts';
import { Blackouts } from './blackouts.tsx';
import { CutOrders } from './cut-orders.tsx';
import { Hands } from './hands.tsx';
import { Replacement } from './replacement.tsx';
import { ScanState } from './scan-state.tsx';
import { Transcript } from './transcript.tsx';
import { useScan } from './use-scan.ts';

const PARTS = { cut: CutOrders, blackout: Blackouts, transcript: Transcript, replace: Replacement };
type Part = keyof typeof PARTS;
const PART_NAMES = Object.keys(PARTS) as Part[];

/** The picture of what an official wrote: orders are cut from it, parts are blacked out, and its words are written down. */
export function ScanPage({ id, document }: { id: string; document: string }) {
  const { words, base, call } = useConsole();
  const { after } = words;
  const shown = useAnswer(() => call('show-case', { params: { id } }), [id]);
  return (
    <Loaded from={shown}>
      {(open) => (
        <CaseContext.Provider value={{ ...open, again: shown.again }}>
          <PageTitle
            title={after.scan.of(`\u2066${open.request.code}\u2069`)}
            back={<a href={`${base}/cases/${id}`}>{after.back}</a>}
          />
          <Workbench document={document} />
        </CaseContext.Provider>
      )}
    </Loaded>
  );
}

function Workbench({ document }: { document: string }) {
  const { after } = useConsole().words;
  const shown = useScan(document);
  const [part, setPart] = useState<Part>('cut');
  const [round, setRound] = useState(0);
  const told = () => setRound((before) => before + 1);
  const PartItself = PARTS[part];
  return (
    <Loaded from={shown}>
      {(scan) => (
        <>
          <Told text={after.done} round={round} />
          <ScanState scan={scan} />
          {scan.state === 'ready' && scan.replacedBy === undefined && (
            <>
              <Choices
                name="part"
                legend={after.scan.title}
                value={part}
                items={PART_NAMES.map((name) => ({ value: name, label: after.scan.parts[name] }))}
                onChoose={(name) => setPart(PART_NAMES.find((one) => one === name) ?? 'cut')}
                beside
              />
              <Card title={after.scan.parts[part]}>
                <PartItself {...{ scan, told }} put={shown.put} />
              </Card>
            </>
          )}
          {scan.state === 'refused' && <Replacement {...{ scan, told }} put={shown.put} />}
          <Hands scan={scan} />
        </>
      )}
    </Loaded>
  );
}
