import { findOfficial, findTopic, findUnit, isCurrent, type Office, today } from '../domain/office.ts';
import type { Official } from '../domain/official.ts';
import type { Instant } from '../domain/time.ts';
import { belongsTo, type Topic } from '../domain/topic.ts';
import type { Fault } from './faults.ts';

/** May this topic be brought to this official? */
export const dealsWith = (office: Office, official: Official, topic: Topic): boolean => {
  const unit = findUnit(office, official.unit);
  return unit !== undefined && belongsTo(topic, unit) && (official.topics?.includes(topic.id) ?? true);
};

/** What is wrong with the choice of an official and a topic. */
export const matterFaults = (matter: { official: string; topic: string }, office: Office, at: Instant): Fault[] => {
  const day = today(office, at);
  const official = findOfficial(office, matter.official);
  const topic = findTopic(office, matter.topic);
  const officialStands = official !== undefined && isCurrent(official, day);
  const topicStands = topic !== undefined && isCurrent(topic, day);
  return [
    ...(officialStands ? [] : [{ path: 'official', problem: 'unknown' }]),
    ...(topicStands ? [] : [{ path: 'topic', problem: 'unknown' }]),
    ...(officialStands && topicStands && !dealsWith(office, official, topic)
      ? [{ path: 'topic', problem: 'not-dealt-with-here' }]
      : []),
  ];
};
