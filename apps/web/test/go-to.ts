import type { Page } from 'playwright-core';

/** Opens an address, and waits until its page is alive: keys pressed before that are lost. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.waitForFunction(isAlive);
}

/** Whether React has every control in hand. */
const isAlive = () =>
  [...document.querySelectorAll('a, button, input, select, textarea')].every((control) =>
    Object.keys(control).some((key) => key.startsWith('__reactFiber$')),
  );
