import type { ReplyOf } from '../../../../contract/operation.ts';
import type { listLedger } from '../../../../contract/staff/ledger.ts';
import { PageTitle } from '../../../kit/layout.tsx';
import { Card, Ltr } from '../../../kit/lists.tsx';
import { Tag } from '../../../kit/notice.tsx';
import { useQuery } from '../../../kit/router.ts';
import { useSpeech } from '../../../kit/speech.ts';
import { Empty } from '../../../kit/states.tsx';
import { Loaded, useAnswer } from '../../../kit/use-answer.tsx';
import { useConsole } from '../../console.ts';
import { useAdminWords } from '../admin.ts';

const LINES_A_PAGE = 50;
/** As much of a hash as tells lines apart for the eye. */
const SHOWN_OF_HASH = 12;

type LedgerPageProps = { readonly unit: string; readonly official: string };

/** What happened to each turn of a post, line by line; and how the chain stood day by day. */
export function LedgerPage({ unit, official }: LedgerPageProps) {
  const { base, ask } = useConsole();
  const { ledger } = useAdminWords();
  const named = useAnswer(() => ask('list-officials', { params: { unit } }), [unit]);
  return (
    <Loaded from={named}>
      {({ officials }) => (
        <>
          <PageTitle
            title={ledger.of(officials.find(({ id }) => id === official)?.title ?? official)}
            lead={ledger.lead}
            back={<a href={`${base}/ledger`}>{ledger.title}</a>}
          />
          <LinesPage address={`${base}/ledger/${unit}/${official}`} official={official} />
          <Anchors official={official} />
        </>
      )}
    </Loaded>
  );
}

function LinesPage({ address, official }: { address: string; official: string }) {
  const { call } = useConsole();
  const { ledger } = useAdminWords();
  const { number } = useSpeech();
  const [{ after = '0' }] = useQuery();
  const shown = useAnswer(
    () => call('list-ledger', { params: { official }, query: { limit: LINES_A_PAGE, after } }),
    [official, after],
  );
  return (
    <Loaded from={shown}>
      {({ head, items, next }) => (
        <>
          {items.length === 0 ? (
            <Empty>{ledger.none}</Empty>
          ) : (
            <Lines lines={items} title={ledger.lines(number(head.number))} />
          )}
          {(after !== '0' || next !== undefined) && (
            <p class="actions">
              {after !== '0' && <a href={address}>{ledger.first}</a>}
              {next !== undefined && <a href={`${address}?after=${next}`}>{ledger.next}</a>}
            </p>
          )}
        </>
      )}
    </Loaded>
  );
}

type Line = ReplyOf<typeof listLedger>['items'][number];

function Lines({ lines, title }: { lines: readonly Line[]; title: string }) {
  const { words: consoleWords } = useConsole();
  const { ledger } = useAdminWords();
  const { moment, number } = useSpeech();
  const { columns } = ledger;
  const events: Readonly<Record<string, string>> = { ...consoleWords.kit.events, draw: ledger.draw };
  const why = useReasons();
  return (
    <table class="stacked">
      <caption>{title}</caption>
      <thead>
        <tr>
          {Object.entries(columns).map(([name, heading]) => (
            <th key={name} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.number}>
            <td data-label={columns.number}>{number(line.number)}</td>
            <td data-label={columns.at}>{moment(line.at)}</td>
            <td data-label={columns.act}>
              <Tag kind={line.act === 'jumped' ? 'warning' : 'plain'}>{ledger.acts[line.act]}</Tag>
            </td>
            <td data-label={columns.reason}>
              {events[line.reason]}
              {line.why && ` · ${why(line.why)}`}
            </td>
            <td data-label={columns.by}>{consoleWords.kit.actors[line.by]}</td>
            <td data-label={columns.code}>
              <Ltr>{line.code}</Ltr>
            </td>
            <td data-label={columns.hash}>
              <Ltr>{line.hash.slice(0, SHOWN_OF_HASH)}</Ltr>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Reason codes by their names: the city's own, and those of the office's own acts. */
const useReasons = (): ((code: string) => string) => {
  const { city } = useConsole();
  const { ledger } = useAdminWords();
  const ofOffice: Readonly<Record<string, string>> = ledger.reasons;
  return (code) =>
    [...city.jumpReasons, ...city.priorityClasses].find(({ id }) => id === code)?.name ?? ofOffice[code] ?? code;
};

function Anchors({ official }: { official: string }) {
  const { call } = useConsole();
  const { ledger } = useAdminWords();
  const { date, moment, number } = useSpeech();
  const shown = useAnswer(() => call('list-anchors', { params: { official }, query: { limit: 100 } }), [official]);
  return (
    <Card title={ledger.anchors}>
      <p class="hint">{ledger.anchorsHint}</p>
      <Loaded from={shown}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{ledger.noAnchors}</Empty>
          ) : (
            <details>
              <summary>{ledger.anchorCount(number(items.length))}</summary>
              <ul>
                {items.map(({ on, number: line, hash, notedAt }) => (
                  <li key={on}>
                    {date(on)}: {ledger.anchor(number(line))} <Ltr>{hash.slice(0, SHOWN_OF_HASH)}</Ltr>{' '}
                    <span class="hint">{moment(notedAt)}</span>
                  </li>
                ))}
              </ul>
            </details>
          )
        }
      </Loaded>
    </Card>
  );
}
