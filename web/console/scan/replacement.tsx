import { useState } from 'preact/hooks';
import type { UploadedDocument } from '../../../contract/citizen/documents.ts';
import { Form } from '../../kit/form.tsx';
import { navigate } from '../../kit/router.ts';
import { Loaded } from '../../kit/use-answer.tsx';
import { useCase } from '../case/open-case.ts';
import { useConsole } from '../console.ts';
import type { PartProps } from './part-props.ts';
import { PictureUpload } from './picture-upload.tsx';
import { ScanState } from './scan-state.tsx';
import { useScan } from './use-scan.ts';

/** A better picture in the place of a bad one; the orders keep their words, and are cut anew. */
export function Replacement({ scan }: PartProps) {
  const { words } = useConsole();
  const { scan: say } = words.after;
  const [better, setBetter] = useState<UploadedDocument>();
  return (
    <>
      <p class="hint">{say.replaceHint}</p>
      <PictureUpload taken={setBetter} />
      {better && <Better key={better.id} better={better} document={scan.id} />}
    </>
  );
}

function Better({ better, document }: { better: UploadedDocument; document: string }) {
  const { words, base, call } = useConsole();
  const { request } = useCase();
  const shown = useScan(better.id);
  return (
    <>
      <p>
        <bdi>{better.name}</bdi>
      </p>
      <Loaded from={shown}>{(scan) => <ScanState scan={scan} isRecorded={false} />}</Loaded>
      <Form
        send={() => call('replace-scan', { params: { id: request.id, document }, body: better })}
        done={() => navigate(`${base}/cases/${request.id}/scans/${better.id}`)}
        label={words.after.scan.replace}
      />
    </>
  );
}
