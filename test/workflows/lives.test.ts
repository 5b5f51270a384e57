import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { confirmOrder, reportDone } from '../../domain/orders.ts';
import { acceptIt, giveTurn, meet, planMorning, take } from '../support/lives.ts';
import { openOffice, type RunningOffice } from '../support/running-office.ts';

let office: RunningOffice;

beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

describe('A plain life', () => {
  test('enters nine states: triage, slot, two reminders, the meeting, one order, confirmed', async () => {
    const submitted = await office.submit();
    await acceptIt(office, submitted);
    await office.settle();
    const [slot] = await planMorning(office, submitted, 10);
    if (!slot) throw new Error('A morning has slots');
    const scheduled = await giveTurn(office, submitted, slot);
    await office.settle();
    await meet(office, scheduled, [{ text: 'Mend the street lamp.', unit: scheduled.unit }]);
    await office.settle();
    await take(office, submitted, (read, context) =>
      reportDone(read, { order: 1, proof: { letterNumber: '7' } }, context),
    );
    await office.settle();
    await take(office, submitted, (read, context) => confirmOrder(read, 1, context));
    await office.settle();

    expect(office.statesOf(submitted.id)).toEqual([
      'Triage',
      'Wait for slot',
      'Reminder',
      'Remind',
      'Last reminder',
      'Remind again',
      'Meeting',
      'Follow-up deadline',
      'Confirmation',
    ]);
    expect(office.execution(submitted.id).status).toBe('SUCCEEDED');
    expect(await office.isInStep(submitted.id)).toBe(true);
    expect(office.lostWakes).toEqual([]);
  });
});
