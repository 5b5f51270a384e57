import { describe, expect, test } from 'vitest';
import {
  announce,
  type Blackout,
  cutFrom,
  type Hand,
  hasCut,
  inForce,
  isFree,
  isShown,
  isUpToDate,
  readyWith,
  redact,
  refuseScan,
  replaceBy,
  type Scan,
  shownAs,
  takeInto,
  takeUp,
  transcribe,
  waitFor,
} from '../../domain/scan.ts';
import { plusMinutes } from '../../domain/time.ts';
import { agreed } from '../support/world.ts';

const AT = '2026-06-08T09:30:00.000Z';
const BOX = { page: 1, x: 100, y: 200, width: 300, height: 400 };
const OTHER = { ...BOX, y: 300 };
const PAGES = [{ width: 2000, height: 3000 }];
const HAND: Hand = { username: 'secretary.harbour', role: 'secretary', unit: 'harbour', at: AT };
const LATER: Hand = { ...HAND, username: 'clerk.harbour', at: '2026-06-08T10:00:00.000Z' };

const FILE = { city: 'eastmere', id: 's1', name: 'orders.pdf', type: 'application/pdf', size: 4000 };
const announceIt = () => announce({ ...FILE, by: 'secretary.harbour' }, AT);
const readyOne = () => readyWith(takeUp(announceIt(), AT), PAGES);
const shownOne = () => shownAs(readyOne(), { edition: 1, boxes: [] }, AT);
const boxes = (count: number) => Array.from({ length: count }, (_, index) => ({ ...BOX, x: index }));

describe('A file that was announced', () => {
  test('is expected, and looked at within a minute', () => {
    const announced = announceIt();
    expect(announced).toStrictEqual({
      ...FILE,
      ...{ by: 'secretary.harbour', version: 1, announcedAt: AT, state: 'arriving', edition: 1, tries: 0 },
      ...{ pages: [], blackouts: [], boxes: [], dueAt: '2026-06-08T09:31:00.000Z' },
    });
    expect(announce(FILE, AT)).not.toHaveProperty('by');
  });

  test('is waited for half an hour, and looked for again after two minutes', () => {
    const announced = announceIt();
    const at = plusMinutes(AT, 29);
    expect(waitFor({ ...announced, tries: 2 }, 'file', at)).toStrictEqual({
      ...announced,
      ...{ version: 2, state: 'arriving', tries: 0, dueAt: plusMinutes(at, 2) },
    });
    expect(waitFor(announced, 'file', plusMinutes(AT, 30))).toMatchObject({
      ...{ version: 2, state: 'refused', fault: 'never-arrived' },
    });
  });

  test('is given a day to be searched for malware, minute by minute', () => {
    const announced = announceIt();
    const at = plusMinutes(AT, 24 * 60 - 1);
    expect(waitFor({ ...announced, tries: 2 }, 'check', at)).toMatchObject({
      ...{ version: 2, state: 'being-looked-at', tries: 0, dueAt: plusMinutes(at, 1) },
    });
    expect(waitFor(announced, 'check', plusMinutes(AT, 24 * 60))).toMatchObject({
      ...{ state: 'refused', fault: 'not-checked' },
    });
  });

  test('that is refused waits for nothing any more', () => {
    const refused = refuseScan({ ...announceIt(), tries: 3 }, 'infected');
    expect(refused).toMatchObject({ state: 'refused', fault: 'infected', tries: 0, version: 2 });
    expect(refused).not.toHaveProperty('dueAt');
  });
});

