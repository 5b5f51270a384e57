import type { Agenda } from './committee-state.tsx';

export type MatterProps = {
  readonly committee: Agenda['committee'];
  readonly matter: Agenda['matters'][number];
  readonly again: () => void;
};
