import { en as kit } from '../../kit/words/en.ts';
import type { DoorwayWords } from './fa.ts';

export const en: DoorwayWords = {
  kit,
  page: {
    title: 'Public meetings',
    lead: 'Ask to meet an official of your city, and follow what was promised until it is done.',
    orCall: 'For these, calling is faster:',
    needsScript: 'This page needs JavaScript. Without it you can ask by phone or at the counter.',
  },
  foot: {
    label: 'About this service',
    timetable: 'Timetable',
    help: 'Help',
    privacy: 'Privacy',
    accessibility: 'Accessibility',
  },
  start: {
    title: 'Meet the people who decide',
    lead: 'Ask for a meeting from anywhere, at any time; then see who holds the matter and by when it must be done.',
    ask: 'Ask for a meeting',
    track: 'Track a request',
    mine: 'My requests',
    prepare: 'Before you begin',
    prepareItems: [
      'Your name and the number you are known by',
      'A mobile or e-mail that you can open now',
      'A short account of the matter; answers you have had already help too',
    ],
    duration: 'Five short steps, about ten minutes.',
    promise: 'What we promise',
    promiseTriage: (days) => `A first answer within ${days} working days`,
    promiseTurn: (days) => `A turn within ${days} working days of acceptance`,
    promiseOrder: (days) => `Each order within ${days} working days, unless the official says otherwise`,
    elsewhere: 'There may be a shorter way',
    elsewhereLead: 'For these, please call:',
  },
};
