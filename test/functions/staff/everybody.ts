import type { User } from '../../../domain/user.ts';

/** Somebody who holds every role, so that whatever is called is read to its end. */
export const EVERYBODY: User = {
  ...{ username: 'everybody', displayName: 'Everybody', locale: 'en' },
  roles: [
    ...(['clerk', 'expert', 'secretary', 'owner'] as const).map((role) => ({ role, unit: 'harbour' })),
    ...(['unit-manager', 'coordinator', 'inspector', 'administrator'] as const).map((role) => ({ role, unit: 'hq' })),
  ],
};
