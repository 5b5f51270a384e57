import { describe, expect, test } from 'vitest';
import { DictionaryWording } from '../../../adapters/letters/dictionary-wording.ts';
import { smsParts } from '../../../adapters/letters/sms-parts.ts';
import { LETTERS, type LetterTemplate, letter } from '../../../domain/letter.ts';
import type { Request } from '../../../domain/request.ts';
import type { Session } from '../../../domain/session.ts';
import { plusMinutes } from '../../../domain/time.ts';
import { showTrackingCode } from '../../../domain/tracking-code.ts';
import { acceptIt, planMorning } from '../../support/lives.ts';
import { createWorld, type SeededCity } from '../../support/world.ts';

/** A request with a promised date, and a letter that has every fact a letter can have; the longest names of the city. */
const everythingOf = async (city: SeededCity) => {
  const world = await createWorld({ city });
  const longest = <Named extends { name: Record<string, string> }>(all: readonly Named[]) =>
    all.toSorted((a, b) => (b.name.fa ?? '').length - (a.name.fa ?? '').length)[0];
  const office = world.office();
  const request = await acceptIt(world, await world.submitRequest());
  const [slot] = await planMorning(world, request, 9);
  const planned = await world.sessions.find(city, slot?.session ?? '');
  const session: Session | undefined = planned && { ...planned, venue: longest(office.venues)?.id ?? '' };
  const facts = {
    ...{ startsAt: slot?.startsAt ?? '', until: plusMinutes(slot?.startsAt ?? '', -1440) },
    ...{ order: '3', orders: '3', dueAt: request.deadline.at, to: longest(office.units)?.id ?? '' },
  };
  const write = (template: LetterTemplate, language: string, by: 'sms' | 'email', about: Request = request) =>
    new DictionaryWording().write(letter(template, 'applicant', facts), {
      office,
      request: about,
      session,
      language,
      by,
    });
  return { office, request, write };
};

describe.each(['tehran', 'eastmere'] as const)('The letters of %s', (city) => {
  test.each(['fa', 'en'])('fit into two SMS parts each, most of them into one, in %s', async (language) => {
    const { write } = await everythingOf(city);

    const parts = LETTERS.map((template) => smsParts(write(template, language, 'sms').text));

    expect(Math.max(...parts)).toBeLessThanOrEqual(2);
    expect(parts.filter((count) => count === 1).length).toBeGreaterThan(LETTERS.length / 2);
  });

  test.each(['fa', 'en'])('say the code, and neither the topic nor an address on the web, in %s', async (language) => {
    const { office, request, write } = await everythingOf(city);
    const topics = office.topics.flatMap(({ name }) => Object.values(name));

    for (const template of LETTERS) {
      const { text } = write(template, language, 'sms');
      if (template !== 'offer-lapsed') expect(text, template).toContain(showTrackingCode(request.code));
      expect(text).not.toMatch(/https?:|www\.|\.ir|\.com/);
      expect(topics.filter((topic) => topic.length > 4 && text.includes(topic))).toEqual([]);
    }
  });

  test.each(['fa', 'en'])('leave no gap where a fact belongs, in %s', async (language) => {
    const { write } = await everythingOf(city);

    for (const template of LETTERS) {
      for (const by of ['sms', 'email'] as const) {
        const { subject, text } = write(template, language, by);
        expect(`${subject}\n${text}`, template).not.toMatch(/undefined|NaN|Invalid|: \.|: \n| {2}|،\s*[.،]/);
      }
    }
  });
});

describe('A letter', () => {
  test('names days in the calendar of the city and digits of the language', async () => {
    const { write } = await everythingOf('tehran');

    expect(write('scheduled', 'fa', 'sms').text).toContain('چهارشنبه ۲۷ خرداد ساعت ۱۰:۰۰');
    expect(write('scheduled', 'en', 'sms').text).toContain('Wednesday 27 Khordad, 10:00');
  });

  test('by e-mail says what comes next, and by when', async () => {
    const { write } = await everythingOf('eastmere');

    const { subject, text } = write('accepted', 'en', 'email');

    expect(subject).toMatch(/^Request [A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]: accepted$/);
    expect(text).toContain('Next: a time is offered by 7 July.');
    expect(text).toContain('Eastmere City Council');
  });

  test('in a language of neither dictionary is written in English', async () => {
    const { write } = await everythingOf('eastmere');

    expect(write('closed', 'cy', 'sms').text).toContain('is closed');
  });
});

test('SMS parts are counted as the networks bill them', () => {
  expect(smsParts('a'.repeat(160))).toBe(1);
  expect(smsParts('a'.repeat(161))).toBe(2);
  expect(smsParts('ا'.repeat(70))).toBe(1);
  expect(smsParts('ا'.repeat(71))).toBe(2);
  expect(smsParts('ا'.repeat(135))).toBe(3);
});
