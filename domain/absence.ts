import type { Context } from './change.ts';
import { findOfficial, isCurrent, today } from './office.ts';
import { type Absence, absenceOn, type Official } from './official.ts';
import { agree, type Outcome, refuseField } from './outcome.ts';
import { type LocalDate, plusDays } from './time.ts';

export type AbsenceWish = Omit<Absence, 'standIn'> & { readonly standIn?: string | undefined };

/** An absence of this official: the delegate stands in, or another post that is there then. */
export const planAbsence = (official: Official, wish: AbsenceWish, { office, at }: Context): Outcome<Absence> => {
  const { from, to, kind, standIn = official.delegate } = wish;
  const day = today(office, at);
  if (to < from) return refuseField('to', 'before-start');
  if (to < day) return refuseField('to', 'in-the-past');
  if (standIn === undefined) return refuseField('standIn', 'missing');
  const post = findOfficial(office, standIn);
  if (!post || standIn === official.id || !isCurrent(post, to)) return refuseField('standIn', 'unknown');
  if (overlapping(post, from, to)) return refuseField('standIn', 'absent-then');
  const known = overlapping(official, from, to);
  const isSame = known?.from === from && known.to === to && known.standIn === standIn;
  return known && !isSame ? refuseField('from', 'absent-then') : agree({ from, to, kind, standIn });
};

const overlapping = ({ absences = [] }: Official, from: LocalDate, to: LocalDate): Absence | undefined =>
  absences.find((absence) => absence.from <= to && from <= absence.to);

const KEPT_DAYS = 366;

/** Absences of more than a year ago are told by the sessions themselves. */
export const withAbsence = (official: Official, absence: Absence, day: LocalDate): Official => {
  const others = (official.absences ?? []).filter(
    ({ from, to }) => from !== absence.from && to >= plusDays(day, -KEPT_DAYS),
  );
  return { ...official, absences: [...others, absence].toSorted((a, b) => (a.from < b.from ? -1 : 1)) };
};

/** The post that should receive people of this official on that day, where it is not the official. */
export const standInOn = (official: Official | undefined, on: LocalDate): string | undefined =>
  official && absenceOn(official, on)?.standIn;
