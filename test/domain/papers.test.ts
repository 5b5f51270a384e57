import { describe, expect, it } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import { withdraw } from '../../domain/citizen-word.ts';
import { attachDocument, note, printSlip } from '../../domain/papers.ts';
import { submit } from '../../domain/submission.ts';

const context = { at: '2027-02-01T10:00:00.000Z', by: { actor: 'citizen' as const }, office: eastmere };

const opened = () => {
  const opening = submit(
    {
      ...{ id: '00000000000000000000000001', code: '22222222P', official: 'harbour-alderman', topic: 'other' },
      ...{ channel: 'web', parties: [], content: { text: 'A text', documents: [], fingerprint: 'f' } },
      keys: { readers: [], search: [], linkKey: 'first' },
    },
    context,
  );
  if (!opening.agreed) throw new Error(opening.reason);
  return opening.value.request;
};

describe('the papers of a case', () => {
  it('gain a document, which the timeline names by its id alone', () => {
    const change = attachDocument(opened(), { id: 'd1', kind: 'attachment' }, context);
    expect(change.agreed && change.value.after.version).toBe(2);
    expect(change.agreed && change.value.events).toEqual([
      { kind: 'document-added', at: context.at, by: context.by, facts: { document: 'd1', kind: 'attachment' } },
    ]);
  });

  it('gain none after the closing', () => {
    const withdrawn = withdraw(opened(), undefined, context);
    if (!withdrawn.agreed) throw new Error(withdrawn.reason);
    expect(attachDocument(withdrawn.value.after, { id: 'd1', kind: 'attachment' }, context)).toMatchObject({
      agreed: false,
      reason: 'wrong-state',
      details: { status: 'closed' },
    });
  });

  it('carry notes that only the staff read', () => {
    const change = note(opened(), 'Bring the plan of the site', context);
    expect(change.after).toEqual({ ...change.before, version: change.before.version + 1 });
    expect(change.events).toMatchObject([{ kind: 'noted', text: 'Bring the plan of the site', internal: true }]);
    expect(change.letters).toEqual([]);
  });

  it('carry one personal link: a new slip ends the one before', () => {
    const change = printSlip(opened(), 'second', context);
    expect(change.after.linkKey).toBe('second');
    expect(change.after.until).toBe(change.before.until);
    expect(change.events.map((event) => event.kind)).toEqual(['slip-printed']);
  });
});
