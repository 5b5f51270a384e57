import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, openJourney } from './open-journey.ts';

const TEXT = 'The street lamp before our house has been dark since the first of the month.';

describe.skipIf(!hasBrowser())('A citizen whose connection is lost in the middle of the form', () => {
  let journey: Awaited<ReturnType<typeof openJourney>>;
  let phone: Page;
  beforeAll(async () => {
    journey = await openJourney();
    phone = await journey.window({ viewport: { width: 360, height: 740 }, locale: 'en-GB' });
    await phone.goto(`${journey.url}/tehran/en/ask/whom`);
    await phone.selectOption('[name=unit]', 'd06');
    await phone.getByRole('radio').check();
    await phone.getByRole('button', { name: 'Continue' }).click();
    await phone.getByRole('heading', { name: 'What is it about?' }).waitFor();
  }, 60_000);
  afterAll(() => journey?.close());

  test('is told of it, and that what was written is kept', async () => {
    await phone.selectOption('[name=topic]', 'city-services');
    await phone.fill('[name=text]', TEXT);
    await phone.context().setOffline(true);
    await phone.getByText('You are offline.').waitFor();
    await phone.context().setOffline(false);
    await phone.getByText('You are offline.').waitFor({ state: 'detached' });
  });

  test('finds the words again, even those of a step that was not yet sent', async () => {
    await phone.reload();
    expect(await phone.inputValue('[name=text]')).toBe(TEXT);
    expect(await phone.inputValue('[name=topic]')).toBe('city-services');
  });

  test('gets what could not be fetched as soon as the connection is back', async () => {
    await phone.context().setOffline(true);
    await phone.getByRole('link', { name: 'Back' }).click();
    await phone.getByText('We could not be reached.').waitFor();
    await phone.context().setOffline(false);
    await phone.getByLabel('Unit').waitFor();
    expect(await phone.inputValue('[name=unit]')).toBe('d06');
  });
});
