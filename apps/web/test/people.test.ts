import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { createTeamGate, type RunningApi, runApi } from '@kindred/api/testing';
import { inviteFirstAdmin } from '@kindred/core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertPicturedFamily } from './pictured-family.ts';
import { runBrowser } from './run-browser.ts';
import { type RunningDashboard, runDashboard } from './run-dashboard.ts';

const password = 'correct horse battery staple';

let api: RunningApi;
let dashboard: RunningDashboard;
let browser: Browser;
let publicUrl: string;

beforeAll(async () => {
  const port = await findFreePort();
  publicUrl = `http://127.0.0.1:${port}`;
  const secret = randomBytes(32).toString('hex');
  api = await runApi(({ dataSource, url: databaseUrl }) =>
    createTeamGate(dataSource, { databaseUrl, secret, publicUrl }),
  );
  [dashboard, browser] = await Promise.all([
    runDashboard(api.url, { port, auth: 'team' }),
    runBrowser(),
    insertPicturedFamily(api),
  ]);
});
afterAll(async () => {
  await Promise.all([browser?.close(), dashboard?.close()]);
  await api?.close();
});

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** A page of a browser that nobody has signed in with. */
async function open(address: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(30_000);
  await page.goto(new URL(address, publicUrl).href, { waitUntil: 'networkidle' });
  return page;
}

async function join(invitation: string, name: string): Promise<Page> {
  const page = await open(invitation);
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByRole('link', { name: 'First look at MNIST' }).waitFor();
  return page;
}

test('the first admin joins, invites a viewer, and each sees what is theirs to see', async () => {
  const secret = await inviteFirstAdmin(api.db, 'ada@example.org');
  const ada = await join(`/invitation#secret=${secret}&email=ada%40example.org`, 'Ada');
  await ada.getByRole('link', { name: 'Our group' }).click();
  await ada.getByLabel('Email').fill('Grace@example.org');
  await ada.getByRole('button', { name: 'Invite' }).click();
  const link = await ada.getByRole('status').locator('.font-mono').textContent();
  await ada.getByText('grace@example.org is invited as viewer').waitFor();

  const grace = await join(link!, 'Grace');
  expect(await grace.getByRole('link', { name: 'new experiment' }).count()).toBe(0);
  await grace.getByRole('link', { name: 'Our group' }).click();
  await grace.getByRole('rowheader', { name: 'Grace' }).waitFor();
  expect(await grace.getByRole('button', { name: 'Invite' }).count()).toBe(0);
  expect(await grace.getByRole('heading', { name: 'What was done' }).count()).toBe(0);

  await grace.getByLabel('What will use it').fill('A notebook');
  await grace.getByRole('button', { name: 'Make a key' }).click();
  const key = await grace.getByRole('status').locator('.font-mono').textContent();
  const asked = await api.ask('{ viewer { role user { name } } }', {}, { authorization: `Bearer ${key}` });
  expect(asked.data.viewer).toEqual({ role: 'VIEWER', user: { name: 'Grace' } });

  await ada.reload();
  await ada.getByRole('cell', { name: 'createApiKey' }).waitFor();
  await ada.getByRole('cell', { name: 'inviteMember' }).waitFor();
});

test('who isn’t signed in finds a form in the place of a page, and the page after it', async () => {
  const page = await open('/');
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(await page.getByRole('link', { name: 'First look at MNIST' }).count()).toBe(0);
  await page.getByLabel('Email').fill('ada@example.org');
  await page.getByLabel('Password').fill('wrong horse battery');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').getByText('Invalid email or password').waitFor();
  await page.getByLabel('Email').fill('ada@example.org');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: 'First look at MNIST' }).waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
});
