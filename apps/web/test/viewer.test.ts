import { parseNeuronRef, Visualization, VisualizationStep } from '@kindred/core';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { insertPicturedFamily } from './pictured-family.ts';
import { seriousProblems } from './serious-problems.ts';
import { setUpStage } from './set-up-stage.ts';

/** A PNG of one pixel: beside the grey of the others, 128, its difference is 127. */
const whitePng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAACklEQVQImWP4DwABAQEADeY2wwAAAABJRU5ErkJggg==',
  'base64',
);

const stage = setUpStage(insertPicturedFamily);
let at: string;
let white: string;

beforeAll(async () => {
  at = stage.family.neurons[0]!;
  white = await stage.api.artifacts.put(whitePng, 'image/png', stage.api.db);
  const { layer, channel } = parseNeuronRef(at);
  const pictures = stage.api.db.getRepository(Visualization);
  const [first, second, third] = stage.family.children.map((modelId) => ({ modelId, layer, channel }));
  await pictures.update(third!, { imageDigest: white });
  await keepOnTheWay(await pictures.findBy(first!), [4, 16]);
  await keepOnTheWay(await pictures.findBy(second!), [16]);
});

/** White, where all pictures but the third child's are grey when they are finished. */
async function keepOnTheWay(pictures: Visualization[], steps: number[]): Promise<void> {
  await stage.api.db
    .getRepository(VisualizationStep)
    .insert(
      pictures.flatMap(({ id: visualizationId }) =>
        steps.map((step) => ({ visualizationId, step, imageDigest: white, activation: step / 100 })),
      ),
    );
}

const open = (query: string, options: Parameters<typeof stage.open>[1] = {}) =>
  stage.open(`/experiments/${stage.family.experimentId}/neurons/${at}${query}`, options);

const pictures = (page: Page) => page.getByRole('group', { name: 'Pictures, enlarged together' });
const pictureOf = (model: string) => ({ name: `${at} of ${model}`, exact: true });
const of = (page: Page, model: string) => pictures(page).getByRole('img', pictureOf(model));

test('all pictures are enlarged and moved together by keys and by drags, and whole again the arrows walk the neurons', async () => {
  const page = await open('');
  const widthOf = async (model: string) => (await of(page, model).boundingBox())!.width;
  const before = await widthOf('child 1');
  await pictures(page).focus();
  await page.keyboard.press('+');
  await expect.poll(() => widthOf('child 1')).toBeCloseTo(1.5 * before, 0);
  expect(await widthOf('snapshot 2')).toBeCloseTo(1.5 * before, 0);
  const box = (await of(page, 'parent').boundingBox())!;
  const other = (await of(page, 'child 2').boundingBox())!;
  await page.keyboard.press('ArrowRight');
  await expect
    .poll(async () => (await of(page, 'child 2').boundingBox())!.x)
    .toBeCloseTo(other.x - 0.1 * before, 0);
  expect((await of(page, 'parent').boundingBox())!.x).toBeCloseTo(box.x - 0.1 * before, 0);
  await page.mouse.move(box.x + before, box.y + before);
  await page.mouse.down();
  await page.mouse.move(box.x + 0.9 * before, box.y + before);
  await page.mouse.up();
  await expect
    .poll(async () => (await of(page, 'child 2').boundingBox())!.x)
    .toBeCloseTo(other.x - 0.2 * before, 0);
  await page.getByRole('button', { name: 'whole' }).click();
  await expect.poll(() => widthOf('child 1')).toBeCloseTo(before, 0);
  await pictures(page).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('heading', { level: 1, name: stage.family.neurons[1] }).waitFor();
});

/** How each picture lies in its frame: how many times as large, and where its corner is, in frames. */
const lying = (page: Page) =>
  pictures(page)
    .locator('[data-frame]')
    .evaluateAll((frames) =>
      frames.map((frame) => {
        const [outer, inner] = [frame, frame.querySelector('img')!].map((each) =>
          each.getBoundingClientRect(),
        ) as [DOMRect, DOMRect];
        const at = [inner.width, inner.x - outer.x, inner.y - outer.y];
        return at.map((length) => Math.round((100 * length) / outer.width) / 100 + 0);
      }),
    );
const alike = (...lies: number[]) => Array(7).fill(lies);

/** A point of the window that is right of and below the corner of a model's frame, by these parts of it. */
async function placeOver(page: Page, model: string, right: number, below = right): Promise<Place> {
  const frame = pictures(page).locator('[data-frame]', { has: page.getByRole('img', pictureOf(model)) });
  const { x, y, width } = (await frame.boundingBox())!;
  return { x: x + right * width, y: y + below * width };
}
type Place = Record<'x' | 'y', number>;

