import type { listSessionsAhead } from '../../contract/citizen/sessions-ahead.ts';
import type { ReplyOf } from '../../contract/operation.ts';
import { LinkButton } from '../kit/button.tsx';
import { Form, textOf } from '../kit/form.tsx';
import { PageTitle } from '../kit/layout.tsx';
import { Card, SummaryList } from '../kit/lists.tsx';
import { navigate } from '../kit/router.ts';
import { useSpeech } from '../kit/speech.ts';
import { Empty } from '../kit/states.tsx';
import { Loaded, useAnswer } from '../kit/use-answer.tsx';
import { usePortal } from './portal.ts';
import { UnitSelect } from './unit-select.tsx';

type Listed = ReplyOf<typeof listSessionsAhead>['sessions'][number];

/** The public timetable: first the unit. */
export function TimetablePage() {
  const { words, base, call } = usePortal();
  const units = useAnswer(() => call('list-units'), [call]);
  return (
    <>
      <PageTitle title={words.timetable.title} lead={words.timetable.lead} />
      <Loaded from={units}>
        {({ units: all }) => (
          <Form
            send={async (data) => ({ agreed: true, value: textOf(data, 'unit') })}
            done={(unit) => navigate(`${base}/timetable/${unit}`)}
            label={words.timetable.show}
          >
            <UnitSelect units={all} />
          </Form>
        )}
      </Loaded>
    </>
  );
}

/** The sessions ahead of every official of a unit. */
export function UnitTimetablePage({ unit }: { unit: string }) {
  const { words, base, call } = usePortal();
  const units = useAnswer(() => call('list-units'), [call]);
  const officials = useAnswer(() => call('list-officials', { params: { unit } }), [unit]);
  const named = units.answer?.agreed ? units.answer.value.units.find(({ id }) => id === unit)?.name : undefined;
  return (
    <>
      <PageTitle
        title={named ? words.timetable.officials(named) : words.timetable.title}
        back={<a href={`${base}/timetable`}>{words.timetable.other}</a>}
      />
      <Loaded from={officials}>
        {({ officials: all }) => all.map(({ id, title }) => <Sessions key={id} official={id} title={title} />)}
      </Loaded>
      <p class="actions">
        <LinkButton href={`${base}/ask/whom`}>{words.start.ask}</LinkButton>
      </p>
    </>
  );
}

function Sessions({ official, title }: { official: string; title: string }) {
  const { words, call } = usePortal();
  const ahead = useAnswer(() => call('list-sessions-ahead', { params: { official } }), [official]);
  return (
    <section>
      <h2>{title}</h2>
      <Loaded from={ahead}>
        {({ official: { allocation }, sessions }) => (
          <>
            <p class="hint">{words.ask.allocation[allocation]}</p>
            {sessions.length === 0 && <Empty>{words.timetable.none}</Empty>}
            <ul class="rows">
              {sessions.map((session) => (
                <li key={session.id}>
                  <Session session={session} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </section>
  );
}

function Session({ session }: { session: Listed }) {
  const { words } = usePortal();
  const { time, number } = useSpeech();
  const { venue, mode, slots, freeSlots, standIn } = session;
  const access = [
    venue.stepFree && words.timetable.stepFree,
    venue.inductionLoop && words.timetable.inductionLoop,
    venue.signLanguage && words.timetable.signLanguage[venue.signLanguage],
  ].filter(Boolean);
  const map = mapOf(venue);
  return (
    <Card>
      <h3>
        {session.says} {words.timetable.until(time(session.endsAt))}
      </h3>
      <p>
        {words.kit.modes[mode]} ·{' '}
        {freeSlots > 0 ? words.timetable.free(number(freeSlots), number(slots)) : words.timetable.full}
      </p>
      {standIn && <p>{words.timetable.standIn(standIn)}</p>}
      <SummaryList
        rows={[
          { term: words.timetable.where, value: [venue.name, venue.address].filter(Boolean).join(' · ') },
          { term: words.timetable.access, value: access.join(' · ') },
        ]}
      />
      {map && (
        <p>
          <a href={map} rel="noopener noreferrer">
            {words.timetable.map} <span class="hint">({venue.name})</span>
          </a>
        </p>
      )}
    </Card>
  );
}

/** The page that the city names, or the place itself for whatever app the reader has for maps; nothing is loaded from there. */
const mapOf = ({ map }: Listed['venue']): string | undefined => {
  if (map?.link) return map.link;
  return map?.latitude !== undefined && map.longitude !== undefined
    ? `geo:${map.latitude},${map.longitude}`
    : undefined;
};
