import { citizenMay } from '../../domain/access.ts';
import { agree, type Outcome, refuse } from '../../domain/outcome.ts';
import type { CaseFile, CaseFiles } from '../../domain/ports/case-files.ts';
import type { OwnCall } from './decide-own.ts';

/** The citizen's own case with all that is kept beside it; a foreign one and one that does not exist look the same. */
export const ownCase = async (
  { city, params, caller }: OwnCall,
  { caseFiles }: { readonly caseFiles: CaseFiles },
): Promise<Outcome<CaseFile>> => {
  const file = await caseFiles.read(city, params.id);
  return file && citizenMay(file.request, caller) ? agree(file) : refuse('not-found');
};
