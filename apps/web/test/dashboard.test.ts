import { get } from 'node:http';
import { parseExperiment } from '@kindred/client/experiment-file';
import {
  beginJob,
  cancelExperiment,
  firstExperiment,
  Job,
  reportCurve,
  reportProgress,
  startExperiment,
} from '@kindred/core';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { insertPicturedFamily } from './pictured-family.ts';
import { seriousProblems } from './serious-problems.ts';
import { setUpStage } from './set-up-stage.ts';

const stage = setUpStage(insertPicturedFamily);
const { open } = stage;

const shown = (page: Page) => page.locator('main').textContent();

test('a page elsewhere can’t read the dashboard by a name that it gave this machine', async () => {
  const statusAs = (host: string) =>
    new Promise((resolve) => {
      get(stage.dashboard.url, { headers: { host } }, ({ statusCode }) => resolve(statusCode));
    });
  expect([await statusAs('kindred.example.org'), await statusAs('localhost:3000')]).toEqual([421, 200]);
});

test('a researcher goes from the list to a family to a neuron, and its address shows the same to others', async () => {
  const page = await open('/');
  await page.getByRole('link', { name: stage.family.name }).click();
  await page.getByRole('heading', { level: 1, name: stage.family.name }).waitFor();
  await page.getByRole('img', { name: /^Lineage\. parent: 98\.00 %; child 1, sibling of child-2/ }).waitFor();
  expect(await page.getByRole('row', { name: /^child 1 98\.00 ±/ }).count()).toBe(1);

  const ref = stage.family.neurons[2]!;
  const picture = page.getByRole('img', { name: `${ref} of child 1` });
  await picture.scrollIntoViewIfNeeded();
  expect(await picture.boundingBox()).toMatchObject({ width: 128, height: 128 });
  const painted = await picture.evaluate((part) => getComputedStyle(part).backgroundImage);
  const address = /url\("([^"]+)"\)/.exec(painted)![1]!;
  expect(new URL(address).search).toBe('?width=64&format=webp');
  await expect
    .poll(() => page.evaluate((name) => performance.getEntriesByName(name).length, address))
    .toBe(1);
  await picture.click();
  await page.getByRole('heading', { level: 1, name: ref }).waitFor();
  expect(new URL(page.url()).pathname).toBe(
    `/experiments/${stage.family.experimentId}/neurons/${encodeURIComponent(ref)}`,
  );

  const elsewhere = await open(page.url());
  expect(await shown(elsewhere)).toBe(await shown(page));
});

test('the distances on a neuron’s page are those that the database counts', async () => {
  const at = stage.family.neurons[0]!;
  const { children } = stage.family;
  const { data } = await stage.api.ask(
    `query ($model: ID!, $at: NeuronRef!, $to: ID!) {
      model(id: $model) { neuron(at: $at) { distanceTo(model: $to) { average { bits } color { bits } } } }
    }`,
    { model: children[0], at, to: children[1] },
  );
  const { average, color } = data.model.neuron.distanceTo;
  const page = await open(`/experiments/${stage.family.experimentId}/neurons/${at}`);
  const row = await page.getByRole('row', { name: /^child 1 against child 2/ }).textContent();
  expect(row).toContain(`${average.bits} of 64`);
  expect(row).toContain(`${color.bits} of 42`);
});

test('similar neurons are shown with their bits, each a way to its own page', async () => {
  const page = await open(`/experiments/${stage.family.experimentId}/neurons/${stage.family.neurons[0]}`);
  const section = page.locator('section', { has: page.getByRole('heading', { name: 'Similar neurons' }) });
  const nearest = section.getByRole('link').first();
  const shownRef = (await nearest.textContent())!.trim();
  await nearest.click();
  await page.getByRole('heading', { level: 1, name: shownRef }).waitFor();
});

