import { Appointment } from './appointment.tsx';
import { useCase } from './case.ts';
import { Offer } from './offer.tsx';

/** The turn of a request: those that are offered, or the one that is made. */
export function Turn() {
  const { request } = useCase();
  if (request.status === 'offered') return <Offer />;
  return request.status === 'scheduled' && request.appointment ? <Appointment turn={request.appointment} /> : null;
}
