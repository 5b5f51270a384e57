import { useState } from 'preact/hooks';
import type { UploadedDocument } from '../../../contract/citizen/documents.ts';
import type { Problem } from '../../../contract/problem.ts';
import { Card } from '../../kit/lists.tsx';
import { ProblemNotice } from '../../kit/problem-notice.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { Loaded } from '../../kit/use-answer.tsx';
import { useCase } from '../case/open-case.ts';
import { useConsole } from '../console.ts';
import { PictureUpload } from '../scan/picture-upload.tsx';
import { ScanBoard } from '../scan/scan-board.tsx';
import { ScanState } from '../scan/scan-state.tsx';
import { useScan } from '../scan/use-scan.ts';
import type { Drafts } from './use-drafts.ts';

type ScanToCutProps = {
  readonly scan: UploadedDocument | undefined;
  readonly setScan: (scan: UploadedDocument) => void;
  readonly drafts: Drafts;
};

/** The picture of the handwriting: brought, watched while it is looked at, and cut into orders. */
export function ScanToCut({ scan, setScan, drafts }: ScanToCutProps) {
  const { words, call } = useConsole();
  const { request } = useCase();
  const [problem, setProblem] = useState<Problem>();
  const take = async (document: UploadedDocument) => {
    const kept = await call('keep-scan', { params: { id: request.id }, body: document });
    setProblem(kept.agreed ? undefined : kept.problem);
    if (!kept.agreed) return;
    drafts.forgetBoxes();
    setScan(document);
  };
  return (
    <Card title={words.after.scan.title}>
      {problem && <ProblemNotice problem={problem} />}
      {scan ? (
        <Brought key={scan.id} {...{ scan, drafts, take }} />
      ) : (
        <PictureUpload taken={(document) => void take(document)} />
      )}
    </Card>
  );
}

type Take = (document: UploadedDocument) => Promise<void>;

function Brought({ scan, drafts, take }: { scan: UploadedDocument; drafts: Drafts; take: Take }) {
  const { words } = useConsole();
  const { number } = useSpeech();
  const shown = useScan(scan.id);
  const boxes = drafts.all.flatMap(({ key, box }, index) =>
    box ? [{ key, box, name: words.kit.orderNumber(number(index + 1)) }] : [],
  );
  return (
    <Loaded from={shown}>
      {(now) => (
        <>
          <ScanState scan={now} isRecorded={false} />
          {now.state === 'refused' && <PictureUpload taken={(document) => void take(document)} />}
          {now.state === 'ready' && (
            <ScanBoard
              pages={now.plainPages}
              boxes={boxes}
              onDraw={drafts.add}
              onChange={drafts.place}
              onRemove={drafts.remove}
            />
          )}
        </>
      )}
    </Loaded>
  );
}
