import { recordAttendance } from '../../domain/meeting.ts';
import { offer } from '../../domain/offers.ts';
import { reportDone } from '../../domain/orders.ts';
import type { Request } from '../../domain/request.ts';
import { answerInWriting, ask, decline } from '../../domain/triage.ts';
import { acceptIt, meet, planMorning, take, toScheduled } from './lives.ts';
import type { RunningOffice } from './running-office.ts';
import { agreed } from './world.ts';

const scheduled = async (office: RunningOffice) => toScheduled(office, await office.submit(), 10);

const reminded = async (office: RunningOffice, times: number) => {
  const request = await scheduled(office);
  for (let time = 0; time < times; time += 1) await office.clock.moveTo((await office.request(request.id)).until);
  return office.request(request.id);
};

const withOrder = async (office: RunningOffice) => {
  const request = await scheduled(office);
  return meet(office, request, [{ text: 'Mend the street lamp.', unit: request.unit }]);
};

/** A fresh request led to each place at which an execution waits, its execution waiting there. */
const WAYS = {
  submitted: (office) => office.submit(),
  'needs-info': async (office) =>
    take(office, await office.submit(), (read, context) => ask(read, { text: 'Where?' }, context)),
  answered: async (office) =>
    take(office, await office.submit(), (read, context) => answerInWriting(read, { text: 'Soon.' }, context)),
  declined: async (office) =>
    take(office, await office.submit(), (read, context) =>
      decline(read, { reasonCode: 'other', text: 'No.' }, context),
    ),
  waiting: async (office) => acceptIt(office, await office.submit()),
  offered: async (office) => {
    const request = await acceptIt(office, await office.submit());
    const [slot] = await planMorning(office, request, 10);
    if (!slot) throw new Error('A morning has slots');
    agreed(
      await office.slots.hold(office.city, slot.id, request.id, { at: request.submittedAt, until: slot.startsAt }),
    );
    return take(office, request, (read, context) => offer(read, [slot], context));
  },
  'before the first reminder': scheduled,
  'before the last reminder': (office) => reminded(office, 1),
  'before the meeting': (office) => reminded(office, 2),
  met: async (office) => {
    const request = await scheduled(office);
    await office.clock.moveTo(request.appointment?.startsAt ?? request.until);
    return take(office, request, (read, context) => recordAttendance(read, 'arrived', context));
  },
  'in-follow-up': withOrder,
  'awaiting-confirmation': async (office) =>
    take(office, await withOrder(office), (read, context) =>
      reportDone(read, { order: 1, proof: { letterNumber: '7' } }, context),
    ),
} satisfies Record<string, (office: RunningOffice) => Promise<Request>>;

export type Stage = keyof typeof WAYS;
export const STAGES = Object.keys(WAYS) as Stage[];

export const leadTo = async (office: RunningOffice, stage: Stage): Promise<Request> => {
  const request = await WAYS[stage](office);
  await office.settle();
  return request;
};
