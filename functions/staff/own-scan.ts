import { mayAt, mayOnRequest, type Permission } from '../../domain/access.ts';
import type { Office } from '../../domain/office.ts';
import { agree, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import type { Scans } from '../../domain/ports/scans.ts';
import type { Request } from '../../domain/request.ts';
import type { Hand, Scan } from '../../domain/scan.ts';
import type { Instant } from '../../domain/time.ts';
import type { User } from '../../domain/user.ts';

export type ScanCall = {
  readonly city: string;
  readonly office: Office;
  readonly caller: User;
  readonly language: string;
  readonly params: { readonly document: string };
};
export type OwnScanNeeds = { readonly scans: Scans; readonly requests: Requests };

/** A scan of a case on which this person has the permission; a foreign one and one that does not exist look the same. */
export const scanOfCase = async (
  { city, office, caller, params }: ScanCall,
  permission: Permission,
  { scans, requests }: OwnScanNeeds,
): Promise<Outcome<{ scan: Scan; request: Request }>> => {
  const scan = await scans.find(city, params.document);
  const request = scan?.request === undefined ? undefined : await requests.find(city, scan.request);
  return scan && request && mayOnRequest(caller, permission, request, office)
    ? agree({ scan, request })
    : refuse('not-found');
};

/** Whose hand it is: the person, in the role that lets them do it. */
export const handOf = (caller: User, permission: Permission, request: Request, office: Office, at: Instant): Hand => {
  const letting = caller.roles.find((held) => mayAt({ ...caller, roles: [held] }, permission, request, office));
  const { role, unit } = letting ?? caller.roles[0] ?? { role: 'secretary', unit: request.unit };
  return { username: caller.username, role, unit, at };
};
