import type { IdKind } from '../../../domain/identity.ts';
import type { Portal } from '../portal.ts';

/** One of the city's kinds of number, as the domain takes it: the API wrote it from just that, with its label in one language. */
export const idKindOf = ({ idKinds }: Portal['city'], id: string): IdKind | undefined => {
  const kind = idKinds.find((candidate) => candidate.id === id);
  return kind && ({ ...kind, label: {} } as IdKind);
};