async function pointAt(page: Page, model: string, right: number): Promise<void> {
  const { x, y } = await placeOver(page, model, right);
  await page.mouse.move(x, y);
}

test('a wheel enlarges all pictures around the same place of each, once somebody has turned to them', async () => {
  const page = await open('');
  await pointAt(page, 'child 1', 0.25);
  await page.mouse.wheel(0, 10);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(10);
  expect(await lying(page)).toEqual(alike(1, 0, 0));
  await pictures(page).focus();
  await pointAt(page, 'child 1', 0.25);
  await page.mouse.wheel(0, -200);
  await expect.poll(() => lying(page)).toEqual(alike(2, -0.25, -0.25));
  await page.mouse.wheel(0, 400);
  await expect.poll(() => lying(page)).toEqual(alike(1, 0, 0));
  expect(await page.evaluate(() => scrollY)).toBe(10);
});

test('a pinch on a touchpad, which is a wheel with the control key, enlarges all pictures at once', async () => {
  const page = await open('');
  await pointAt(page, 'snapshot 1', 0.5);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -200);
  await expect.poll(() => lying(page)).toEqual(alike(2, -0.5, -0.5));
});

test('two fingers hold what is under them in all pictures, and one moves them', async () => {
  const page = await open('', { hasTouch: true });
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...fingers: Place[]) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: fingers.map((place, id) => ({ ...place, id })),
    });
  const finger = (right: number) => placeOver(page, 'child 2', right, 0.5);
  await touch('touchStart', await finger(0.4), await finger(0.6));
  for (const apart of [0.15, 0.2])
    await touch('touchMove', await finger(0.5 - apart), await finger(0.5 + apart));
  await expect.poll(() => lying(page)).toEqual(alike(2, -0.5, -0.5));
  await touch('touchMove', await finger(0.4), await finger(0.8));
  await touch('touchEnd');
  await expect.poll(() => lying(page)).toEqual(alike(2, -0.4, -0.5));
  await touch('touchStart', await finger(0.5));
  for (const right of [0.6, 0.7]) await touch('touchMove', await finger(right));
  await touch('touchEnd');
  await expect.poll(() => lying(page)).toEqual(alike(2, -0.2, -0.5));
});

test('two pictures are wiped across each other, and which two is part of the address', async () => {
  const page = await open('');
  await page.getByRole('navigation', { name: 'View' }).getByRole('link', { name: 'wipe' }).click();
  await page.waitForURL('**/neurons/*?view=wipe');
  await page.getByRole('navigation', { name: 'Second' }).getByRole('link', { name: 'parent' }).click();
  await page.waitForURL('**/neurons/*?view=wipe&b=parent');
  await of(page, 'parent').waitFor();
  await page.getByRole('slider', { name: /^How much of child 1 is seen/ }).fill('20');
  const clip = of(page, 'parent').locator('xpath=../..');
  await expect.poll(() => clip.getAttribute('style')).toContain('inset(0px 0px 0px 20%)');
  expect(await seriousProblems(page)).toEqual([]);
});

test('two pictures flicker once somebody asks, and by hand alone where people want less motion', async () => {
  const page = await open('?view=flicker');
  const now = page.getByRole('status', { name: 'Shown' });
  await page.waitForTimeout(1_000);
  expect(await now.textContent()).toBe('child 1');
  await page.getByRole('button', { name: 'flicker' }).click();
  await of(page, 'child 2').waitFor();
  await of(page, 'child 1').waitFor();
  await page.getByRole('button', { name: 'stop' }).click();

  const calm = await open('?view=flicker', { reducedMotion: 'reduce' });
  expect(await calm.getByRole('button', { name: 'flicker' }).isVisible()).toBe(false);
  await calm.getByRole('button', { name: 'show the other' }).click();
  await of(calm, 'child 2').waitFor();
});

test('a difference says its scale', async () => {
  const page = await open('?view=difference&a=parent&b=child-3');
  await page
    .getByRole('img', {
      name: `Difference of ${at} of parent and ${at} of child 3: mean 127.0, largest 127.0 of 255`,
    })
    .waitFor();
  await page.getByText('black is none, white the largest').waitFor();
});

const slider = (page: Page) => page.getByRole('slider', { name: 'Step of the rendering' });
const sourceOf = (page: Page, model: string) => of(page, model).getAttribute('src');

