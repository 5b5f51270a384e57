import type { Change } from '../change.ts';
import type { Outcome } from '../outcome.ts';
import type { Party } from '../party.ts';
import type { Request } from '../request.ts';
import type { Content } from '../submission.ts';
import type { Instant } from '../time.ts';
import type { TimelineEvent } from '../timeline.ts';
import type { Document } from './documents.ts';

/** What is kept beside a request: people, texts, documents, the timeline. */
export type CaseFiles = {
  read(city: string, id: string, how?: MayLag): Promise<CaseFile | undefined>;
  /** New parties or keys after a correction, under the request's version; search keys are made anew. */
  correctParties(change: Change, parties: readonly Party[], searchKeys: readonly string[]): Promise<Outcome<Request>>;
  addDocument(city: string, request: string, document: Document): Promise<void>;
  /** Notes who looked at a case, and when. */
  noteLook(city: string, request: string, look: { username: string; at: Instant; why?: string }): Promise<void>;
  looks(city: string, request: string): Promise<readonly { username: string; at: Instant; why?: string }[]>;
};

/** A look that may show what stood there a moment ago costs half. Who decides, or has just acted, does not lag. */
export type MayLag = { readonly mayLag?: boolean | undefined };

export type CaseFile = {
  readonly request: Request;
  readonly content: Content;
  readonly parties: readonly Party[];
  readonly events: readonly TimelineEvent[];
  readonly documents: readonly Document[];
};