describe('A file', () => {
  test('is taken by one case, and by no other', () => {
    const announced = announceIt();
    const taken = agreed(takeInto(announced, 'r1'));
    expect(taken).toStrictEqual({ ...announced, request: 'r1', version: 2 });
    expect(agreed(takeInto(taken, 'r1')).request).toBe('r1');
    expect(takeInto(taken, 'r2')).toStrictEqual({
      ...{ agreed: false, reason: 'document-missing', details: { documents: ['s1'] } },
    });
  });

  test('that was refused is taken by none, and says why', () => {
    const announced = announceIt();
    expect(takeInto(refuseScan(announced, 'locked'), 'r1')).toStrictEqual({
      ...{ agreed: false, reason: 'document-missing', details: { documents: ['s1'], why: 'locked' } },
    });
  });

  test('is taken up for five minutes, three times, and then refused as too hard', () => {
    const announced = announceIt();
    const first = takeUp(announced, AT);
    expect(first).toStrictEqual({
      ...announced,
      ...{ version: 2, state: 'being-looked-at', tries: 1, dueAt: plusMinutes(AT, 5) },
    });
    const third = takeUp({ ...announced, tries: 2 }, AT);
    expect(third).toMatchObject({ state: 'being-looked-at', tries: 3 });
    expect(takeUp(third, AT)).toMatchObject({ state: 'refused', fault: 'too-hard', tries: 0 });
  });

  test('whose pages were read is tried for ever, less and less often', () => {
    const ready = readyOne();
    expect(takeUp(ready, AT)).toMatchObject({ state: 'ready', tries: 1, version: 4, dueAt: plusMinutes(AT, 5) });
    expect(takeUp({ ...ready, tries: 2 }, AT).dueAt).toBe(plusMinutes(AT, 5));
    expect(takeUp({ ...ready, tries: 4 }, AT)).toMatchObject({ tries: 5, dueAt: plusMinutes(AT, 16) });
  });

  test('is free for a run that finds something to do and nobody at it', () => {
    const announced = announceIt();
    const shown = shownOne();
    expect(isFree(announced, AT)).toBe(true);
    expect(isFree(takeUp(announced, AT), plusMinutes(AT, 4))).toBe(false);
    expect(isFree(takeUp(announced, AT), plusMinutes(AT, 5))).toBe(true);
    expect(isFree(shown, AT)).toBe(false);
  });
});

describe('The pictures of a scan', () => {
  test('are made of its pages', () => {
    const ready = readyOne();
    expect(ready).toMatchObject({ state: 'ready', pages: PAGES, tries: 0, version: 3 });
    expect(isShown(ready)).toBe(false);
    expect(isUpToDate(ready)).toBe(false);
  });

  test('are shown once they are made, and then nothing is due', () => {
    const shown = shownOne();
    expect(shown).toMatchObject({ made: { edition: 1, boxes: [] }, tries: 0, version: 4 });
    expect(shown).not.toHaveProperty('dueAt');
    expect([isShown(shown), isUpToDate(shown)]).toStrictEqual([true, true]);
    expect(isShown({ ...shown, state: 'refused' })).toBe(false);
  });

  test('go on being made at once if more was wanted meanwhile', () => {
    const ready = readyOne();
    const wanted = agreed(cutFrom(ready, [BOX, OTHER], AT));
    const half = shownAs(wanted, { edition: 1, boxes: [BOX] }, LATER.at);
    expect(half).toMatchObject({ dueAt: LATER.at, tries: 0 });
    expect([isShown(half), isUpToDate(half)]).toStrictEqual([true, false]);
    expect(isUpToDate(shownAs(wanted, { edition: 1, boxes: [OTHER, BOX] }, AT))).toBe(true);
    const old = shownAs({ ...ready, edition: 2 }, { edition: 1, boxes: [] }, AT);
    expect([isShown(old), isUpToDate(old)]).toStrictEqual([false, false]);
  });

  test('have a cut only where one was made and its edition is shown', () => {
    const ready = readyOne();
    const made = shownAs(ready, { edition: 1, boxes: [BOX, OTHER] }, AT);
    expect(hasCut(made, OTHER)).toBe(true);
    expect(hasCut(made, { ...BOX, page: 2 })).toBe(false);
    expect(hasCut({ ...made, edition: 2 }, OTHER)).toBe(false);
    expect(hasCut(ready, OTHER)).toBe(false);
  });

  test('are replaced by those of a better scan', () => {
    const shown = shownOne();
    expect(replaceBy(shown, 's2')).toStrictEqual({ ...shown, replacedBy: 's2', version: 5 });
  });
});

describe('Cuts', () => {
  test('are added to those that were wanted before, each once', () => {
    const shown = shownOne();
    const first = agreed(cutFrom({ ...shown, tries: 2 }, [BOX], AT));
    expect(first).toStrictEqual({ ...shown, boxes: [BOX], tries: 0, dueAt: AT, version: 5 });
    expect(agreed(cutFrom(first, [BOX, OTHER], AT)).boxes).toStrictEqual([BOX, OTHER]);
  });

  test('are at most sixty of a scan', () => {
    const ready = readyOne();
    const full = agreed(cutFrom(ready, boxes(60), AT));
    expect(full.boxes).toHaveLength(60);
    expect(agreed(cutFrom(full, boxes(60), AT)).boxes).toHaveLength(60);
    expect(cutFrom(full, [OTHER], AT)).toStrictEqual({
      agreed: false,
      reason: 'limit-reached',
      details: { limit: 60 },
    });
  });
});

