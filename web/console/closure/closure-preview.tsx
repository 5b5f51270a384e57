import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../kit/button.tsx';
import { Form } from '../../kit/form.tsx';
import { Card } from '../../kit/lists.tsx';
import { Notice, Tag } from '../../kit/notice.tsx';
import { navigate } from '../../kit/router.ts';
import { useSpeech } from '../../kit/speech.ts';
import { Empty } from '../../kit/states.tsx';
import { useConsole } from '../console.ts';
import { useNames } from '../names.ts';
import { useFigures } from '../short-fields.tsx';
import type { Closure, Previewed } from './previewed.ts';

/** Who would be hit, and the act itself. */
export function ClosurePreview({ closure: wanted, hit, back }: Previewed & { back: () => void }) {
  const { words, base, call } = useConsole();
  const { number } = useSpeech();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { closure } = words.turns;
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        {closure.previewTitle(useWhere(wanted), useWhen(wanted))}
      </h2>
      {hit.sessions.length === 0 ? <Empty>{closure.nobody}</Empty> : <Hit sessions={hit.sessions} />}
      {hit.extra.map(({ official, needed, says, seats }) => (
        <Notice key={official} kind="warning" title={closure.lacking}>
          <p>
            {closure.extraNeeded(number(needed))} {closure.extra}: {says} · {closure.extraSeats(number(seats))}
          </p>
        </Notice>
      ))}
      <Card>
        <Form
          send={() => call('close-office', { body: wanted })}
          done={({ job }) => navigate(`${base}/closure/${job}`)}
          label={closure.close}
          kind="danger"
        />
        <p>
          <Button kind="quiet" onClick={back}>
            {closure.back}
          </Button>
        </p>
      </Card>
    </>
  );
}

const useWhere = ({ unit }: Closure): string => {
  const { words } = useConsole();
  const names = useNames();
  return unit ? names.unit(unit) : words.turns.closure.wholeCity;
};

const useWhen = ({ on, from, to }: Closure): string => {
  const { closure } = useConsole().words.turns;
  const { date } = useSpeech();
  const figures = useFigures();
  if (!from) return date(on);
  return `${date(on)} ${closure.hours(figures(from), to ? figures(to) : closure.endOfDay)}`;
};

function Hit({ sessions }: { sessions: Previewed['hit']['sessions'] }) {
  const { words, base } = useConsole();
  const { number, moment } = useSpeech();
  const { closure } = words.turns;
  return (
    <table class="stacked">
      <caption>{closure.session}</caption>
      <thead>
        <tr>
          <th scope="col">{closure.session}</th>
          <th scope="col">{closure.turns}</th>
          <th scope="col">{closure.offers}</th>
          <th scope="col">{closure.there}</th>
          <th scope="col">{closure.room}</th>
        </tr>
      </thead>
      <tbody>
        {sessions.map(({ session, startsAt, turns, offers, there, room }) => (
          <tr key={session}>
            <td data-label={closure.session}>
              <a href={`${base}/sessions/${session}`}>{moment(startsAt)}</a>
            </td>
            <td data-label={closure.turns}>{number(turns)}</td>
            <td data-label={closure.offers}>{number(offers)}</td>
            <td data-label={closure.there}>{number(there)}</td>
            <td data-label={closure.room}>
              <div>
                {number(room)} {room < turns && <Tag kind="warning">{closure.lacking}</Tag>}
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
