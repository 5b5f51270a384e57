import { describe, expect, test } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import { proposeSession } from '../../domain/extra-session.ts';
import type { Office } from '../../domain/office.ts';
import { planSession, type Session } from '../../domain/session.ts';
import { plusDays } from '../../domain/time.ts';
import { agreed } from '../support/world.ts';
import { contextAt, START } from './stages-of-life.ts';

const context = contextAt(START);
const sessionOn = (on: string, id = on): Session =>
  agreed(
    planSession(
      {
        ...{ id, official: 'harbour-alderman', venue: 'harbour-office', mode: 'in-person', on },
        ...{ from: '10:00', to: '11:00', slotMinutes: 15 },
      },
      [],
      context,
    ),
  ).session;
const lost = sessionOn('2026-06-12', 'lost');
const proposed = (others: readonly Session[] = [], office: Office = eastmere) =>
  proposeSession(lost, others, contextAt(START, undefined, office));

describe('In place of a lost session', () => {
  test('one is proposed on the next open day, at the same hours, place and way', () => {
    // A Friday was lost: the next day of work is Monday.
    expect(proposed()).toStrictEqual({
      ...{ official: 'harbour-alderman', venue: 'harbour-office', mode: 'in-person', on: '2026-06-15' },
      ...{ from: '10:00', to: '11:00', slotMinutes: 15, seats: 4 },
    });
  });

  test('it lies over no other session of the official, and not on a holiday', () => {
    expect(proposed([sessionOn('2026-06-15')])?.on).toBe('2026-06-17');
    expect(proposed([sessionOn('2026-06-17')])?.on).toBe('2026-06-15');
    expect(proposed([{ ...sessionOn('2026-06-15'), cancelledAt: START }])?.on).toBe('2026-06-15');
  });

  test('it comes within forty-five days, or not at all', () => {
    const closedFor = (days: number): Office => {
      const holidays = Array.from({ length: days }, (_, day) => ({
        ...{ on: plusDays(lost.on, day + 1), name: { en: 'Closed', fa: 'تعطیل' } },
      }));
      const calendar = { ...eastmere.city.calendar, holidays };
      return { ...eastmere, city: { ...eastmere.city, calendar } };
    };
    // The 45th day is a Monday.
    expect(proposed([], closedFor(44))?.on).toBe('2026-07-27');
    expect(proposed([], closedFor(45))).toBeUndefined();
  });
});
