import { randomBytes } from 'node:crypto';
import { createTeamGate, type RunningApi, runApi } from '@kindred/api/testing';
import { addNote, inviteFirstAdmin, Model } from '@kindred/core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { findFreePort } from './find-free-port.ts';
import { goTo } from './go-to.ts';
import { insertPicturedFamily } from './pictured-family.ts';
import { type RunningDashboard, runDashboard } from './run-dashboard.ts';
import { seriousProblems } from './serious-problems.ts';
import type {} from './set-up-house.ts';

const password = 'correct horse battery staple';

let api: RunningApi;
let dashboard: RunningDashboard;
let browser: Browser;
let publicUrl: string;
/** The address of its page. */
let family: string;

beforeAll(async () => {
  const port = await findFreePort();
  publicUrl = `http://127.0.0.1:${port}`;
  const secret = randomBytes(32).toString('hex');
  api = await runApi(({ dataSource, url: databaseUrl }) =>
    createTeamGate(dataSource, { databaseUrl, secret, publicUrl, trustedProxies: ['loopback'] }),
  );
  const [running, opened, { experimentId }] = await Promise.all([
    runDashboard(api.url, { port, auth: 'team' }),
    chromium.connect(inject('browserAddress')),
    insertPicturedFamily(api),
  ]);
  [dashboard, browser, family] = [running, opened, `/experiments/${experimentId}`];
});
afterAll(async () => {
  await Promise.all([browser?.close(), dashboard?.close()]);
  await api?.close();
});

let machines = 0;

/** A page of a browser that nobody has signed in with, on a machine of its own behind a proxy. Whatever it asks, the answer is yes. */
async function open(address: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    extraHTTPHeaders: { 'X-Forwarded-For': `10.0.0.${++machines}` },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.on('dialog', (dialog) => dialog.accept());
  await goTo(page, new URL(address, publicUrl).href);
  return page;
}

async function join(invitation: string, name: string): Promise<Page> {
  const page = await open(invitation);
  expect(await seriousProblems(page)).toEqual([]);
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByRole('link', { name: 'First look at MNIST' }).waitFor();
  return page;
}

async function signIn(email: string): Promise<Page> {
  const page = await open('/');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  return page;
}

/** What a form shows once. */
async function shownOnce(page: Page): Promise<string> {
  return (await page.getByRole('status').locator('.font-mono').textContent())!;
}

test('the first admin joins, invites a viewer, and each sees what is theirs to see', async () => {
  const secret = await inviteFirstAdmin(api.db, 'ada@example.org');
  const ada = await join(`/invitation#secret=${secret}&email=ada%40example.org`, 'Ada');
  await ada.getByRole('link', { name: 'Our group' }).click();
  await ada.getByLabel('Email').fill('Grace@example.org');
  await ada.getByRole('button', { name: 'Invite' }).click();
  const link = await shownOnce(ada);
  await ada.getByText('grace@example.org is invited as viewer').waitFor();
  expect(await seriousProblems(ada)).toEqual([]);

  const grace = await join(link, 'Grace');
  expect(await grace.getByRole('link', { name: 'new experiment' }).count()).toBe(0);
  await grace.getByRole('link', { name: 'Our group' }).click();
  await grace.getByRole('rowheader', { name: 'Grace' }).waitFor();
  expect(await grace.getByRole('button', { name: 'Invite' }).count()).toBe(0);
  expect(await grace.getByRole('heading', { name: 'What was done' }).count()).toBe(0);
  expect(await seriousProblems(grace)).toEqual([]);

  await grace.getByLabel('What will use a new key').fill('A notebook');
  await grace.getByRole('button', { name: 'Make a key' }).click();
  const key = await shownOnce(grace);
  const asked = await api.ask('{ viewer { role user { name } } }', {}, { authorization: `Bearer ${key}` });
  expect(asked.data.viewer).toEqual({ role: 'VIEWER', user: { name: 'Grace' } });

  await ada.reload();
  await ada.getByRole('cell', { name: 'createApiKey' }).waitFor();
  await ada.getByRole('cell', { name: 'inviteMember' }).waitFor();
});

