import type { Slot } from '../../domain/slot.ts';

/** A free turn of the alderman of Harbour Ward, a week after the start of every story. */
export const someSlot = (more: Partial<Slot> = {}): Slot => ({
  ...{ city: 'eastmere', id: 'monday-01', session: 'monday', official: 'harbour-alderman', number: 1, kind: 'regular' },
  ...{ startsAt: '2026-06-15T09:00:00.000Z', endsAt: '2026-06-15T09:10:00.000Z' },
  ...more,
});
