import { CITIZEN_OPERATIONS } from './citizen/operations.ts';
import type { Operation } from './operation.ts';
import { PARTNER_OPERATIONS } from './partner/operations.ts';
import { STAFF_OPERATIONS } from './staff/operations.ts';

/** All that may be asked of the system; what is not here does not exist. */
export const OPERATIONS: readonly Operation[] = [...CITIZEN_OPERATIONS, ...STAFF_OPERATIONS, ...PARTNER_OPERATIONS];
