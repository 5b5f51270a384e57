import * as z from 'zod/mini';
import { Official } from '../../domain/official.ts';
import { Topic } from '../../domain/topic.ts';
import { Slug, Unit } from '../../domain/unit.ts';
import { User } from '../../domain/user.ts';
import { Venue } from '../../domain/venue.ts';
import { Nothing } from '../nothing.ts';
import { operation } from '../operation.ts';
import { Id, OfficeDay, PageQuery, pageOf, Username } from './fields.ts';

export const DIRECTORY_KINDS = ['units', 'officials', 'topics', 'venues', 'users', 'partners'] as const;

const EntryId = z.object({ id: Slug });

const Partner = z.object({ clientId: Id, channel: Slug, unit: z.optional(Slug), endsOn: z.optional(OfficeDay) });

export const listDirectory = operation({
  name: 'list-directory',
  method: 'GET',
  path: '/v1/{city}/staff/directory/{kind}',
  caller: 'staff',
  permission: 'manage-city',
  summary: { en: 'All entries of one kind', fa: 'همه موارد یک گونه' },
  params: z.object({ kind: z.enum(DIRECTORY_KINDS) }),
  query: PageQuery,
  reply: pageOf(z.union([User, Partner, Unit, Official, Venue, Topic])),
  status: 200,
  refusals: [],
});

export const putUnit = operation({
  name: 'put-unit',
  method: 'PUT',
  path: '/v1/{city}/staff/directory/units/{id}',
  caller: 'staff',
  permission: 'manage-city',
  summary: { en: 'Add or change a unit; one that had ended goes on', fa: 'افزودن یا تغییر واحد' },
  params: EntryId,
  query: Nothing,
  body: z.strictObject(z.omit(Unit, { id: true, calendar: true, policies: true, endsOn: true }).shape),
  reply: Unit,
  status: 200,
  refusals: [],
});

export const putOfficial = operation({
  name: 'put-official',
  method: 'PUT',
  path: '/v1/{city}/staff/directory/officials/{id}',
  caller: 'staff',
  permission: 'manage-city',
  summary: { en: 'Add or change a post', fa: 'افزودن یا تغییر مقام' },
  params: EntryId,
  query: Nothing,
  body: z.strictObject(z.omit(Official, { id: true, endsOn: true, absences: true }).shape),
  reply: Official,
  status: 200,
  refusals: [],
});

export const putTopic = operation({
  name: 'put-topic',
  method: 'PUT',
  path: '/v1/{city}/staff/directory/topics/{id}',
  caller: 'staff',
  permission: 'manage-city',
  summary: { en: 'Add or change a topic', fa: 'افزودن یا تغییر موضوع' },
  params: EntryId,
  query: Nothing,
  body: z.strictObject(z.omit(Topic, { id: true, endsOn: true }).shape),
  reply: Topic,
  status: 200,
  refusals: [],
});

export const putVenue = operation({
  name: 'put-venue',
  method: 'PUT',
  path: '/v1/{city}/staff/directory/venues/{id}',
  caller: 'staff',
  permission: 'manage-city',
  summary: { en: 'Add or change a venue', fa: 'افزودن یا تغییر محل ملاقات' },
  params: EntryId,
  query: Nothing,
  body: z.strictObject(z.omit(Venue, { id: true, endsOn: true }).shape),
  reply: Venue,
  status: 200,
  refusals: [],
});

export const putUser = operation({
  name: 'put-user',
  method: 'PUT',
  path: '/v1/{city}/staff/directory/users/{username}',
  caller: 'staff',
  permission: 'manage-city',
  summary: {
    en: 'Add or change a member of staff, with the account to sign in',
    fa: 'افزودن یا تغییر کاربر و حساب ورود او',
  },
  params: z.object({ username: Username }),
  query: Nothing,
  body: z.strictObject(z.omit(User, { username: true, endsOn: true }).shape),
  reply: User,
  status: 200,
  refusals: [],
});

export const putPartner = operation({
  name: 'put-partner',
  method: 'PUT',
  path: '/v1/{city}/staff/directory/partners/{clientId}',
  caller: 'staff',
  permission: 'manage-city',
  summary: { en: 'Add or change a partner’s line', fa: 'افزودن یا تغییر سامانه همکار' },
  params: z.object({ clientId: Id }),
  query: Nothing,
  body: z.strictObject(z.omit(Partner, { clientId: true, endsOn: true }).shape),
  reply: Partner,
  status: 200,
  refusals: [],
});

export const endEntry = operation({
  name: 'end-entry',
  method: 'POST',
  path: '/v1/{city}/staff/directory/{kind}/{id}/end',
  caller: 'staff',
  permission: 'manage-city',
  summary: {
    en: 'Let an entry end on a day; nothing is ever erased',
    fa: 'پایان یک مورد در روز معین؛ چیزی پاک نمی‌شود',
  },
  params: z.object({ kind: z.enum(DIRECTORY_KINDS), id: Id }),
  query: Nothing,
  body: z.strictObject({ endsOn: OfficeDay }),
  reply: z.object({ kind: z.enum(DIRECTORY_KINDS), id: z.string(), endsOn: z.string() }),
  status: 200,
  refusals: ['in-use'],
});
