import type { RequestView } from '../../../contract/request-view.ts';
import type { Answered } from '../../api/client.ts';
import type { StaffClient } from '../../api/staff-client.ts';
import { wrongField } from '../../kit/form.tsx';

/** The case with a tracking code, as a person has it on paper; the field is told if there is none. */
export const findByCode = async (
  call: StaffClient,
  { code, field, unknown }: { readonly code: string; readonly field: string; readonly unknown: string },
): Promise<Answered<RequestView>> => {
  const found = await call('find-cases', { body: { by: 'code', code } });
  if (!found.agreed) return found;
  const [request] = found.value.items;
  return request ? { agreed: true, value: request } : wrongField(field, unknown);
};
