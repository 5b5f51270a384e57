import * as z from 'zod/mini';
import { LocalDate } from '../../domain/time.ts';
import { Slug } from '../../domain/unit.ts';
import { RequestId } from '../request-view.ts';
import { wording } from '../wording.ts';

/** One line: a name, a place, a number. */
export const Line = wording(1, 200);

/** What a person writes: a question, a reason, an order. */
export const Paragraph = wording(1, 5000);

/** A day of these three centuries: no calendar has to be searched beyond them. */
export const OfficeDay = LocalDate.check(z.regex(/^(19|20|21)/));

/** The id of a session, a slot, a document or a call task. */
export const Id = z.string().check(z.regex(/^[A-Za-z0-9._-]+$/), z.maxLength(120));

export const Username = z.string().check(z.regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/), z.maxLength(60));

export const OfRequest = z.object({ id: RequestId });
export const OfOrder = z.object({
  id: RequestId,
  number: z.coerce.number().check(z.gte(1), z.lte(999), z.multipleOf(1)),
});
export const OfUnit = z.object({ unit: Slug });

const MOST_A_PAGE = 100;

/** Where a listing begins and how much of it is wanted. */
export const Page = {
  limit: z._default(z.coerce.number().check(z.gte(1), z.lte(MOST_A_PAGE), z.multipleOf(1)), 20),
  after: z.optional(z.string().check(z.maxLength(2000))),
};
export const PageQuery = z.object(Page);

/** A page as it is answered; without `next` there is nothing more. */
export const pageOf = <Item extends z.ZodMiniType>(item: Item) =>
  z.object({ items: z.array(item), next: z.optional(z.string()) });