test('a distance is drawn between its floor and its ceiling, and told in words', async () => {
  const at = stage.family.neurons[0]!;
  const [from, to] = stage.family.children as [string, string];
  const { data } = await stage.api.ask(
    `query ($from: ID!, $to: ID!, $at: NeuronRef!) {
      model(id: $from) { neuron(at: $at) { distanceTo(model: $to) { wavelet { bits calibration { floor { mean } ceiling { mean } } } } } }
    }`,
    { from, to, at },
  );
  const { bits, calibration } = data.model.neuron.distanceTo.wavelet;
  const [floor, ceiling] = [calibration.floor, calibration.ceiling].map(({ mean }) => mean.toFixed(1));
  const words = `${bits} of 64 bits; floor ${floor}, ceiling ${ceiling}; `;
  const page = await open(`/experiments/${stage.family.experimentId}/neurons/${at}`);
  const distances = page.getByRole('region', { name: 'Distances' });
  expect(
    await distances
      .getByRole('row', { name: /^child 1/ })
      .getByRole('img', { name: words })
      .count(),
  ).toBe(1);
  const sheet = await open(`/experiments/${stage.family.experimentId}`);
  const row = sheet.getByRole('row', { name: new RegExp(`^:${at.split(':')[1]} `) }).first();
  expect(await row.getByRole('img', { name: words }).count()).toBe(1);
});

test('arrow keys walk the neurons, and the model to compare with is part of the address', async () => {
  const page = await open(`/experiments/${stage.family.experimentId}/neurons/${stage.family.neurons[0]}`);
  await page.keyboard.press('ArrowRight');
  await page.getByRole('heading', { level: 1, name: stage.family.neurons[1] }).waitFor();
  await page.getByRole('navigation', { name: 'Compare with' }).getByRole('link', { name: 'child 2' }).click();
  await page.waitForURL('**/neurons/*?against=child-2');
  await page.getByRole('row', { name: /^parent against child 2/ }).waitFor();
  await page.goBack();
  await page.getByRole('row', { name: /^child 1 against child 2/ }).waitFor();
});

test('an empty cell asks for its picture, or for all that are missing, and the page says that they are queued', async () => {
  const page = await open(`/experiments/${stage.family.experimentId}/neurons/stage1.block0:15`);
  await page.getByRole('button', { name: 'Visualize stage1.block0:15 of child 1' }).click();
  await page.getByText('stage1.block0:15 of child 1: queued').waitFor();
  expect(await page.getByRole('button', { name: /^Visualize/ }).count()).toBeGreaterThan(0);
  await page.getByRole('button', { name: /^visualize in \d+ models$/ }).click();
  await page.getByText('stage1.block0:15 of parent: queued').waitFor();
  expect(await page.getByRole('button', { name: /^visualize/i }).count()).toBe(0);
});

test('a neuron shows its pictures on the way, and asks for those that are missing', async () => {
  const ref = stage.family.neurons[0]!;
  const page = await open(`/experiments/${stage.family.experimentId}/neurons/${ref}`);
  expect(await page.getByRole('img', { name: `${ref} of child 1 at epoch 0.25` }).count()).toBe(1);
  expect(await page.getByRole('img', { name: `${ref} of child 3 at epoch` }).count()).toBe(1);
  await page.getByText('not there yet: 8 pictures, 1 neuron at 8 checkpoints, quick, seed 1').waitFor();
  await page.getByRole('button', { name: 'picture the way' }).click();
  await page.getByText('being pictured…').waitFor();
  await page.getByText(`${ref} of child 3 at epoch 0.375: queued`).waitFor();
});

test('a family shows how far its members had come from parent and sibling while they were tuned', async () => {
  const page = await open(`/experiments/${stage.family.experimentId}`);
  const { data } = await stage.api.ask(
    `query ($id: ID!) { model(id: $id) { divergence { toParent { average { mean { value } } } } } }`,
    { id: stage.family.children[0]! },
  );
  const [{ toParent }] = data.model.divergence;
  const words = `child 1 to the parent ${toParent.average.mean.value.toFixed(1)} at 0, `;
  await page.getByRole('img', { name: `A-Hash: ${words}` }).waitFor();
  expect(await shown(page)).toContain('child 1 to child 2');
});

test('a family tells whether siblings are farther apart than snapshots, with its uncertainty', async () => {
  const page = await open(`/experiments/${stage.family.experimentId}`);
  const { data } = await stage.api.ask(
    `query ($id: ID!) { experiment(id: $id) { diversityTest(of: SIBLINGS, against: SNAPSHOTS) {
      neurons average { effect { value low high } p }
    } } }`,
    { id: stage.family.experimentId },
  );
  const { neurons, average } = data.experiment.diversityTest;
  const row = await page.getByRole('row', { name: /^snapshots / }).textContent();
  expect(row).toContain(`p ${average.p.toFixed(3)}`);
  expect(row).toContain(Math.abs(average.effect.value).toFixed(1));
  expect(row).toMatch(new RegExp(`${neurons}$`));
});

