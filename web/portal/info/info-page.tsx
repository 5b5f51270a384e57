import { PageTitle } from '../../kit/layout.tsx';
import { Card } from '../../kit/lists.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { Loaded, useAnswer } from '../../kit/use-answer.tsx';
import { EmergencyContacts } from '../emergency-contacts.tsx';
import { type Portal, usePortal } from '../portal.ts';
import { type InfoTexts, infoTexts, withFacts } from './info-texts.ts';

/** Help, privacy, accessibility: what is the city's own comes from its data. */
export function InfoPage({ about }: { about: keyof InfoTexts }) {
  const { city, language, words } = usePortal();
  const { number } = useSpeech();
  const facts = factsOf(city, number);
  const say = (text: string) => withFacts(text, facts);
  const fetched = useAnswer(() => infoTexts(language), [language]);
  return (
    <Loaded from={fetched}>
      {({ [about]: { title, lead, parts } }) => (
        <>
          <PageTitle title={title} lead={say(lead)} />
          {parts.map((part) => (
            <section key={part.title} class="info">
              <h2>{part.title}</h2>
              {part.says?.map((text) => (
                <p key={text}>{say(text)}</p>
              ))}
              {part.list && (
                <ul>
                  {part.list.map((text) => (
                    <li key={text}>{say(text)}</li>
                  ))}
                </ul>
              )}
            </section>
          ))}
          {about !== 'privacy' && (
            <Card title={words.start.elsewhere}>
              <EmergencyContacts />
            </Card>
          )}
        </>
      )}
    </Loaded>
  );
}

const factsOf = ({ branding, policies }: Portal['city'], number: (value: number) => string) => ({
  service: branding.service,
  authority: branding.authority,
  triageDays: number(policies.triageWorkingDays),
  turnDays: number(policies.turnOfferedWithinWorkingDays),
  answerDays: number(policies.citizenAnswersWithinWorkingDays.objection),
  holdDays: number(policies.offerHoldWorkingDays),
  orderDays: number(policies.orderDueWorkingDays),
  rungDays: number(policies.rungWorkingDays),
  moves: number(policies.movesAllowed),
  years: number(policies.retentionYears),
});
