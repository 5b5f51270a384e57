import type { registerRequest } from '../../contract/staff/registration.ts';
import { mayOnRequest } from '../../domain/access.ts';
import { today } from '../../domain/office.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import type { Instant } from '../../domain/time.ts';
import type { Call } from '../answer.ts';
import type { Fault } from '../faults.ts';

/** What is wrong with where a request is said to come from: its channel, the day it was received, the cases it is tied to. */
export const originFaults = async (
  { city, office, caller, body }: Call<typeof registerRequest>,
  { at, requests }: { at: Instant; requests: Requests },
): Promise<Fault[]> => {
  const linked = await Promise.all(
    (body.links ?? []).map(async ({ request: id }, index) => {
      const request = await requests.find(city, id);
      const isReadable = request !== undefined && mayOnRequest(caller, 'read-case', request, office);
      return isReadable ? [] : [{ path: `links.${index}.request`, problem: 'unknown' }];
    }),
  );
  return [
    ...(office.city.channels.some(({ id }) => id === body.channel) ? [] : [{ path: 'channel', problem: 'unknown' }]),
    ...(body.receivedOn && body.receivedOn.on > today(office, at)
      ? [{ path: 'receivedOn.on', problem: 'in-the-future' }]
      : []),
    ...linked.flat(),
  ];
};
