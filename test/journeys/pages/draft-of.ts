import type { Draft } from '../../../web/portal/ask/draft.ts';
import type { Furnished } from './furnish.ts';

/** The answers of a citizen who has come to the last step. */
export const draftOf = ({ unit, official, newIdentity }: Furnished): Draft => {
  const identity = newIdentity();
  return {
    key: crypto.randomUUID(),
    answers: {
      ...{ unit, official: official, topic: 'building-permit' },
      text: 'پروانه ساخت هشت ماه است که مانده و پاسخ روشنی نمی‌رسد.',
      wanted: 'پاسخ روشن تا پایان ماه',
      'applicant.kind': 'person',
      'applicant.name': 'ارغوان نمونه',
      'applicant.identity.kind': identity.kind,
      'applicant.identity.value': identity.value,
    },
    documents: [],
  };
};
