import { Card, Ltr, SummaryList } from '../../kit/lists.tsx';
import { Tag } from '../../kit/notice.tsx';
import { PageLinks } from '../../kit/page-links.tsx';
import { placeOf } from '../../kit/place-of.ts';
import { Said } from '../../kit/said.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { useAnswer } from '../../kit/use-answer.tsx';
import { useConsole } from '../console.ts';
import { useNames } from '../names.ts';
import { Identity } from './identity.tsx';
import { useCase } from './open-case.ts';

/** Stage, holder, deadline with its sum, turn. */
export function Standing() {
  const { words } = useConsole();
  const { number } = useSpeech();
  const { request } = useCase();
  const names = useNames();
  const { next, promised, appointment, offered } = request;
  return (
    <Card tone="lively">
      <p>
        <Tag kind={request.status === 'closed' ? 'success' : 'info'}>{words.kit.statuses[request.status]}</Tag>{' '}
        {request.reason && <Tag kind="plain">{words.kit.closingReasons[request.reason]}</Tag>}{' '}
        {request.urgent && <Tag kind="warning">{words.desk.urgent}</Tag>}{' '}
        {request.rung > 0 && <Tag kind="danger">{words.desk.climbed(number(request.rung))}</Tag>}
      </p>
      <SummaryList
        rows={[
          { term: words.case.holder, value: request.status !== 'closed' && next.owner.says },
          { term: words.case.deadline, value: request.status !== 'closed' && <Deadline {...next.deadline} /> },
          { term: words.case.promised, value: promised && !appointment && <Deadline {...promised} /> },
          { term: words.case.appointment, value: appointment && <Turn {...appointment} /> },
          {
            term: words.kit.statuses.offered,
            value: offered?.map((turn) => <Turn key={turn.slot} {...turn} />),
          },
          { term: words.case.official, value: <OfficialName unit={request.unit} official={request.official} /> },
          { term: words.case.unit, value: names.unit(request.unit) },
          { term: words.case.topic, value: names.topic(request.topic) },
          { term: words.case.rating, value: request.rating !== undefined && number(request.rating) },
        ]}
      />
    </Card>
  );
}

/** A turn, and where it is. */
function Turn({ says, session }: { says: string; session: string }) {
  const { sessions } = useCase();
  return (
    <div>
      <strong>{says}</strong> <span dir="auto">{placeOf(sessions, session)}</span>
    </div>
  );
}

/** Whom the citizen wants to meet; until the name is there, the id stands in. */
function OfficialName({ unit, official }: { unit: string; official: string }) {
  const { ask } = useConsole();
  const listed = useAnswer(() => ask('list-officials', { params: { unit } }), [unit]);
  const known = listed.answer?.agreed ? listed.answer.value.officials : [];
  return <>{known.find(({ id }) => id === official)?.title ?? official}</>;
}

/** A date with the sum behind it, one click away. */
export function Deadline({ says, sum }: { says: string; sum: string }) {
  const { words } = useConsole();
  return (
    <>
      {says}
      <details class="sum">
        <summary>{words.case.sum}</summary>
        <p>{sum}</p>
      </details>
    </>
  );
}

/** What the citizen wrote and brought. */
export function Matter() {
  const { words, city } = useConsole();
  const { moment } = useSpeech();
  const { request, content, documents: all } = useCase();
  const documents = all.filter(({ kind }) => kind !== 'scan');
  return (
    <Card title={words.case.text}>
      <p>
        <Said text={content.text} />
      </p>
      <SummaryList
        rows={[
          { term: words.case.wanted, value: content.wanted && <Said text={content.wanted} /> },
          { term: words.case.submitted, value: moment(request.submittedAt) },
          {
            term: words.case.channel,
            value: city.channels.find(({ id }) => id === request.channel)?.name ?? request.channel,
          },
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
    </Card>
  );
}

/** Who takes part, how they are reached, and what they need to attend. */
export function People() {
  const { words } = useConsole();
  const { number: say } = useSpeech();
  const { parties } = useCase();
  const roleOf = (role: string) =>
    role === 'applicant' || role === 'representative' || role === 'companion' ? words.case.roles[role] : role;
  return (
    <Card title={words.case.people}>
      <SummaryList
        rows={parties
          .filter(({ until }) => until === undefined)
          .map(({ number, role, name, identity, contacts, needs }) => ({
            term: number > 1 ? `${roleOf(role)} ${say(number)}` : roleOf(role),
            value: (
              <>
                <bdi>{name}</bdi> {identity && <Identity party={number} masked={identity.masked} />}
                {contacts.map(({ value, proven }) => (
                  <div key={value}>
                    <Ltr>{value}</Ltr> {proven && <small>({words.case.proven})</small>}
                  </div>
                ))}
                {needs && (
                  <div>
                    {words.case.needs}: <bdi>{needs.join(' · ')}</bdi>
                  </div>
                )}
              </>
            ),
          }))}
      />
    </Card>
  );
}
