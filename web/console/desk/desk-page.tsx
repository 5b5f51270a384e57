import { PageTitle } from '../../kit/layout.tsx';
import { navigate } from '../../kit/router.ts';
import { useSpeech } from '../../kit/speech.ts';
import { Loaded, useAnswer } from '../../kit/use-answer.tsx';
import { useConsole } from '../console.ts';
import { UnitSelect, useMyUnits } from '../my-units.tsx';
import { PileTable } from './pile-table.tsx';

const UNIT_PILES = ['triage', 'meetings', 'follow-up'] as const;
type Pile = (typeof UNIT_PILES)[number] | 'queue';

type DeskProps = Readonly<Partial<Record<'unit' | 'pile', string>>>;

/** What lies on a desk: the unit's piles, and the way to the queue of each of its officials, with how many wait in each. */
export function DeskPage({ unit: given, pile }: DeskProps) {
  const { words, base, ask } = useConsole();
  const { asked, units, unit } = useMyUnits(given);
  const officials = useAnswer(
    async () =>
      unit ? ask('list-officials', { params: { unit } }) : { agreed: true as const, value: { officials: [] } },
    [unit],
  );
  const choose = (id: string) => navigate(`${base}/desk/${id}`);
  const now = UNIT_PILES.find((name) => name === pile) ?? 'triage';
  return (
    <>
      <PageTitle title={words.desk.title} />
      <Loaded from={asked}>
        {() =>
          unit && (
            <>
              <UnitSelect {...{ units, unit: given ?? unit, choose }} />
              <nav class="tabs" aria-label={words.desk.title}>
                {UNIT_PILES.map((name) => (
                  <Tab
                    key={`${unit}-${name}`}
                    pile={name}
                    of={unit}
                    href={`${base}/desk/${unit}/${name}`}
                    isNow={now === name}
                  />
                ))}
                {officials.answer?.agreed &&
                  officials.answer.value.officials.map(({ id, title }) => (
                    <Tab
                      key={id}
                      pile="queue"
                      of={id}
                      title={title}
                      href={`${base}/desk/${unit}/queue/${id}`}
                      isNow={false}
                    />
                  ))}
              </nav>
              <PileTable key={`${now}-${unit}`} pile={now} of={unit} />
            </>
          )
        }
      </Loaded>
    </>
  );
}

type TabProps = {
  readonly pile: Pile;
  readonly of: string;
  readonly href: string;
  readonly isNow: boolean;
  readonly title?: string;
};

function Tab({ pile, of, href, isNow, title }: TabProps) {
  const { words, call } = useConsole();
  const { number } = useSpeech();
  const counted = useAnswer(() => call('count-desk', { params: { pile, of } }), [pile, of]);
  const count = counted.answer?.agreed ? number(counted.answer.value.count) : '…';
  return (
    <a href={href} {...(isNow && { 'aria-current': 'page' as const })}>
      {title ? words.desk.queueOf(title, count) : `${words.desk.piles[pile]} (${count})`}
    </a>
  );
}
