import { LinkButton } from '../../kit/button.tsx';
import { Card, SummaryList } from '../../kit/lists.tsx';
import { PageLinks } from '../../kit/page-links.tsx';
import { Said } from '../../kit/said.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { useConsole } from '../console.ts';
import { useCase } from './open-case.ts';

/** What meetings came to, as it is written down now, and the pictures of what was written by hand. */
export function Outcomes() {
  const { words, base } = useConsole();
  const { moment } = useSpeech();
  const { request, timeline, documents, permissions } = useCase();
  const { outcome, scan } = words.after;
  const records = timeline.filter(({ kind }) => kind === 'outcome-recorded');
  const scans = documents.filter(({ kind }) => kind === 'scan');
  if (records.length === 0 && scans.length === 0) return null;
  const results: Readonly<Record<string, string>> = outcome.results;
  const reasons: Readonly<Record<string, string>> = outcome.reasons;
  return (
    <Card title={words.kit.events['outcome-recorded']}>
      {records.map(({ at, text, facts: { result = '', because, attendees } }) => (
        <SummaryList
          key={at}
          rows={[
            {
              term: moment(at),
              value: [results[result] ?? result, because && reasons[because]].filter(Boolean).join(' · '),
            },
            { term: words.forms.comment, value: text && <Said text={text} /> },
            { term: words.forms.attendees, value: attendees && <Said text={attendees} /> },
          ]}
        />
      ))}
      {scans.map(({ id, name, scan: pages }) => (
        <div key={id}>
          <p>
            <PageLinks name={name} scan={pages} />
          </p>
          {permissions.includes('record-outcome') && (
            <p>
              <LinkButton kind="quiet" href={`${base}/cases/${request.id}/scans/${id}`}>
                {scan.open}
              </LinkButton>
            </p>
          )}
        </div>
      ))}
    </Card>
  );
}
