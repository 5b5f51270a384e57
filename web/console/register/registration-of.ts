import type * as z from 'zod/mini';
import type { registerRequest } from '../../../contract/staff/registration.ts';
import { applicantKind } from '../../kit/applicant-kind.ts';
import { optionalText, textOf } from '../../kit/form.tsx';

/** The request that the form describes; on paper often only the name is known. */
export const registrationOf = (data: FormData): z.input<typeof registerRequest.body> => {
  const wanted = optionalText(data, 'wanted');
  const identity = optionalText(data, 'applicant.identity.value');
  const mobile = optionalText(data, 'applicant.contacts.0.value');
  return {
    official: textOf(data, 'official'),
    topic: textOf(data, 'topic'),
    channel: textOf(data, 'channel'),
    text: textOf(data, 'text'),
    ...(wanted && { wanted }),
    applicant: {
      kind: applicantKind(textOf(data, 'applicant.kind')),
      name: textOf(data, 'applicant.name'),
      ...(identity && { identity: { kind: textOf(data, 'applicant.identity.kind'), value: identity } }),
      ...(mobile && { contacts: [{ kind: 'mobile' as const, value: mobile }] }),
    },
  };
};
