import packaged from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** The Chromium of the npm package @sparticuz/chromium; its own flags turn the sandbox off, as root needs. */
export async function runBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await packaged.executablePath(),
    // In one process, Chromium ends with its first context.
    args: packaged.args.filter((flag) => flag !== '--single-process'),
  });
}
