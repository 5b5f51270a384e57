import { checkIdentity } from '../domain/identity.ts';
import type { Office } from '../domain/office.ts';
import type { Party } from '../domain/party.ts';
import type { Fault } from './faults.ts';

const HOLDERS = { person: 'citizen', 'legal-entity': 'legal-entity', 'foreign-national': 'foreign-national' } as const;

type Typed = { readonly kind: string; readonly value: string };
type Read = { readonly identity?: Typed; readonly faults: readonly Fault[] };

/** Reads a number by the city's id kinds; where `of` says who holds it, the kind must be theirs. A typing check only. */
export const readIdentity = (
  office: Office,
  typed: Typed | undefined,
  { path, of }: { path: string; of?: Party['kind'] },
): Read => {
  if (typed === undefined) return { faults: [] };
  const kind = office.city.idKinds.find((candidate) => candidate.id === typed.kind);
  if (!kind || (of !== undefined && kind.holder !== HOLDERS[of])) {
    return { faults: [{ path: `${path}.kind`, problem: 'not-a-choice' }] };
  }
  const checked = checkIdentity(kind, typed.value);
  return checked.ok
    ? { identity: { kind: kind.id, value: checked.value }, faults: [] }
    : { faults: [{ path: `${path}.value`, problem: 'wrong-format' }] };
};
