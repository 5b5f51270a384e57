import type { listTopics } from '../../contract/citizen/city.ts';
import { say } from '../../domain/local-text.ts';
import { findOfficial, isCurrent, today } from '../../domain/office.ts';
import { agree, refuseField } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Answer } from '../answer.ts';
import { dealsWith } from '../matter-faults.ts';

export const answer: Answer<typeof listTopics, { readonly clock: Clock }> = async (
  { office, language, query },
  { clock },
) => {
  const official = query.official === undefined ? undefined : findOfficial(office, query.official);
  if (query.official !== undefined && !official) return refuseField('official', 'unknown');
  const day = today(office, clock.now());
  const topics = office.topics
    .filter((topic) => isCurrent(topic, day))
    .filter((topic) => !official || dealsWith(office, official, topic));
  return agree({ topics: topics.map(({ id, parent, name }) => ({ id, parent, name: say(name, language) })) });
};
