import packaged from '@sparticuz/chromium';
import { type Browser, type BrowserServer, chromium, type LaunchOptions } from 'playwright-core';

// No page draws by WebGL, and compositing on a graphics card that the processor plays takes longer than compositing.
packaged.setGraphicsMode = false;

/** The Chromium of the npm package @sparticuz/chromium; its own flags turn the sandbox off, as root needs. */
const launchOptions = async (): Promise<LaunchOptions> => ({
  executablePath: await packaged.executablePath(),
  // In one process, Chromium ends with its first context.
  args: [...packaged.args.filter((flag) => flag !== '--single-process'), '--disable-gpu'],
});

/** A browser of this process alone. */
export async function runBrowser(): Promise<Browser> {
  return chromium.launch(await launchOptions());
}

/** A browser that other processes connect to. */
export async function serveBrowser(): Promise<BrowserServer> {
  return chromium.launchServer(await launchOptions());
}