test('one slider turns all pictures to those after a step, and who has none keeps the finished one and says so', async () => {
  const page = await open('');
  expect(await slider(page).getAttribute('aria-valuetext')).toBe('after step 64 of 64');
  expect(await sourceOf(page, 'child 1')).not.toContain(white);
  await slider(page).focus();
  await page.keyboard.press('ArrowLeft');
  await page.getByText('after step 16 of 64').waitFor();
  expect(await sourceOf(page, 'child 1 after step 16')).toContain(white);
  expect(await sourceOf(page, 'child 2 after step 16')).toContain(white);
  expect(await of(page, 'parent').count()).toBe(1);
  const cells = pictures(page).getByRole('listitem');
  expect(await cells.filter({ hasText: 'not kept after step 16: the finished picture' }).count()).toBe(
    (await cells.count()) - 2,
  );
  await cells.filter({ hasText: 'child 1' }).getByText('activation 0.16').waitFor();
  await page.waitForURL('**/neurons/*?step=16');
  expect(await seriousProblems(page)).toEqual([]);
  await page.keyboard.press('ArrowLeft');
  await page.getByText('after step 4 of 64').waitFor();
  expect(await of(page, 'child 2').count()).toBe(1);
  await page.waitForURL('**/neurons/*?step=4');
  await page.keyboard.press('End');
  await page.waitForURL((url) => url.search === '');
  expect(await sourceOf(page, 'child 1')).not.toContain(white);
});

test('the step in an address goes along to the other views and neurons', async () => {
  const page = await open('?step=16');
  expect(await sourceOf(page, 'child 1 after step 16')).toContain(white);
  await page.getByRole('navigation', { name: 'View' }).getByRole('link', { name: 'difference' }).click();
  await page.waitForURL('**/neurons/*?view=difference&step=16');
  await page
    .getByRole('img', {
      name: /^Difference of .* of child 1 after step 16 and .* of child 2 after step 16: mean 0\.0/,
    })
    .waitFor();
  await page.getByRole('navigation', { name: 'Second' }).getByRole('link', { name: 'parent' }).click();
  await page.getByText('parent: not kept after step 16, the finished picture').waitFor();
  await page
    .getByRole('img', {
      name: `Difference of ${at} of child 1 after step 16 and ${at} of parent: mean 127.0`,
    })
    .waitFor();
  await page.getByRole('navigation', { name: 'Neurons' }).getByRole('link').last().click();
  await page.getByRole('heading', { level: 1, name: stage.family.neurons[1] }).waitFor();
  expect(new URL(page.url()).searchParams.get('step')).toBe('16');
  expect(await slider(page).count()).toBe(0);
});

test.each([
  ['?step=first', '"first" is no step of a picture: write a number from 1.'],
  ['?view=blink', 'Unknown view "blink": known are side, wipe, flicker, difference.'],
  ['?view=wipe&a=child-9', 'This family has no model "child-9"'],
])('for %s the page says why', async (query, message) => {
  const page = await open(query);
  expect(await page.locator('main').textContent()).toContain(message);
});

test('top images that weren’t found say why, and are looked for again once somebody asks', async () => {
  const page = await open('');
  await page.getByRole('button', { name: /^find the top images of / }).click();
  await page.getByText('being looked for…').waitFor();
  const end = (status: string, error: string | null) =>
    stage.api.db.query("update job set status = $1, error = $2 where name = 'find-top-images'", [
      status,
      error,
    ]);
  await end('failed', 'No test images are here.');
  await page.getByText('They weren’t found: No test images are here.').waitFor();
  await page.getByRole('button', { name: 'try again' }).click();
  await page.getByText('being looked for…').waitFor();
  await end('done', 'child-4 is left out.');
  await page.getByText('child-4 is left out.').waitFor();
  expect(await page.getByRole('button', { name: /^find the top images of / }).isVisible()).toBe(true);
});

test('the images that excite a neuron most stand side by side, those of the parent’s told apart', async () => {
  const page = await open('');
  const ofModel = (model: string) => page.getByRole('list', { name: `Top images of ${model}` });
  expect(await ofModel('parent').getByRole('link').count()).toBe(9);
  await page.getByText('active on 50.0 % of the images; 8 of 9 as the parent’s').waitFor();
  const shared = ofModel('child 1').getByRole('img', {
    name: 'Test image 8, class 8: activation 2.00 in row 2, column 2 of 7×7, among the parent’s too',
  });
  await shared.waitFor();
  expect(await page.getByRole('button', { name: /^find the top images of / }).isVisible()).toBe(true);
  await shared.click();
  await page.getByRole('heading', { level: 1, name: 'Test image 8' }).waitFor();
});