test('an open page follows a running experiment', async () => {
  const { id } = await startExperiment(stage.api.db, stage.api.queue, {
    ...firstExperiment,
    name: 'Another seed',
    seed: 2,
  });
  const page = await open(`/experiments/${id}`);
  await page.getByText('Waiting for a worker.').waitFor();
  const job = await stage.api.db
    .getRepository(Job)
    .findOneByOrFail({ experimentId: id, name: 'train-model', model: { name: 'parent' } });
  await beginJob(stage.api.db, job.id);
  await page.getByText('train model · parent').waitFor();
  await reportCurve(stage.api.db, job.id, {
    steps: 376,
    stepsAPoint: 47,
    losses: [2.3, 0.4],
    learningRates: [0.1, 0.1],
  });
  await reportProgress(stage.api.db, job.id, { done: 94, total: 376, unit: 'steps' });
  await page.getByText('94 of 376 steps').waitFor();
  await page.getByRole('img', { name: 'loss 2.3 at first, 0.4 after 94 of 376 steps' }).waitFor();
});

test.each([
  ['neurons/stage2.block0:99', 'Unknown neuron "stage2.block0:99": stage2.block0 has 32 channels (0–31).'],
  ['neurons/nonsense', '"nonsense" is not a neuron'],
  ['neurons/stage2.block0:1?against=child-9', 'This family has no model "child-9" to compare with'],
  ['images/10000', 'There is no image 10000: this experiment has 10000 test images (0–9999).'],
  ['images/first', '"first" is no image: write a number from 0.'],
  ['images/0?method=lime', 'Unknown method "lime": known are gradient,'],
  ['images/0?layer=fire6', 'Unknown layer "fire6": known are stage1.block0,'],
])('for %s the page says why', async (path, message) => {
  const page = await open(`/experiments/${stage.family.experimentId}/${path}`);
  expect(await shown(page)).toContain(message);
});

test('for an unknown experiment the page says why there may be none', async () => {
  const page = await open('/experiments/00000000-0000-4000-8000-000000000000');
  expect(await shown(page)).toContain('it is gone, or belongs to another workspace.');
});

test('the masks of siblings are told to be complements, and opened layer by layer', async () => {
  const page = await open(`/experiments/${stage.family.experimentId}`);
  expect(await page.getByRole('row', { name: /^child 2 .* of 21 .* 4 of 7$/ }).count()).toBe(1);
  await page
    .getByText('child 1 and child 2 are complements: each of 21 weights is kept by exactly one')
    .click();
  const layers = page.getByRole('region', { name: 'Layers of child 1 and child 2' });
  const { data } = await stage.api.ask('query ($id: ID!) { model(id: $id) { mask { tensors { kept } } } }', {
    id: stage.family.children[0],
  });
  const [{ kept }] = data.model.mask.tensors;
  const row = layers.getByRole('row', { name: /^conv1 kept by child 1 alone/ });
  expect(await row.locator('td').allTextContents()).toEqual(
    ['', '9', kept, 9 - kept, 0, 0, '0 of 3', '2 of 3'].map(String),
  );
});

test('an image shows its saliency maps, how they agree, and asks for those that are missing', async () => {
  const page = await open(`/experiments/${stage.family.experimentId}`);
  const link = page.getByRole('navigation', { name: 'Images' }).getByRole('link', { name: 'image 0' });
  await link.locator('img').waitFor();
  await link.click();
  await page.getByRole('heading', { level: 1, name: 'Test image 0' }).waitFor();
  await page.getByRole('img', { name: 'Number 0 of the test set, class 7' }).waitFor();
  await page.getByRole('img', { name: 'Saliency map of image 0 in child 1' }).waitFor();
  await page.getByRole('img', { name: 'The same of child 1 with fresh weights, image 0' }).waitFor();
  const row = page.getByRole('row', { name: /^child 1/ });
  expect(await row.locator('td').allTextContents()).toEqual(['0.25', '50', '1.5']);
  await page.getByRole('button', { name: 'Take the missing maps' }).click();
  await page.getByText('Saliency map of image 0 in child 2: queued').waitFor();
  expect(await page.getByRole('button', { name: /^Take/ }).count()).toBe(0);
});

