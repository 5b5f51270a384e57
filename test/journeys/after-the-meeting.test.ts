import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountName } from '../../domain/account-name.ts';
import { calendarOf } from '../../domain/office.ts';
import { plansSession } from '../../local/demo/acts.ts';
import { diceOf } from '../../local/demo/dice.ts';
import { officeDays } from '../../local/demo/office-days.ts';
import { toPng, writtenPage } from '../../local/demo/paper.ts';
import { perform } from '../../local/demo/perform.ts';
import { inventPerson } from '../../local/demo/person.ts';
import { openScene } from '../../local/demo/scene.ts';
import { officeOf } from '../../local/demo/show-lives.ts';
import { citizenTokens, staffTokens } from '../../local/demo/sign-ins.ts';
import { barriersOn, hasBrowser, openJourney } from './open-journey.ts';
import { isHeld } from './pages/stages.ts';

const CITY = 'tehran';
const UNIT = 'd06';
const ORDERS = ['Light the lane within two weeks.', 'Mend the pavement.', 'Empty the bins every evening.'];
const LEFT = 'Three lamps are lit, five are dark.';

describe.skipIf(!hasBrowser())('After the meeting, in the console', () => {
  let journey: Awaited<ReturnType<typeof openJourney>>;
  let request = '';
  let secretary: Page;
  const barriers: string[] = [];
  const look = async (page: Page) => barriers.push(...(await barriersOn(page)));

  beforeAll(async () => {
    journey = await openJourney();
    request = await heldMeeting(journey.system);
    secretary = await signedIn('secretary.d06');
  }, 120_000);
  afterAll(() => journey?.close());

  const signedIn = async (username: string): Promise<Page> => {
    const access = await staffTokens(journey.system)(accountName(CITY, username));
    const page = await journey.window({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
    await page.addInitScript(
      (kept) => sessionStorage.setItem('tokens', kept),
      JSON.stringify({ access, endsAt: 4e12 }),
    );
    return page;
  };
  const open = (page: Page, path: string) => page.goto(`${journey.url}/console/${CITY}/en${path}`);
  const unfold = (page: Page, name: string) => page.locator('summary', { hasText: name }).first().click();

  test('the secretary photographs the sheet and cuts three orders from it, two by hand and one by keyboard', async () => {
    await open(secretary, `/cases/${request}/outcome`);
    const file = { name: 'orders.png', mimeType: 'image/png', buffer: toPng(writtenPage(3)) };
    await secretary.setInputFiles('[name=photo]', file);
    const board = secretary.locator('.board');
    await board.waitFor({ timeout: 60_000 });
    for (const line of [0, 1]) await drawBand(secretary, line);
    await secretary.getByRole('button', { name: 'New box' }).click();
    await board.locator('.box:focus').waitFor();
    for (let presses = 0; presses < 57; presses += 1) await secretary.keyboard.press('ArrowDown');
    await secretary.keyboard.press('Shift+ArrowDown');
    expect(await secretary.inputValue('.numbers input >> nth=1')).toBe('670');
    expect(await secretary.inputValue('.numbers input >> nth=3')).toBe('160');
    for (const [index, text] of ORDERS.entries()) await secretary.fill(`[name="orders.${index}.text"]`, text);
    await look(secretary);
    await secretary.getByRole('button', { name: 'Record the outcome and the orders' }).click();
    await secretary.getByText('Orders being carried out').first().waitFor();
    for (const text of ORDERS) await secretary.getByText(text).first().waitFor();
  }, 120_000);

  test('she blacks a name out, and the citizen’s edition is made anew', async () => {
    await secretary.getByRole('link', { name: 'Cut out, black out, transcribe' }).click();
    await secretary.getByRole('radio', { name: 'Black out' }).check();
    await secretary.getByRole('button', { name: 'New box' }).click();
    await secretary.getByRole('button', { name: 'Save what is covered' }).click();
    await secretary.locator('.notice-success:focus').waitFor();
    await secretary.getByText('The citizen sees just this.').waitFor({ timeout: 60_000 });
    await look(secretary);
  }, 120_000);

  test('the owner reports two orders done, with a photograph and a letter', async () => {
    const owner = await signedIn('owner.d06');
    for (const number of [1, 2]) {
      await open(owner, `/orders/${request}/${number}`);
      await owner.getByRole('img').first().waitFor();
      await unfold(owner, 'Report done');
      await owner.getByRole('button', { name: 'Report done' }).click();
      await owner.locator('[role=alert]:focus').waitFor();
      await owner.fill('[name=letterNumber]', '06-1132');
      const photo = { name: 'lamps.png', mimeType: 'image/png', buffer: toPng(writtenPage(2)) };
      if (number === 1) await owner.setInputFiles('[name=photo]', photo);
      await owner.getByRole('button', { name: 'Report done' }).click();
      await owner.getByText('Reported done, to be confirmed').first().waitFor();
      await owner.locator('.notice-success:focus').waitFor();
    }
    await look(owner);
  }, 120_000);

  test('the citizen calls: one order is done, of the other a part is left; it climbs, and both are told in their words', async () => {
    const clerk = await signedIn('clerk.d06');
    const tells = async (act: string, order: string) => {
      await open(clerk, `/cases/${request}`);
      await unfold(clerk, 'Record what the citizen wants');
      await clerk.getByRole('radio', { name: 'By phone' }).check();
      await clerk.selectOption('[name=act]', act);
      await clerk.selectOption('[name=order]', order);
    };
    const record = async () => {
      await clerk.getByRole('button', { name: 'Record', exact: true }).click();
      await clerk.locator('.notice-success:focus').waitFor();
    };
    await tells('confirm-order', '1');
    await record();
    await clerk.getByText('Done and confirmed').first().waitFor();
    await tells('dispute-order', '2');
    await clerk.getByRole('radio', { name: 'A part is left' }).check();
    await clerk.fill('[name=text] >> visible=true', LEFT);
    await record();
    await clerk.getByText('Disputes: 1').waitFor();
    await clerk.locator('.summary', { hasText: LEFT }).waitFor();
    await look(clerk);
  }, 120_000);

  test('the manager, to whom it has climbed, has it done; the citizen confirms', async () => {
    const manager = await signedIn('manager.d06');
    await open(manager, '/work');
    await manager.getByRole('link', { name: 'Order 2' }).click();
    await manager.getByText(LEFT).waitFor();
    await unfold(manager, 'Report done');
    await manager.fill('[name=letterNumber]', '06-1140');
    await manager.getByRole('button', { name: 'Report done' }).click();
    await manager.getByText('Reported done, to be confirmed').first().waitFor();
    await open(manager, `/cases/${request}`);
    await unfold(manager, 'Record what the citizen wants');
    await manager.selectOption('[name=act]', 'confirm-order');
    await manager.getByRole('button', { name: 'Record', exact: true }).click();
    await manager.locator('.notice-success:focus').waitFor();
    await expect.poll(() => manager.getByText('Done and confirmed').count()).toBeGreaterThanOrEqual(2);
    await look(manager);
  }, 120_000);

  test('nothing on the way kept anybody out', () => {
    expect(barriers).toEqual([]);
  });
});

/** Draws a box around one of the three lines of the sheet. */
const drawBand = async (page: Page, line: number): Promise<void> => {
  const board = page.locator('.board');
  await board.scrollIntoViewIfNeeded();
  const at = await board.boundingBox();
  if (!at) throw new Error('The board is on the page');
  await page.mouse.move(at.x + at.width * 0.05, at.y + at.height * (line / 3 + 0.02));
  await page.mouse.down();
  await page.mouse.move(at.x + at.width * 0.5, at.y + at.height * (line / 3 + 0.2));
  await page.mouse.move(at.x + at.width * 0.95, at.y + at.height * (line / 3 + 0.3));
  await page.mouse.up();
};

/** A meeting that was held a moment ago. @returns the id of its request */
const heldMeeting = async (system: Awaited<ReturnType<typeof openJourney>>['system']): Promise<string> => {
  const office = officeOf(CITY);
  const dice = diceOf('after-the-meeting');
  const person = inventPerson(office, dice, 0);
  const staffToken = staffTokens(system);
  let id = '';
  const scene = openScene({
    url: system.url,
    life: {
      ...{ id: 'held', city: CITY, official: 'd06-mayor', topic: 'city-services' },
      ...{ text: 'The lane has been dark since the first of the month.', wanted: 'Light' },
      story: isHeld,
      ends: { reason: 'resolved', orders: [], events: {} },
    },
    ...{ unit: UNIT, person, key: 'held-meeting' },
    days: officeDays(calendarOf(office, UNIT), system.now, dice),
    citizenToken: citizenTokens(system, CITY, person),
    staffToken: (username) => staffToken(accountName(CITY, username)),
  });
  const submits = async () => {
    const submitted = await scene.citizen.submits();
    id = submitted.id;
    return submitted;
  };
  await plansSession(scene, 5);
  const broken = await perform([{ ...scene, citizen: { ...scene.citizen, submits } }], system, () => undefined);
  if (broken.length > 0) throw new Error(broken.join('\n'));
  return id;
};
