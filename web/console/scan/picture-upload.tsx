import { useState } from 'preact/hooks';
import type { UploadedDocument } from '../../../contract/citizen/documents.ts';
import type { Problem } from '../../../contract/problem.ts';
import { uploadFile } from '../../api/upload-file.ts';
import { FileField } from '../../kit/field.tsx';
import { ProblemNotice } from '../../kit/problem-notice.tsx';
import { useConsole } from '../console.ts';

/** A picture from the phone's camera or a file; it is uploaded as soon as it is chosen. */
export function PictureUpload({ taken }: { taken: (document: UploadedDocument) => void }) {
  const { words, call } = useConsole();
  const { scan } = words.after;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const upload = async (file: File) => {
    setBusy(true);
    setProblem(undefined);
    const uploaded = await uploadFile(file, (body) => call('start-scan', { body }));
    setBusy(false);
    if (uploaded.agreed) taken(uploaded.value);
    else setProblem(uploaded.problem);
  };
  const onFile = (file: File) => void upload(file);
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      <FileField
        name="photo"
        label={scan.photo}
        hint=""
        accept="image/jpeg,image/png"
        camera={scan.takePhoto}
        optional
        onFile={onFile}
      />
      <FileField name="scan" label={scan.file} optional onFile={onFile} />
      <p role="status">{busy && scan.uploading}</p>
    </>
  );
}
