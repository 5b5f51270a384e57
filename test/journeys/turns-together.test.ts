import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listSessions } from '../../contract/staff/session.ts';
import { acceptRequest } from '../../contract/staff/triage.ts';
import { accountName } from '../../domain/account-name.ts';
import { calendarOf } from '../../domain/office.ts';
import { plansSession } from '../../local/demo/acts.ts';
import { diceOf } from '../../local/demo/dice.ts';
import type { Scene } from '../../local/demo/life.ts';
import { officeDays } from '../../local/demo/office-days.ts';
import { inventPerson } from '../../local/demo/person.ts';
import { openScene } from '../../local/demo/scene.ts';
import { officeOf } from '../../local/demo/show-lives.ts';
import { citizenTokens, staffTokens } from '../../local/demo/sign-ins.ts';
import { hasBrowser, openJourney } from './open-journey.ts';

const UNIT = 'd06';
const OFFICIAL = 'd06-mayor';
const DESK = { viewport: { width: 1280, height: 900 }, locale: 'en-GB' };
const PHONE = { viewport: { width: 360, height: 740 }, locale: 'fa-IR' };

describe.skipIf(!hasBrowser())('Turns that several people look at', () => {
  let journey: Awaited<ReturnType<typeof openJourney>>;
  let scenes: readonly Scene[];
  let session: { id: string; day: string };
  let [secretary, manager, phone]: Page[] = [];

  const openDesk = async (username: string): Promise<Page> => {
    const access = await staffTokens(journey.system)(accountName('tehran', username));
    return openWindow(DESK, 'tokens', { access, endsAt: 4e12 });
  };
  const openWindow = async (options: typeof DESK, name: string, kept: object): Promise<Page> => {
    const page = await journey.window(options);
    await page.addInitScript(([key, value]) => sessionStorage.setItem(key, value), [
      name,
      JSON.stringify(kept),
    ] as const);
    return page;
  };
  const at = (path: string) => `${journey.url}/console/tehran/en${path}`;

  beforeAll(async () => {
    journey = await openJourney();
    const office = officeOf('tehran');
    const dice = diceOf('turns together');
    const staffToken = staffTokens(journey.system);
    const people = [inventPerson(office, dice, 0), inventPerson(office, dice, 1)];
    scenes = people.map((person, index) =>
      openScene({
        ...{ url: journey.url, unit: UNIT, person, key: `person-${index}` },
        life: {
          ...{ id: `person-${index}`, city: 'tehran', official: OFFICIAL, topic: 'city-services' },
          ...{ text: 'روشنایی کوچه ما از اول ماه قطع است.', wanted: 'نصب چراغ‌های تازه', async *story() {} },
          ends: { reason: 'resolved', orders: [], events: {} },
        },
        days: officeDays(calendarOf(office, UNIT), journey.system.now, dice),
        citizenToken: citizenTokens(journey.system, 'tehran', person),
        staffToken: (username) => staffToken(accountName('tehran', username)),
      }),
    );
    for (const scene of scenes) {
      await scene.citizen.submits();
      await scene.staff('expert').on(acceptRequest, {});
    }
    const [first] = scenes;
    if (!first) throw new Error('There is somebody');
    for (const days of [3, 6]) await plansSession(first, days);
    const { items } = await first.staff('secretary').ask(listSessions, { params: { official: OFFICIAL } });
    session = { id: items[0]?.id ?? '', day: items[0]?.startsAt.slice(0, '2027-02-01'.length) ?? '' };
    secretary = await openDesk(`secretary.${UNIT}`);
    manager = await openDesk(`manager.${UNIT}`);
    const contact = { kind: 'mobile', value: people[0]?.mobile };
    const token = await citizenTokens(journey.system, 'tehran', people[0] ?? inventPerson(office, dice, 0))();
    const kept = { token, expiresAt: '2099-01-01T00:00:00.000Z', contact };
    phone = await openWindow(PHONE, 'session:tehran', kept);
  }, 120_000);
  afterAll(() => journey?.close());

  test('two reach for one slot: the second is told, and sees the slots as they are now', async () => {
    for (const desk of [secretary, manager]) {
      await desk?.goto(at(`/sessions/${session.id}`));
      await desk
        ?.getByRole('button', { name: /^Give this turn/ })
        .first()
        .click();
      await desk?.getByRole('radio').first().waitFor();
    }
    await secretary?.getByRole('button', { name: 'Give this turn', exact: true }).click();
    await secretary?.getByText(/^The turn at .* is recorded/).waitFor();
    await secretary?.locator('td a').first().waitFor();
    expect(await secretary?.locator('td a').count()).toBe(1);

    await manager?.getByRole('radio').nth(1).check();
    await manager?.selectOption('[name=reason]', { index: 1 });
    await manager?.getByRole('button', { name: 'Give this turn', exact: true }).click();
    await manager?.locator('[role=alert]:focus').waitFor();
    expect(await manager?.locator('[role=alert]').first().textContent()).toContain('no longer free');
    await manager?.locator('td a').waitFor();
    expect(await manager?.locator('td a').textContent()).toBe(await secretary?.locator('td a').textContent());
  }, 60_000);

  test('a turn is moved by keyboard alone, and the focus goes with it', async () => {
    const move = secretary?.getByRole('button', { name: /^Move/ });
    await move?.focus();
    await secretary?.keyboard.press('Enter');
    await secretary?.locator('.target:focus').waitFor();
    await secretary?.keyboard.press('ArrowDown');
    await secretary?.keyboard.press('ArrowDown');
    await secretary?.keyboard.press('Enter');
    await secretary?.getByText(/^Turn 1 was moved/).waitFor();
    await secretary?.locator('tr:has(:focus) td a').waitFor();
    expect(await secretary?.locator('tr:has(td a) td').first().textContent()).not.toBe('1');
  }, 60_000);

  test('any case and any page is one key away, and Escape leaves everything as it was', async () => {
    const code = (await secretary?.locator('td a').first().textContent()) ?? '';
    await secretary?.keyboard.press('Control+k');
    await secretary?.locator('dialog input:focus').waitFor();
    await secretary?.keyboard.type(code.toLowerCase());
    await secretary?.keyboard.press('Enter');
    await secretary?.locator('h1:focus', { hasText: code }).waitFor();

    await secretary?.keyboard.press('Control+k');
    await secretary?.keyboard.press('Escape');
    await secretary?.locator('dialog').waitFor({ state: 'detached' });
    expect(await secretary?.locator('h1:focus').textContent()).toContain(code);

    await secretary?.keyboard.press('Control+k');
    await secretary?.keyboard.type('sess');
    await secretary?.keyboard.press('Enter');
    await secretary?.locator('h1:focus', { hasText: 'Sessions' }).waitFor();
  }, 60_000);

  test('a sudden closure is seen before it is done, and from both sides after it', async () => {
    await manager?.goto(at('/closure'));
    await manager?.locator(`[name=on] option[value="${session.day}"]`).waitFor({ state: 'attached' });
    await manager?.selectOption('[name=on]', session.day);
    await manager?.fill('[name="reason.fa"]', 'آلودگی هوا');
    await manager?.fill('[name="reason.en"]', 'Air pollution');
    await manager?.getByRole('button', { name: 'See who is affected' }).click();
    await manager?.locator('h2:focus').waitFor();
    expect(await manager?.locator('td[data-label=Turns]').textContent()).toBe('1');

    await manager?.getByRole('button', { name: 'Close and tell everybody' }).click();
    await manager?.getByRole('heading', { name: 'Progress of the closure' }).waitFor();
    await journey.system.moveClockTo(journey.system.now() + 120_000);
    await manager?.getByText('Finished.').waitFor();
    await manager?.goto(at(`/sessions/${session.id}`));
    await manager?.getByText('Cancelled').first().waitFor();

    await phone?.goto(`${journey.url}/tehran/fa/requests/${scenes[0]?.request()}`);
    await phone?.getByText('نوبت پیشنهاد شد').first().waitFor();
    expect(await phone?.locator('.timeline').textContent()).toContain('آلودگی هوا');
  }, 60_000);
});
