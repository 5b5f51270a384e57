import * as z from 'zod/mini';
import { Anchor } from '../../domain/anchor.ts';
import { LedgerHead, LedgerLine } from '../../domain/ledger.ts';
import { LocalDate } from '../../domain/time.ts';
import { Slug } from '../../domain/unit.ts';
import { operation } from '../operation.ts';
import { PageQuery } from './fields.ts';

/** The chain is never longer than its numbers. */
const LineNumber = z.coerce.number().check(z.gte(0), z.lte(999_999_999), z.multipleOf(1));

export const listLedger = operation({
  name: 'list-ledger',
  method: 'GET',
  path: '/v1/{city}/staff/officials/{official}/ledger',
  caller: 'staff',
  permission: 'read-audit',
  summary: {
    en: 'The fair-turn ledger of a post: what happened to each turn, as a chain of hashes that shows every edit',
    fa: 'دفتر نوبت هر مقام: آنچه بر هر نوبت گذشته، در زنجیره‌ای که هر دست‌کاری را نشان می‌دهد',
  },
  params: z.object({ official: Slug }),
  query: z.object({ ...PageQuery.shape, after: z.optional(LineNumber) }),
  reply: z.object({ head: LedgerHead, items: z.array(LedgerLine), next: z.optional(z.int()) }),
  status: 200,
  refusals: [],
});

export const listAnchors = operation({
  name: 'list-anchors',
  method: 'GET',
  path: '/v1/{city}/staff/officials/{official}/ledger/anchors',
  caller: 'staff',
  permission: 'read-audit',
  summary: {
    en: 'The heads of a post’s ledger as they were noted day by day, where nobody can change them',
    fa: 'سربرگ روزانه دفتر نوبت هر مقام، نگه‌داشته در جایی که کسی نمی‌تواند آن را تغییر دهد',
  },
  params: z.object({ official: Slug }),
  query: z.object({ ...PageQuery.shape, after: z.optional(LocalDate) }),
  reply: z.object({ items: z.array(Anchor), next: z.optional(LocalDate) }),
  status: 200,
  refusals: [],
});