test('an editor writes and asks where a viewer reads', async () => {
  const ada = await signIn('ada@example.org');
  await goTo(ada, new URL(family, publicUrl).href);
  await ada.getByRole('button', { name: 'picture the way' }).waitFor();
  await ada.getByText('@ and a member’s whole name, or email address, mentions them.').waitFor();
  await ada.getByLabel('A note').fill('@grace, is it an edge?');
  await ada.getByRole('button', { name: 'Add' }).click();
  await ada.locator('mark', { hasText: /^@grace$/ }).waitFor();
  const grace = await signIn('grace@example.org');
  await goTo(grace, new URL(family, publicUrl).href);
  await grace.getByText('@grace, is it an edge?').waitFor();
  expect(await grace.getByLabel('A note').count()).toBe(0);
  expect(await grace.getByRole('button', { name: 'picture the way' }).isVisible()).toBe(false);
  expect(await seriousProblems(grace)).toEqual([]);
  await goTo(grace, new URL(`${family}/layers/stage3.block0`, publicUrl).href);
  await grace.getByText('1 pair not matched yet').waitFor();
  expect(await seriousProblems(grace)).toEqual([]);
  await goTo(grace, new URL('/experiments/new', publicUrl).href);
  await grace.getByText('send its address to an editor, who can start it').waitFor();
  expect(await grace.getByRole('button', { name: 'start' }).count()).toBe(0);
  expect(await seriousProblems(grace)).toEqual([]);
});

test('who is mentioned finds the note and the way to what it is about, and older ones behind it', async () => {
  const experimentId = family.split('/')[2]!;
  const { id: nodeId } = await api.db.getRepository(Model).findOneByOrFail({ experimentId, kind: 'parent' });
  const say = (text: string, neuron: string | null) =>
    addNote(api.db, { experimentId, nodeId, neuron, authorId: null, text });
  for (let number = 1; number < 50; number++) await say(`${number} for @grace`, null);
  await say('And @grace: is it a corner?', 'stage1.block0:1');

  const grace = await signIn('grace@example.org');
  await grace.getByRole('link', { name: 'mentions' }).click();
  await grace.getByRole('heading', { level: 1, name: 'Mentions' }).waitFor();
  await grace.getByText('51 notes, the newest first').waitFor();
  const newest = grace.locator('main').getByRole('listitem').first();
  expect(await newest.getByText('somebody who is gone').count()).toBe(1);
  expect(await newest.locator('mark').allTextContents()).toEqual(['@grace']);
  expect(await seriousProblems(grace)).toEqual([]);
  await grace.getByRole('link', { name: 'older →' }).click();
  await grace.waitForURL('**/mentions?after=*');
  const first = grace.locator('main').getByRole('listitem');
  await first.getByText('Ada').waitFor();
  expect(await first.locator('p').allTextContents()).toEqual(['@grace, is it an edge?']);
  await first.getByRole('link', { name: 'First look at MNIST' }).click();
  await grace.waitForURL(`**${family}`);
  await grace.goBack();
  await grace.getByRole('link', { name: '← newest' }).click();
  await newest.getByRole('link', { name: 'stage1.block0:1' }).click();
  await grace.getByRole('heading', { level: 1, name: 'stage1.block0:1' }).waitFor();

  const ada = await signIn('ada@example.org');
  await goTo(ada, new URL('/mentions', publicUrl).href);
  await ada.getByText('None yet.').waitFor();
  expect(await seriousProblems(ada)).toEqual([]);
});

test('what viewers may not is hidden until the head has said who looks', async () => {
  const ada = await signIn('ada@example.org');
  await goTo(ada, new URL(family, publicUrl).href);
  const button = ada.getByRole('button', { name: 'picture the way' });
  await button.waitFor();
  await ada.locator('[data-role]').evaluate((head) => head.removeAttribute('data-role'));
  expect(await button.isVisible()).toBe(false);
});

test('who isn’t signed in finds a form in the place of a page, and the page after it', async () => {
  const page = await open('/');
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(await page.getByRole('link', { name: 'First look at MNIST' }).count()).toBe(0);
  await page.getByLabel('Email').fill('ada@example.org');
  await page.getByLabel('Password').fill('wrong horse battery');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').getByText('Invalid email or password').waitFor();
  expect(await seriousProblems(page)).toEqual([]);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: 'First look at MNIST' }).waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
});

