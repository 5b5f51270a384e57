import type { Page } from 'playwright-core';
import * as z from 'zod/mini';

const Step = z.object({ where: z.string(), isOut: z.boolean(), isOnward: z.boolean(), isSeen: z.boolean() });
const MOST_STEPS = 400;

/** Says where the focus is, whether it has gone on in the order of the page, and whether it can be seen there. */
const LOOK = `(() => {
  const now = document.activeElement;
  const before = window.walkedTo;
  window.walkedTo = now;
  const isOut = now === null || now === document.body;
  return {
    where: isOut ? '' : now.outerHTML.slice(0, 120),
    isOut,
    isOnward: !before || Boolean(before.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING),
    isSeen: isOut || (getComputedStyle(now).outlineStyle !== 'none' && now.getBoundingClientRect().width > 0),
  };
})()`;

/** Tabs through the whole page from its top. @returns where the focus went back, or could not be seen */
export const walkByKeyboard = async (page: Page): Promise<string[]> => {
  await page.evaluate(`window.walkedTo = undefined; document.activeElement?.blur(); getSelection()?.removeAllRanges();
    document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex');`);
  const faults: string[] = [];
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    await page.keyboard.press('Tab');
    const step = z.parse(Step, await page.evaluate(LOOK));
    if (step.isOut || (!step.isOnward && steps > 0 && step.where.includes('class="skip"'))) return faults;
    if (!step.isOnward) return [...faults, `goes back to ${step.where}`];
    if (!step.isSeen) faults.push(`is not seen at ${step.where}`);
  }
  return [...faults, 'does not end'];
};
