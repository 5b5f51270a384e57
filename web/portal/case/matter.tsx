import type { listOfficials } from '../../../contract/citizen/city.ts';
import type { ReplyOf } from '../../../contract/operation.ts';
import { SummaryList } from '../../kit/lists.tsx';
import { PageLinks } from '../../kit/page-links.tsx';
import { Said } from '../../kit/said.tsx';
import { useAnswer } from '../../kit/use-answer.tsx';
import { usePortal } from '../portal.ts';
import { useCase } from './case.ts';

/** What was asked, of whom; folded, because its citizen knows it. */
export function Matter() {
  const { words, call } = usePortal();
  const { request, text, wanted, documents } = useCase();
  const units = useAnswer(() => call('list-units'), [call]);
  const officials = useAnswer(() => call('list-officials', { params: { unit: request.unit } }), [request.unit]);
  const topics = useAnswer(() => call('list-topics', {}), [call]);
  return (
    <details>
      <summary>{words.case.text}</summary>
      <SummaryList
        rows={[
          { term: words.case.unit, value: units.answer?.agreed && nameIn(units.answer.value.units, request.unit) },
          {
            term: words.case.official,
            value: officials.answer?.agreed && titleIn(officials.answer.value, request.official),
          },
          { term: words.case.topic, value: topics.answer?.agreed && nameIn(topics.answer.value.topics, request.topic) },
          { term: words.case.text, value: <Said text={text} /> },
          { term: words.case.wanted, value: wanted && <Said text={wanted} /> },
          {
            term: words.case.documents,
            value:
              documents.length > 0 &&
              documents.map(({ id, name, scan }) => (
                <div key={id}>
                  <PageLinks name={name} scan={scan} />
                </div>
              )),
          },
        ]}
      />
    </details>
  );
}

const nameIn = (listed: readonly { id: string; name: string }[], id: string): string =>
  listed.find((entry) => entry.id === id)?.name ?? id;

const titleIn = ({ officials }: ReplyOf<typeof listOfficials>, id: string): string =>
  officials.find((official) => official.id === id)?.title ?? id;