test('a picture of one’s own that is chosen is looked at by the whole family, and stays with it', async () => {
  const page = await open(`/experiments/${stage.family.experimentId}`);
  const chooser = page.getByLabel('Drop or paste a picture of your own, or choose a file');
  await chooser.setInputFiles({ name: 'note.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
  await page.getByRole('alert').getByText('it is no PNG, JPEG, WEBP').waitFor();
  const buffer = await page.locator('main').screenshot({ type: 'jpeg' });
  await chooser.setInputFiles({ name: 'cat.jpg', mimeType: 'image/jpeg', buffer });
  await page.waitForURL('**/images/10000');
  await page.getByRole('heading', { level: 1, name: 'cat.jpg' }).waitFor();
  await page.getByRole('img', { name: 'cat.jpg as it came' }).waitFor();
  await page.getByText('Saliency map of image 10000 in parent: queued').waitFor();
  await page.getByText('Saliency map of image 10000 in child 2: queued').waitFor();
  expect(await page.getByRole('link', { name: 'the image’s class' }).count()).toBe(0);
  expect(await seriousProblems(page)).toEqual([]);
  await page.goto(`/experiments/${stage.family.experimentId}`);
  await page.getByRole('navigation', { name: 'Images' }).getByRole('link', { name: 'cat.jpg' }).waitFor();
});

test('how an image’s maps are taken is part of its address', async () => {
  const page = await open(`/experiments/${stage.family.experimentId}/images/0?target=label`);
  await page.getByRole('link', { name: 'SmoothGrad, PAIR’s' }).click();
  await page.waitForURL('**/images/0?method=smoothgrad-pair&target=label');
  await page.getByText('There are no two maps to compare yet.').waitFor();
  await page.getByRole('link', { name: '1 →' }).click();
  await page.waitForURL('**/images/1?method=smoothgrad-pair&target=label');
});

test('an image shows a layer’s grids, asks for those that are missing, and tells how far one has come', async () => {
  const page = await open(`/experiments/${stage.family.experimentId}/images/0`);
  await page.getByRole('img', { name: 'What stage3.block0 of child 1 says of image 0' }).waitFor();
  expect(await shown(page)).toContain('7×7 cells; 6 groups leave out 25 % of the activations');
  await page.getByRole('button', { name: 'Render the missing grids' }).click();
  await page.getByText('What stage3.block0 of child 2 says of image 0: queued').waitFor();
  const job = await stage.api.db.manager.findOneByOrFail(Job, {
    name: 'render-grid',
    model: { name: 'child-2' },
  });
  await beginJob(stage.api.db, job.id);
  await reportProgress(stage.api.db, job.id, { done: 16, total: 64, unit: 'steps' });
  await page.getByText('16 of 64 steps').waitFor();
  await page.getByRole('link', { name: 'stage1.block0' }).click();
  await page.waitForURL('**/images/0?layer=stage1.block0');
  await page.getByRole('button', { name: 'Render these grids' }).waitFor();
});

test('a trained network’s files are there to be taken, and its ONNX file is asked for with one click', async () => {
  const page = await open(`/experiments/${stage.family.experimentId}`);
  await page.getByText('Files', { exact: true }).click();
  const weights = page.getByRole('link', { name: 'weights' });
  expect(await weights.count()).toBe(7);
  expect(await page.getByRole('link', { name: 'mask' }).first().getAttribute('href')).toMatch(
    /^\/artifacts\/[0-9a-f]{64}\/first-look-at-mnist-child-1\.mask\.safetensors$/,
  );
  expect(await weights.first().getAttribute('download')).toBe(
    'first-look-at-mnist-parent.weights.safetensors',
  );
  await page.getByRole('button', { name: 'Export child 1 as ONNX' }).click();
  await page.getByText('writing ONNX…').waitFor();
  expect(await page.getByRole('button', { name: 'Export child 1 as ONNX' }).count()).toBe(0);
});

test('a note on a neuron is shown as it was written, on its page and the family’s, edited and removed', async () => {
  const ref = stage.family.neurons[1]!;
  const page = await open(`/experiments/${stage.family.experimentId}/neurons/${ref}`);
  const notes = page.locator('section', { has: page.getByRole('heading', { name: 'Notes' }) });
  await notes.getByLabel('A note').fill('An <b>edge</b>,\nas in *child 1*');
  await notes.getByRole('button', { name: 'Add' }).click();
  await notes.locator('p', { hasText: 'An <b>edge</b>,' }).waitFor();
  expect(await notes.locator('b, em').count()).toBe(0);
  expect(await notes.getByLabel('A note').inputValue()).toBe('');

  const sheet = await open(`/experiments/${stage.family.experimentId}`);
  await sheet.locator('p', { hasText: 'as in *child 1*' }).waitFor();
  await sheet.getByRole('listitem').getByRole('link', { name: ref }).click();
  await sheet.getByRole('heading', { level: 1, name: ref }).waitFor();

  await notes.getByText('edit', { exact: true }).click();
  await notes.getByLabel('The note').fill('A corner');
  await notes.getByRole('button', { name: 'Save' }).click();
  await notes.locator('p', { hasText: 'A corner' }).waitFor();
  await notes.getByText('edited').waitFor();
  page.once('dialog', (dialog) => dialog.accept());
  await notes.getByRole('button', { name: 'Remove this note' }).click();
  await notes.getByRole('listitem').waitFor({ state: 'detached' });
});

test('an experiment under way is cancelled with one click, and gone on with by another', async () => {
  const { id } = await startExperiment(stage.api.db, stage.api.queue, {
    ...firstExperiment,
    name: 'Stopped in time',
  });
  const page = await open(`/experiments/${id}`);
  await page.getByRole('button', { name: 'cancel' }).click();
  await page.getByText('– cancelled').waitFor();
  await page.getByRole('button', { name: 'go on with it' }).click();
  await page.getByText('○ queued').waitFor();
  expect(await page.getByRole('button', { name: 'cancel', exact: true }).count()).toBe(1);
});

test('experiments are found by name, state and order, page by page, and the address says which', async () => {
  const small = {
    ...firstExperiment,
    ensembles: [],
    visualize: { ...firstExperiment.visualize, neuronsPerLayer: 0 },
  };
  for (let index = 1; index <= 21; index++) {
    const name = `Try ${String(index).padStart(2, '0')}`;
    await startExperiment(stage.api.db, stage.api.queue, { ...small, name });
  }
  const page = await open('/');
  await page.getByLabel('name contains').fill('try');
  await page.waitForURL('**/?search=try');
  await page.getByText('21 experiments found').waitFor();
  await page.getByLabel('order').selectOption('by name');
  await page.waitForURL('**/?search=try&order=name');
  await page.getByRole('heading', { level: 2, name: 'Try 01' }).waitFor();
  await page.getByRole('link', { name: 'next page' }).click();
  await page.getByRole('heading', { level: 2, name: 'Try 21' }).waitFor();
  expect(await page.getByRole('heading', { level: 2 }).count()).toBe(1);
  await page.goBack();
  await page.getByRole('heading', { level: 2, name: 'Try 01' }).waitFor();
  await page.getByLabel('status').selectOption('done');
  await page.getByText('No experiment is like that.').waitFor();
  await page.getByRole('link', { name: 'show all of them' }).click();
  await page.waitForURL(stage.dashboard.url);
  await expect.poll(() => page.getByLabel('name contains').inputValue()).toBe('');
});

test('without scripts the same form finds the same experiments', async () => {
  const context = await stage.browser.newContext({ baseURL: stage.dashboard.url, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByLabel('name contains').fill('first LOOK');
  await page.getByLabel('status').selectOption('done');
  await page.getByRole('button', { name: 'show' }).click();
  await page.getByText('1 experiment found').waitFor();
  await page.getByText('family of 7: parent, 4 children, 2 snapshots').waitFor();
  expect(await page.getByRole('img', { name: / of snapshot 2$/ }).count()).toBe(1);
  expect(await page.getByLabel('status').inputValue()).toBe('done');
  await context.close();
});

test('the list shows what changes by itself', async () => {
  const page = await open('/?search=only+just');
  await page.getByText('No experiment is like that.').waitFor();
  const { id } = await startExperiment(stage.api.db, stage.api.queue, {
    ...firstExperiment,
    name: 'Only just',
  });
  await page.reload();
  await page.getByText('○ queued').waitFor();
  await cancelExperiment(stage.api.db, stage.api.queue, id);
  await page.getByText('– cancelled').waitFor();
});

test('a new experiment is put together in a form: its text and its estimate follow, and the press starts it', async () => {
  const page = await open('/experiments/new');
  await page.getByRole('textbox', { name: 'name', exact: true }).fill('Mine');
  await page.getByLabel(/^dense /).check();
  await page.getByLabel('neurons per layer').fill('0');
  await page.getByLabel('run on').fill('gpu');
  const text = page.getByLabel('The experiment as YAML');
  await expect.poll(() => text.inputValue()).toContain('  - dense:\n      members: 2\n');
  await expect.poll(() => text.inputValue()).toContain('runOn: gpu\n');
  const experiment = parseExperiment(await text.inputValue(), 'mine.yaml');
  const { data } = await stage.api.ask('query ($of: EstimateInput!) { estimate(of: $of) { images } }', {
    of: { experiment },
  });
  await page.getByText(data.estimate.images.toLocaleString('en')).waitFor();

  const elsewhere = await open(page.url());
  await expect
    .poll(() => elsewhere.getByLabel('The experiment as YAML').inputValue())
    .toBe(await text.inputValue());
  await page.getByRole('button', { name: 'start' }).click();
  await page.getByRole('heading', { level: 1, name: 'Mine' }).waitFor();
  const started = await stage.api.ask('query ($id: ID!) { experiment(id: $id) { configuration } }', {
    id: new URL(page.url()).pathname.split('/').at(-1),
  });
  expect(started.data.experiment.configuration).toMatchObject({
    ensembles: [{ pruneAndTune: { families: 2 } }, { snapshot: {} }, { dense: { members: 2, epochs: 2 } }],
    visualize: { neuronsPerLayer: 0 },
  });
});

test('every problem is told at its field, whoever finds it, and nothing starts until all are mended', async () => {
  const page = await open('/experiments/new');
  const start = page.getByRole('button', { name: 'start' });
  const text = page.getByLabel('The experiment as YAML');
  const described = (label: string) =>
    page.getByLabel(label, { exact: true }).evaluate((field) => {
      const words = document.getElementById(field.getAttribute('aria-describedby')!);
      return words!.textContent;
    });
  await page.getByLabel('batch size').fill('1');
  await expect.poll(() => described('batch size')).toContain('must be >= 2 (got 1)');
  await text.fill(
    (await text.inputValue()).replace('batchSize: 1\n', 'batchSize: 32\n').replace('seed: 1', 'seed: -1'),
  );
  await expect.poll(() => described('seed')).toContain('must be >= 0 (got -1)');
  expect(await start.isDisabled()).toBe(true);
  await page.getByLabel('seed', { exact: true }).fill('3');
  expect(await text.inputValue()).toContain('seed: 3\n');
  // Not by the schema: by the API, when it is asked for the estimate.
  await page.getByLabel('children').fill('3');
  await expect.poll(() => described('sparsity')).toContain('so the sparsity is 1 − 1/k (got 0.5)');
  await text.fill('name: [');
  await page.getByText('1 problem to mend').waitFor();
});

test('an experiment like another one starts from its values, by the next seed', async () => {
  const page = await open(`/experiments/${stage.family.experimentId}`);
  await page.getByRole('link', { name: 'start one like this' }).click();
  await page.getByRole('heading', { level: 1, name: 'New experiment' }).waitFor();
  expect(await page.getByLabel('The experiment as YAML').inputValue()).toMatch(
    new RegExp(`^name: ${stage.family.name}\nseed: 2\n`),
  );
  expect(await page.getByLabel('neurons per layer').inputValue()).toBe('2');
});

test.each(['/', '/?search=nothing+like+it', '/experiments/new'])(
  'axe finds nothing serious at %s',
  async (path) => {
    const page = await open(path);
    expect(await seriousProblems(page)).toEqual([]);
  },
);
