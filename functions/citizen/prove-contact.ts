import type { proveContact } from '../../contract/citizen/proofs.ts';
import { ONE_TIME_CODE, oneTimeCodeFrom } from '../../domain/one-time-code.ts';
import { agree, refuseField } from '../../domain/outcome.ts';
import type { Carrier } from '../../domain/ports/carriers.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Keys } from '../../domain/ports/keys.ts';
import type { Proofs } from '../../domain/ports/proofs.ts';
import { readContact } from '../../domain/read-contact.ts';
import { plusMinutes } from '../../domain/time.ts';
import type { Answer } from '../answer.ts';
import { masked, oneTimeCodeMessage } from './one-time-code-message.ts';

type Needs = {
  readonly proofs: Proofs;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly sms: Carrier;
  readonly mail: Carrier;
};

export const answer: Answer<typeof proveContact, Needs> = async (call, { proofs, keys, clock, sms, mail }) => {
  const { city, office, body, network } = call;
  const { kind } = body.contact;
  const value = readContact(office.city.phoneRule, kind, body.contact.value);
  if (value === undefined) return refuseField('contact.value', 'wrong-format');
  const language = office.city.locales.find((locale) => locale === body.language) ?? call.language;

  const at = clock.now();
  const id = Buffer.from(keys.secret(16)).toString('base64url');
  const code = oneTimeCodeFrom(keys.secret(8));
  const opened = await proofs.open(city, {
    ...{ id, at, contact: { kind, value }, contactKey: keys.hash(city, 'contact', value) },
    networkKey: keys.hash(city, 'network', network),
    codeHash: keys.hash(city, 'code', `${id}:${code}`),
  });
  if (!opened.agreed) return opened;

  const carrier = kind === 'mobile' ? sms : mail;
  const message = oneTimeCodeMessage(code, { office, language });
  const sent = await carrier.send({ ...message, to: value, reference: id });
  if (!sent.ok && sent.kind === 'refused') return refuseField('contact.value', 'not-reached');
  if (!sent.ok) throw new Error('The gateway takes no messages at the moment');
  return agree({ proofId: id, expiresAt: plusMinutes(at, ONE_TIME_CODE.minutes), sentTo: masked({ kind, value }) });
};
