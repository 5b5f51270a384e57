import { beforeEach, describe, expect, test, vi } from 'vitest';
import { startUpload } from '../../../contract/citizen/documents.ts';
import { trackRequest, withdrawRequest } from '../../../contract/citizen/requests.ts';
import { submitRequest } from '../../../contract/citizen/submission.ts';
import { type CitizenWorld, createCitizenWorld, SUBMISSION } from './citizen-world.ts';

const FILE = { name: 'Plan.pdf', type: 'application/pdf', size: 1000 };

describe('A submission', () => {
  let world: CitizenWorld;
  let token: string;
  beforeEach(async () => {
    world = await createCitizenWorld();
    token = await world.sessionOf();
  });
  const submit = (body: unknown, key = 'first-key', language = 'en') =>
    world.call(submitRequest, { token, key, body, language });
  const idOf = ({ body }: { body: Record<string, unknown> }) => (body.request as { id: string }).id;

  const uploaded = async (file = FILE, arrival: Partial<typeof FILE> | null = {}) => {
    const { body } = await world.call(startUpload, { token, body: file });
    const { size } = { ...file, ...arrival };
    if (arrival) world.documents.receive(world.city, body.id as string, { size });
    return { id: body.id as string, ...file };
  };

  test('becomes a request at the desk of the official’s unit, with a link shown once, and starts its execution', async () => {
    const reply = await submit(SUBMISSION);
    expect(reply).toMatchObject({
      status: 201,
      body: { request: { status: 'submitted', unit: 'harbour', channel: 'web' }, personalLink: expect.any(String) },
    });
    expect(world.workflow.started).toEqual([idOf(reply)]);
    const file = await world.caseFiles.read(world.city, idOf(reply));
    expect(file?.parties).toMatchObject([
      {
        role: 'applicant',
        identity: { kind: 'resident-card', value: 'EM000001' },
        contacts: [{ value: '+447700900123', proven: true }],
      },
    ]);
    expect(JSON.stringify(file?.request)).not.toContain('7700900123');
  });

  test('that is sent again with the same key is the same request, whatever the order of its fields', async () => {
    const first = await submit(SUBMISSION);
    const { text, ...rest } = SUBMISSION;
    const again = await submit({ ...rest, text });
    expect(again.status).toBe(201);
    expect(idOf(again)).toBe(idOf(first));
    expect(again.body.personalLink).toBeUndefined();
    expect(world.workflow.started).toHaveLength(1);
  });

  test('whose tracking code is taken by chance gets another', async () => {
    const draw = world.keys.secret.bind(world.keys);
    const drawn: Uint8Array[] = [];
    // The first two codes are the same.
    vi.spyOn(world.keys, 'secret').mockImplementation((bytes) => {
      if (bytes !== 8) return draw(bytes);
      drawn.push(drawn.length === 1 && drawn[0] ? drawn[0] : draw(bytes));
      return drawn.at(-1) ?? draw(bytes);
    });
    const applicant = { ...SUBMISSION.applicant, identity: { kind: 'resident-card', value: 'EM 000 002' } };
    const replies = [await submit(SUBMISSION), await submit({ ...SUBMISSION, applicant }, 'second-key')];
    expect(replies.map(({ status }) => status)).toEqual([201, 201]);
    expect(drawn[1]).toEqual(drawn[0]);
    expect(drawn).toHaveLength(3);
    const codes = replies.map(({ body }) => (body.request as { code: string }).code);
    expect(new Set(codes).size).toBe(2);
  });

  test('that is sent twice at once is one request', async () => {
    const replies = await Promise.all([submit(SUBMISSION), submit(SUBMISSION)]);
    expect(replies.map(({ status }) => status)).toEqual([201, 201]);
    expect(new Set(replies.map(idOf)).size).toBe(1);
    expect(replies.filter(({ body }) => body.personalLink)).toHaveLength(1);
  });

  test('with another content under the same key is refused', async () => {
    await submit(SUBMISSION);
    expect(await submit({ ...SUBMISSION, text: 'Another matter altogether.' })).toMatchObject({
      status: 422,
      body: { type: 'idempotency-key-reused' },
    });
  });

  test.each([undefined, 'short'])('needs an Idempotency-Key: %s is none', async (key) => {
    const reply = await world.call(submitRequest, { token, body: SUBMISSION, ...(key && { key }) });
    expect(reply).toMatchObject({ status: 422, body: { fields: [{ path: 'Idempotency-Key' }] } });
  });

  test('is refused while the applicant has an open request to this official, and not after', async () => {
    const first = await submit(SUBMISSION);
    expect(await submit(SUBMISSION, 'second-key')).toMatchObject({
      status: 409,
      body: { type: 'open-request-exists' },
    });
    await world.call(withdrawRequest, { token, params: { id: idOf(first) }, body: {} });
    expect((await submit(SUBMISSION, 'third-key')).status).toBe(201);
  });

  const WRONG = {
    ...SUBMISSION,
    official: 'nobody',
    topic: 'nothing',
    applicant: { ...SUBMISSION.applicant, language: 'xx', identity: { kind: 'resident-card', value: '12' } },
    contact: { kind: 'email', value: 'nowhere' },
    representative: { name: 'Helper Two', ground: 'helper', document: 'x'.repeat(22), validTo: '2020-01-01' },
    companions: [{ name: 'Friend Three', identity: { kind: 'unheard-of', value: '1' } }],
  };

  test.each([
    ['en', 'This does not exist, or no longer.'],
    ['fa', 'چنین موردی وجود ندارد یا پایان یافته است.'],
  ])('names every wrong field at once, in %s', async (language, unknown) => {
    const { status, body } = await submit(WRONG, 'wrong-key', language);
    expect(status).toBe(422);
    expect(body.fields).toEqual(
      [
        ['official', 'unknown'],
        ['topic', 'unknown'],
        ['contact.value', 'wrong-format'],
        ['applicant.language', 'not-a-choice'],
        ['applicant.identity.value', 'wrong-format'],
        ['companions.0.identity.kind', 'not-a-choice'],
        ['representative.document', 'unknown'],
        ['representative.validTo', 'in-the-past'],
      ].map(([path, problem]) => ({ path, problem, message: expect.any(String) })),
    );
    expect(body.fields).toContainEqual({ path: 'official', problem: 'unknown', message: unknown });
  });

  test('names every field whose form is wrong at once', async () => {
    const { body } = await submit({ official: 'Not a slug', text: ' short ', applicant: { kind: 'robot' }, extra: 1 });
    const paths = (body.fields as { path: string }[]).map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining(['official', 'topic', 'text', 'applicant.kind', 'applicant.name', 'extra']),
    );
  });

  test('is held by nobody but whoever proved its contact', async () => {
    expect(
      (await submit({ ...SUBMISSION, contact: { kind: 'mobile', value: '07700 900124' } })).body.fields,
    ).toMatchObject([{ path: 'contact.value', problem: 'not-proven' }]);
    const link = await world.sign({ proof: 'link', key: 'K', request: 'R' });
    expect((await world.call(submitRequest, { token: link, key: 'link-key-1', body: SUBMISSION })).status).toBe(401);
  });

  test('goes only to an official who deals with its topic, with an id of the applicant’s own kind', async () => {
    expect((await submit({ ...SUBMISSION, topic: 'housing' })).body.fields).toMatchObject([
      { path: 'topic', problem: 'not-dealt-with-here' },
    ]);
    const company = { ...SUBMISSION.applicant, kind: 'legal-entity' };
    expect((await submit({ ...SUBMISSION, applicant: company })).body.fields).toMatchObject([
      { path: 'applicant.identity.kind', problem: 'not-a-choice' },
    ]);
  });

  test('keeps its documents, the paper of a representation among them, once they have arrived', async () => {
    const [plan, paper] = [await uploaded(), await uploaded()];
    const representative = { name: 'Helper Two', ground: 'power-of-attorney', document: paper.id };
    const reply = await submit({ ...SUBMISSION, representative, documents: [plan, paper] });
    expect(reply.status).toBe(201);
    const tracked = await world.call(trackRequest, { token, params: { id: idOf(reply) } });
    expect(tracked.body.documents).toMatchObject([
      { id: plan.id, kind: 'attachment', scan: { state: 'arriving', pages: [] } },
      { id: paper.id, kind: 'representation' },
    ]);
    const file = await world.caseFiles.read(world.city, idOf(reply));
    expect(file?.parties.map(({ role, contacts }) => [role, contacts.length])).toEqual([
      ['applicant', 0],
      ['representative', 1],
    ]);
  });

  test('waits for documents that have not arrived as announced', async () => {
    for (const document of [await uploaded(FILE, null), await uploaded(FILE, { size: 999 })]) {
      expect(await submit({ ...SUBMISSION, documents: [document] })).toMatchObject({
        status: 422,
        body: { type: 'document-missing', facts: { documents: [document.id] } },
      });
    }
  });

  test('is put into one spelling, and loses what no keyboard writes', async () => {
    const reply = await submit({ ...SUBMISSION, text: '  كتابخانه\u0000 \u202e محله\tيك  ' });
    const tracked = await world.call(trackRequest, { token, params: { id: idOf(reply) } });
    expect(tracked.body.text).toBe('کتابخانه محله یک');
  });
});
