import * as z from 'zod/mini';
import { MODES } from '../../domain/mode.ts';
import { Party } from '../../domain/party.ts';
import type { Document } from '../../domain/ports/documents.ts';
import { Instant } from '../../domain/time.ts';
import { TimelineEvent } from '../../domain/timeline.ts';

/** The texts of a request, its people, and the keyed hashes under which its case is found. */
export const ContentItem = z.object({
  parties: z.array(Party),
  text: z.string(),
  wanted: z.optional(z.string()),
  mode: z.optional(z.enum(MODES)),
  documents: z.array(z.string()),
  priority: z.optional(
    z.object({ class: z.string(), document: z.optional(z.string()), shown: z.optional(z.string()) }),
  ),
  fingerprint: z.string(),
  searchKeys: z.array(z.string()),
});

/** What one version of the request has to tell, as one item with its letters: fewer writes, and the order is kept. */
export const EventsItem = z.object({ events: z.array(TimelineEvent) });

const DOCUMENT_KINDS = ['attachment', 'scan', 'proof', 'representation'] as const satisfies Document['kind'][];

export const DocumentItem = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  size: z.int(),
  kind: z.enum(DOCUMENT_KINDS),
  addedAt: Instant,
});

export const LookItem = z.object({ username: z.string(), at: Instant, why: z.exactOptional(z.string()) });