describe('Blackouts', () => {
  const WANTED = { ...BOX, reason: 'health' as const };
  const blacked = () => agreed(redact({ ...shownOne(), tries: 2 }, { edition: 1, blackouts: [WANTED] }, HAND));
  const lines = (count: number) => boxes(count).map((box) => ({ ...box, reason: 'health' as const }));

  test('make another edition, which is due at once, and nothing is shown until it is made', () => {
    const black = blacked();
    const shown = shownOne();
    expect(black).toStrictEqual({
      ...shown,
      ...{ blackouts: [{ ...WANTED, by: HAND }], edition: 2, tries: 0, dueAt: AT, version: 5 },
    });
    expect(isShown(black)).toBe(false);
  });

  test('keep who made them; who takes one back is written beside it', () => {
    const black = blacked();
    const more = agreed(redact(black, { edition: 2, blackouts: [WANTED, { ...OTHER, reason: 'health' }] }, LATER));
    expect(more.blackouts).toStrictEqual([
      { ...WANTED, by: HAND },
      { ...OTHER, reason: 'health', by: LATER },
    ]);
    const none = agreed(redact(more, { edition: 3, blackouts: [] }, LATER));
    expect(none.blackouts.map(({ lifted }) => lifted)).toStrictEqual([LATER, LATER]);
    expect(inForce(none)).toStrictEqual([]);
    expect(inForce(more)).toHaveLength(2);
  });

  test('that were taken back stay as they are, and may be made again by another hand', () => {
    const black = blacked();
    const lifted = agreed(redact(black, { edition: 2, blackouts: [] }, LATER));
    const again = agreed(redact(lifted, { edition: 3, blackouts: [WANTED] }, LATER));
    expect(again.blackouts).toStrictEqual([
      { ...WANTED, by: HAND, lifted: LATER },
      { ...WANTED, by: LATER },
    ]);
    const once = agreed(redact(again, { edition: 4, blackouts: [] }, { ...HAND, at: '2026-06-09T09:30:00.000Z' }));
    expect(once.blackouts[0]?.lifted).toStrictEqual(LATER);
  });

  test('of another reason are others', () => {
    const black = blacked();
    const changed = agreed(redact(black, { edition: 2, blackouts: [{ ...WANTED, reason: 'other-person' }] }, LATER));
    expect(changed.blackouts).toStrictEqual([
      { ...WANTED, by: HAND, lifted: LATER },
      { ...WANTED, reason: 'other-person', by: LATER },
    ]);
  });

  test('are refused on pages that are not ready, on an edition that changed, and off the page', () => {
    const announced = announceIt();
    const ready = readyOne();
    const black = blacked();
    const wish = { edition: 1, blackouts: [WANTED] };
    expect(redact(announced, wish, HAND)).toStrictEqual({
      ...{ agreed: false, reason: 'wrong-state', details: { status: 'arriving' } },
    });
    expect(redact(black, wish, HAND)).toStrictEqual({ agreed: false, reason: 'changed-meanwhile', details: {} });
    expect(redact(ready, { edition: 1, blackouts: [WANTED, { ...WANTED, page: 2 }] }, HAND)).toStrictEqual({
      ...{ agreed: false, reason: 'invalid' },
      details: { fields: [{ path: 'blackouts.1.page', problem: 'no-such-page' }] },
    });
  });

  test('are at most 400 that were ever made', () => {
    const many: Blackout[] = lines(399).map((line) => ({ ...line, by: HAND, lifted: LATER }));
    const scan: Scan = { ...readyOne(), blackouts: many };
    expect(agreed(redact(scan, { edition: 1, blackouts: lines(1) }, HAND)).blackouts).toHaveLength(400);
    expect(redact(scan, { edition: 1, blackouts: lines(2) }, HAND)).toStrictEqual({
      ...{ agreed: false, reason: 'limit-reached', details: { limit: 400 } },
    });
  });
});

describe('The transcript', () => {
  test('is written once there are pages to read', () => {
    const announced = announceIt();
    const ready = readyOne();
    expect(agreed(transcribe(ready, 'Mend the lamp.', HAND))).toStrictEqual({
      ...{ ...ready, version: 4, transcript: { text: 'Mend the lamp.', by: HAND } },
    });
    expect(transcribe(announced, 'Mend the lamp.', HAND)).toStrictEqual({
      ...{ agreed: false, reason: 'wrong-state', details: { status: 'arriving' } },
    });
  });
});
