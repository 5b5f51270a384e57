import { TextArea } from '../../kit/field.tsx';
import { Form, textOf } from '../../kit/form.tsx';
import { useConsole } from '../console.ts';
import type { PartProps } from './part-props.ts';
import type { Scan } from './use-scan.ts';

/** The words of the picture, beside it. */
export function Transcript({ scan, put, told }: PartProps) {
  const { words, call } = useConsole();
  const { scan: say } = words.after;
  const send = (data: FormData) =>
    call('transcribe-scan', { params: { document: scan.id }, body: { text: textOf(data, 'text') } });
  const done = (changed: Scan) => {
    put(changed);
    told();
  };
  return (
    <div class="columns">
      <div>
        {scan.plainPages.map(({ page, url }) => (
          <img key={page} class="picture" src={url} alt={say.page(String(page))} />
        ))}
      </div>
      <Form send={send} done={done} label={say.saveTranscript}>
        <TextArea
          name="text"
          label={say.transcript}
          hint={say.transcriptHint}
          value={scan.transcript}
          {...{ most: 20_000, rows: 12 }}
        />
      </Form>
    </div>
  );
}
