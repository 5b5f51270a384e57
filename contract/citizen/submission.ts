import * as z from 'zod/mini';
import { Locale } from '../../domain/local-text.ts';
import { MODES } from '../../domain/mode.ts';
import { APPLICANT_KINDS, REPRESENTATION_GROUNDS } from '../../domain/party.ts';
import { LocalDate } from '../../domain/time.ts';
import { Slug } from '../../domain/unit.ts';
import { Nothing } from '../nothing.ts';
import { operation } from '../operation.ts';
import { RequestView } from '../request-view.ts';
import { Name, Typed, wording } from '../wording.ts';
import { DocumentId, UploadedDocument } from './documents.ts';
import { ProvableContact } from './proofs.ts';

/** A number by which a person is known: one of the city's id kinds, as typed. */
export const Identity = z.strictObject({ kind: Slug, value: Typed });

/** Who asks to meet. */
const Applicant = z.strictObject({
  kind: z.enum(APPLICANT_KINDS),
  name: Name,
  identity: Identity,
  language: z.optional(Locale),
  needs: z.optional(z.array(wording(1, 200)).check(z.maxLength(10))),
  mode: z.optional(z.enum(MODES)),
});

/** Who speaks for the applicant, on which ground, shown by which of the documents. */
const Representative = z.strictObject({
  name: Name,
  identity: z.optional(Identity),
  ground: z.enum(REPRESENTATION_GROUNDS),
  document: z.optional(DocumentId),
  validFrom: z.optional(LocalDate),
  validTo: z.optional(LocalDate),
});

export const Matter = {
  official: Slug,
  topic: Slug,
  text: wording(10, 5000),
  wanted: z.optional(wording(1, 1000)),
};

export const submitRequest = operation({
  name: 'submit-request',
  method: 'POST',
  path: '/v1/{city}/my/requests',
  caller: 'citizen',
  summary: { en: 'Ask to meet an official', fa: 'درخواست ملاقات با یک مقام' },
  params: Nothing,
  query: Nothing,
  body: z.strictObject({
    ...Matter,
    applicant: Applicant,
    /** The contact that the session has proven: the representative's where there is one, else the applicant's. */
    contact: ProvableContact,
    representative: z.optional(Representative),
    companions: z.optional(
      z.array(z.strictObject({ name: Name, identity: z.optional(Identity) })).check(z.maxLength(5)),
    ),
    documents: z.optional(z.array(UploadedDocument).check(z.maxLength(10))),
    /** A declared priority class, and which of the documents shows it; it counts once the unit has confirmed it. */
    priority: z.optional(z.strictObject({ class: Slug, document: DocumentId })),
  }),
  /** The personal link is shown only when the request is new: nobody keeps it but the citizen. */
  reply: z.object({ request: RequestView, personalLink: z.optional(z.string()) }),
  status: 201,
  refusals: ['idempotency-key-reused', 'open-request-exists', 'document-missing'],
  idempotent: true,
});
