import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What keeps people from using a page as it stands, by axe: the rule and the element. */
export async function seriousProblems(page: Page): Promise<string[]> {
  await page.addScriptTag({ content: axe.source });
  const { violations } = await page.evaluate(() =>
    // Else it describes all that passes, too.
    (globalThis as { axe?: typeof axe }).axe!.run({ resultTypes: ['violations'] }),
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
