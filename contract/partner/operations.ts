import { caseStatus, referCase } from './referrals.ts';

/** All that a partner's line may ask. */
export const PARTNER_OPERATIONS = [referCase, caseStatus] as const;
