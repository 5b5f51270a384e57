import { citizenMay } from '../../domain/access.ts';
import { agree, type Outcome, refuse } from '../../domain/outcome.ts';
import type { CaseFile, CaseFiles, MayLag } from '../../domain/ports/case-files.ts';
import type { OwnCall } from './decide-own.ts';

/**
 * The citizen's own case with all that is kept beside it; a foreign one and one that does not exist look the same. What may lag
 * and is not there yet is looked for once more.
 */
export const ownCase = async (
  { city, params, caller }: Pick<OwnCall, 'city' | 'params' | 'caller'>,
  { caseFiles }: { readonly caseFiles: CaseFiles },
  { mayLag }: MayLag = {},
): Promise<Outcome<CaseFile>> => {
  const file = await caseFiles.read(city, params.id, { mayLag });
  if (file && citizenMay(file.request, caller)) return agree(file);
  return mayLag ? ownCase({ city, params, caller }, { caseFiles }) : refuse('not-found');
};
