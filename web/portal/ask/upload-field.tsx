import { useState } from 'preact/hooks';
import { uploadFile } from '../../api/upload-file.ts';
import { useMessage } from '../../kit/form.tsx';
import { sayProblem } from '../../kit/problem-notice.tsx';
import { usePortal } from '../portal.ts';
import type { Purpose } from './draft.ts';
import type { StepProps } from './step-props.ts';

type UploadFieldProps = Pick<StepProps, 'draft' | 'changeDocuments'> & {
  readonly name: string;
  readonly purpose: Purpose;
  readonly label: string;
  readonly hint: string;
  readonly most?: number;
  readonly optional?: boolean;
};

/** Files that are sent as soon as they are chosen, so that neither a reload nor a lost connection loses them. */
export function UploadField(props: UploadFieldProps) {
  const { name, purpose, label, hint, most = 1, optional = false, draft, changeDocuments } = props;
  const { words, call } = usePortal();
  const [state, setState] = useState('');
  const [refused, setRefused] = useState('');
  const message = useMessage(name) ?? refused;
  const mine = draft.documents.filter((one) => one.purpose === purpose);

  const send = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file) return;
    setRefused('');
    setState(words.upload.sending(file.name));
    const sent = await uploadFile(file, (body) => call('start-upload', { body }));
    input.value = '';
    setState(sent.agreed ? words.upload.sent(file.name) : '');
    if (!sent.agreed) return setRefused(sayProblem(sent.problem, words.kit));
    changeDocuments((before) => [...before, { purpose, document: sent.value }]);
  };
  const remove = (id: string) => {
    setState('');
    changeDocuments((before) => before.filter(({ document }) => document.id !== id));
  };
  return (
    <div class={message ? 'field field-wrong' : 'field'}>
      <label for={name}>
        {label} {optional && <small>{words.kit.optional}</small>}
      </label>
      <p class="hint" id={`${name}-hint`}>
        {hint}
      </p>
      {message && (
        <p class="message" id={`${name}-message`} role="alert">
          {message}
        </p>
      )}
      <ul class="uploads">
        {mine.map(({ document }) => (
          <li key={document.id}>
            <bdi>{document.name}</bdi>
            <button
              type="button"
              class="link"
              aria-label={`${words.upload.remove}: ${document.name}`}
              onClick={() => remove(document.id)}
            >
              {words.upload.remove}
            </button>
          </li>
        ))}
      </ul>
      <p class="hint" role="status">
        {state}
      </p>
      {mine.length < most && (
        <span class="upload">
          <input
            type="file"
            id={name}
            name={name}
            accept="application/pdf,image/jpeg,image/png"
            aria-describedby={`${name}-hint`}
            onInput={(event) => event.stopPropagation()}
            onChange={({ currentTarget }) => void send(currentTarget)}
          />
          <span class="button button-quiet" aria-hidden="true">
            {mine.length > 0 ? words.upload.more : words.kit.chooseFile}
          </span>
        </span>
      )}
    </div>
  );
}
