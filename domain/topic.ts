import * as z from 'zod/mini';
import { Attendee } from './attendee.ts';
import { LocalText } from './local-text.ts';
import { LocalDate } from './time.ts';
import { Slug, type Unit, UnitKind } from './unit.ts';

/** What a request is about. Two levels: a topic with a parent has no children. */
export const Topic = z.object({
  id: Slug,
  parent: z.optional(Slug),
  name: LocalText,
  /** Only these units deal with it. */
  units: z.optional(z.array(Slug)),
  /** Only units of these kinds deal with it. */
  unitKinds: z.optional(z.array(UnitKind)),
  /** Who should sit in when it is talked about; those of the parent if absent. */
  attendees: z.optional(z.array(Attendee)),
  endsOn: z.optional(LocalDate),
});
export type Topic = z.infer<typeof Topic>;

/** Whether a request about `topic` may go to `unit`. */
export function belongsTo(topic: Topic, unit: Pick<Unit, 'id' | 'kind'>): boolean {
  return (topic.units?.includes(unit.id) ?? true) && (topic.unitKinds?.includes(unit.kind) ?? true);
}
