import { useState } from 'preact/hooks';
import type { UploadedDocument } from '../../../contract/citizen/documents.ts';
import { RESULTS, SHORTENED_BY } from '../../../domain/results.ts';
import { Choices } from '../../kit/choices.tsx';
import { TextArea } from '../../kit/field.tsx';
import { Form, optionalText, textOf } from '../../kit/form.tsx';
import { Notice } from '../../kit/notice.tsx';
import { navigate } from '../../kit/router.ts';
import { readStored, store } from '../../kit/stored.ts';
import { useCase } from '../case/open-case.ts';
import { orderOf } from '../case/order-fields.tsx';
import { useConsole } from '../console.ts';
import { AttendeeFields, attendeesOf } from './attendee-fields.tsx';
import { OrderDrafts } from './order-drafts.tsx';
import { ScanToCut } from './scan-to-cut.tsx';
import { useDrafts } from './use-drafts.ts';

/** The record of one meeting. Boxes drawn on the picture and cards of orders are the same things, seen twice. */
export function OutcomeForm() {
  const { words, base, call } = useConsole();
  const { outcome } = words.after;
  const { request } = useCase();
  const [result, setResult] = useState<string>('met');
  const kept = `scan:${request.id}`;
  const [scan, setScan] = useState(() => readStored<UploadedDocument>(kept));
  const drafts = useDrafts();
  const hostWasThere = result !== 'host-absent';

  /** A picture that was brought is there again after the page was loaded anew. */
  const keep = (document: UploadedDocument) => {
    store(kept, document);
    setScan(document);
  };
  const done = () => {
    store(kept, undefined);
    navigate(`${base}/cases/${request.id}`);
  };
  const send = (data: FormData) => {
    const because = SHORTENED_BY.find((reason) => reason === textOf(data, 'because'));
    const comment = optionalText(data, 'comment');
    const attendees = attendeesOf(data);
    return call('record-outcome', {
      params: { id: request.id },
      body: {
        result: RESULTS.find((one) => one === result) ?? 'met',
        ...(because && { because }),
        ...(comment && { comment }),
        ...(attendees.length > 0 && { attendees }),
        ...(scan && hostWasThere && { scan }),
        orders: hostWasThere
          ? drafts.all.map(({ box }, index) => ({
              ...orderOf(data, `orders.${index}.`),
              ...(box && scan && { box: { ...box, document: scan.id } }),
            }))
          : [],
      },
    });
  };

  return (
    <div class="columns">
      {hostWasThere && <ScanToCut {...{ scan, setScan: keep, drafts }} />}
      <Form send={send} done={done} label={outcome.record}>
        <Choices
          name="result"
          legend={words.forms.result}
          value="met"
          items={RESULTS.map((value) => ({ value, label: outcome.results[value] }))}
          onChoose={setResult}
        />
        {(result === 'partly' || result === 'ended-early') && (
          <Choices
            name="because"
            legend={outcome.because}
            items={SHORTENED_BY.map((value) => ({ value, label: outcome.reasons[value] }))}
            optional
          />
        )}
        {hostWasThere ? (
          <>
            <TextArea name="comment" label={words.forms.comment} most={4000} optional />
            <AttendeeFields />
            <OrderDrafts drafts={drafts} />
          </>
        ) : (
          <Notice>
            <p>{outcome.hostAbsent}</p>
          </Notice>
        )}
      </Form>
    </div>
  );
}