test('an admin makes a second workspace, and who has an account joins it, looks at one and the other, and leaves', async () => {
  const ada = await signIn('ada@example.org');
  await ada.getByRole('link', { name: 'Our group' }).click();
  await ada.getByLabel('Another one’s name').fill('Vision');
  await ada.getByRole('button', { name: 'Make another workspace' }).click();
  await ada.getByRole('link', { name: 'Vision' }).click();
  await ada.getByRole('heading', { name: 'Vision' }).waitFor();
  await ada.getByLabel('Email').fill('grace@example.org');
  await ada.getByRole('button', { name: 'Invite' }).click();
  const link = await shownOnce(ada);

  const grace = await open(link);
  await grace.getByRole('button', { name: 'I have an account here' }).click();
  await grace.getByLabel('Password').fill(password);
  await grace.getByRole('button', { name: 'Join' }).click();
  await grace.getByText('An editor or an admin of this workspace can start one.').waitFor();
  expect(await seriousProblems(grace)).toEqual([]);
  await goTo(grace, new URL(family, publicUrl).href);
  await grace.getByText('it is gone, or belongs to another workspace').waitFor();
  await grace.getByRole('link', { name: 'Vision' }).click();
  await grace.getByRole('button', { name: 'Look at Our group' }).click();
  await grace.getByRole('link', { name: 'First look at MNIST' }).waitFor();
  await grace.getByRole('link', { name: 'Our group' }).click();
  await grace.getByRole('button', { name: 'Look at Vision' }).click();
  await grace.getByRole('link', { name: 'Vision' }).click();
  await grace.getByRole('button', { name: 'leave this workspace' }).click();
  await grace.getByRole('link', { name: 'Our group' }).waitFor();

  await ada.getByLabel('This one’s name').fill('Sight');
  await ada.getByRole('button', { name: 'Rename' }).click();
  await ada.getByRole('heading', { name: 'Sight' }).waitFor();
  await ada.getByRole('button', { name: 'leave this workspace' }).click();
  await ada.getByRole('alert').getByText('without an admin').waitFor();
});

test('a page acts in the workspace that it shows, whatever another tab looks at by now', async () => {
  const ada = await signIn('ada@example.org');
  await ada.getByRole('link', { name: 'Our group' }).click();
  await ada.getByRole('button', { name: 'Look at Sight' }).waitFor();
  const other = await ada.context().newPage();
  await goTo(other, new URL('/workspace', publicUrl).href);
  await other.getByRole('button', { name: 'Look at Sight' }).click();
  await other.getByRole('link', { name: 'Sight' }).waitFor();

  await ada.getByLabel('What will use a new key').fill('Of our group');
  await ada.getByRole('button', { name: 'Make a key' }).click();
  const key = await shownOnce(ada);
  const asked = await api.ask('{ viewer { workspace { name } } }', {}, { authorization: `Bearer ${key}` });
  expect(asked.data.viewer.workspace.name).toBe('Our group');

  // Having made the key, the page is read anew.
  await ada.getByRole('heading', { name: 'Sight' }).waitFor();
  await ada.getByLabel('This one’s name').fill('Insight');
  await ada.getByRole('button', { name: 'Rename' }).click();
  await ada.getByRole('heading', { name: 'Insight' }).waitFor();
});

test('a password is changed, the other browsers are signed out, and a forgotten one is set by a link', async () => {
  const grace = await signIn('grace@example.org');
  const elsewhere = await signIn('grace@example.org');
  await elsewhere.getByRole('link', { name: 'Grace' }).click();
  await elsewhere.getByRole('button', { name: 'sign out everywhere else' }).waitFor();
  expect(await seriousProblems(elsewhere)).toEqual([]);
  await elsewhere.getByLabel('Password now').fill(password);
  await elsewhere.getByLabel('New password').fill('another staple, another battery');
  await elsewhere.getByRole('button', { name: 'Change it' }).click();
  await elsewhere.getByText('It is changed').waitFor();
  await elsewhere.getByText('this one').waitFor();
  await grace.reload();
  await grace.getByRole('heading', { name: 'Sign in' }).waitFor();

  const ada = await signIn('ada@example.org');
  await ada.getByRole('link', { name: 'Our group' }).click();
  await ada.getByLabel('A new password for').selectOption({ label: 'Grace, grace@example.org' });
  await ada.getByRole('button', { name: 'Make a link' }).click();
  const forgetful = await open(await shownOnce(ada));
  expect(await seriousProblems(forgetful)).toEqual([]);
  await forgetful.getByLabel('Password').fill('a third staple, and battery');
  await forgetful.getByRole('button', { name: 'Set it' }).click();
  await forgetful.getByRole('link', { name: 'First look at MNIST' }).waitFor();

  await ada.getByRole('button', { name: 'Remove Grace' }).click();
  await ada.getByRole('rowheader', { name: 'Grace' }).waitFor({ state: 'detached' });
  await forgetful.reload();
  await forgetful.getByText('You are a member of no workspace').waitFor();
  expect(await forgetful.getByRole('link', { name: 'mentions' }).count()).toBe(0);
  expect(await seriousProblems(forgetful)).toEqual([]);
  await forgetful.getByRole('link', { name: 'Your account' }).click();
  await forgetful.getByRole('heading', { level: 1, name: 'Grace grace@example.org' }).waitFor();
});

test.each(['/invitation', '/password'])(
  '%s without its secret says that the link is not whole',
  async (path) => {
    const page = await open(path);
    await page.getByText('Its link is not whole').waitFor();
    expect(await seriousProblems(page)).toEqual([]);
  },
);
