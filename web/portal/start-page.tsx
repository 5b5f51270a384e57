import { LinkButton } from '../kit/button.tsx';
import { PageTitle } from '../kit/layout.tsx';
import { Card } from '../kit/lists.tsx';
import { useSpeech } from '../kit/speech.ts';
import { EmergencyContacts } from './emergency-contacts.tsx';
import { useDoorway } from './portal.ts';

/** What this is, what to have at hand, what is promised, and who else may help faster. */
export function StartPage() {
  const { words, city, base, session } = useDoorway();
  const { number } = useSpeech();
  const { start } = words;
  const { policies } = city;
  return (
    <>
      <PageTitle title={start.title} lead={start.lead} />
      <p class="actions">
        <LinkButton href={`${base}/ask/whom`}>{start.ask}</LinkButton>
        <LinkButton kind="quiet" href={`${base}/track`}>
          {start.track}
        </LinkButton>
        {session?.contact && <a href={`${base}/my`}>{start.mine}</a>}
      </p>
      <div class="start-cards">
        <Card title={start.prepare}>
          <ul>
            {start.prepareItems.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
          <p class="hint">{start.duration}</p>
        </Card>
        <Card title={start.promise}>
          <ul>
            <li>{start.promiseTriage(number(policies.triageWorkingDays))}</li>
            <li>{start.promiseTurn(number(policies.turnOfferedWithinWorkingDays))}</li>
            <li>{start.promiseOrder(number(policies.orderDueWorkingDays))}</li>
          </ul>
        </Card>
        <Card title={start.elsewhere}>
          <p>{start.elsewhereLead}</p>
          <EmergencyContacts />
        </Card>
      </div>
    </>
  );
}
