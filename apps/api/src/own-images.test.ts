import { AuditEntry, OwnImage } from '@kindred/core';
import { insertFamily } from '@kindred/core/testing';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countRows } from './testing/count-rows.ts';
import type { Answer } from './testing/run-api.ts';
import { codeOf, type Person, runTeam, type Team } from './testing/run-team.ts';

let team: Team;
let viewer: Person;
beforeAll(async () => {
  team = await runTeam();
  viewer = await team.invited('VIEWER');
}, 60_000);
afterAll(() => team.api.close());

const octets = 'application/octet-stream';
const bring = (
  file: Buffer | Uint8Array,
  { cookie = team.admin.cookie, type = octets, id = team.family.experiment.id, name = 'cat' } = {},
) =>
  fetch(`${team.api.url}/own-images/${id}?name=${name}`, {
    method: 'POST',
    body: new Uint8Array(file),
    headers: { 'content-type': type, cookie },
  });
const refusalOf = async (response: Response) => {
  const { errors } = (await response.json()) as Answer;
  return { status: response.status, code: errors[0]?.extensions.code, message: errors[0]?.message };
};

const plain = (width: number, height: number, background = '#c80000') =>
  sharp({ create: { width, height, channels: 3, background } });

test('a picture of each format is kept upright and lossless, once, and the graph lists it', async () => {
  const turned = await plain(6, 4, 'red').jpeg().withMetadata({ orientation: 6 }).toBuffer();
  const files = [await plain(6, 4).png().toBuffer(), turned, await plain(6, 4, 'blue').webp().toBuffer()];
  for (const [index, file] of [...files, ...files].entries()) {
    const response = await bring(file);
    expect([response.status, ((await response.json()) as { imageIndex: number }).imageIndex]).toEqual([
      index < 3 ? 201 : 200,
      10_000 + (index % 3),
    ]);
  }
  const query =
    'query ($id: ID!) { experiment(id: $id) { ownImages { imageIndex name image { url width height } } } }';
  const { data } = await team.admin.ask(query, { id: team.family.experiment.id });
  const { ownImages } = data.experiment;
  expect(
    ownImages.map(
      ({ name, image: { width, height } }: { name: string; image: { width: number; height: number } }) => [
        name,
        width,
        height,
      ],
    ),
  ).toEqual([
    ['cat', 6, 4],
    ['cat', 4, 6],
    ['cat', 6, 4],
  ]);
  const given = await fetch(team.api.url + ownImages[0].image.url, { headers: { cookie: viewer.cookie } });
  const pixels = await sharp(Buffer.from(await given.arrayBuffer()))
    .raw()
    .toBuffer();
  expect([...pixels]).toEqual(Array.from({ length: 24 }, () => [200, 0, 0]).flat());
});

const noise = () => Buffer.from(Array.from({ length: 90_000 }, (_, index) => (index * index * 31) % 251));
const moving = async () => {
  const frames = { raw: { width: 4, height: 8, channels: 3 as const, pageHeight: 4 } };
  return sharp(Buffer.alloc(96, 7).fill(200, 48), frames).webp({ loop: 0 }).toBuffer();
};

test.each<[string, () => Buffer | Promise<Buffer>, RegExp]>([
  ['nothing', () => Buffer.alloc(0), /it is no PNG, JPEG, WEBP/],
  [
    'a drawing',
    () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    /it is no PNG/,
  ],
  ['a GIF', () => plain(4, 4).gif().toBuffer(), /it is no PNG/],
  [
    'what only begins as a PNG',
    async () => (await plain(4, 4).png().toBuffer()).subarray(0, 20),
    /can’t be read as a picture/,
  ],
  [
    'one that is cut off',
    async () => {
      const whole = await sharp(noise(), { raw: { width: 300, height: 100, channels: 3 } })
        .jpeg()
        .toBuffer();
      return whole.subarray(0, whole.length / 2);
    },
    /can’t be read as a picture/,
  ],
  ['a bomb', () => plain(9000, 9000).png().toBuffer(), /exceeds pixel limit/],
  ['one of too many bytes', () => Buffer.alloc(8 * 2 ** 20 + 1), /More than 8388608 bytes came/],
  ['a WebP that moves', moving, /This picture moves/],
  [
    'a PNG that moves',
    async () => {
      const still = await plain(4, 4).png().toBuffer();
      const at = still.indexOf('IDAT') - 4;
      return Buffer.concat([still.subarray(0, at), control, still.subarray(at)]);
    },
    /This picture moves/,
  ],
])('%s is refused with a sentence, and nothing is kept', async (_case, make, message) => {
  const before = await countRows(team.api.db);
  const refusal = await refusalOf(await bring(await make()));
  expect(refusal).toMatchObject({ status: 400, code: 'BAD_INPUT', message: expect.stringMatching(message) });
  expect(await countRows(team.api.db)).toEqual(before);
});

/** An animation's control chunk: its length, name, frames and plays, and CRC. */
const control = Buffer.from('000000086163544c0000000200000000f38d9370', 'hex');

test('a viewer, a page’s form, and an id of no experiment are refused', async () => {
  const file = await plain(5, 5).png().toBuffer();
  const answers = [
    bring(file, { cookie: viewer.cookie }),
    bring(file, { type: 'text/plain' }),
    bring(file, { cookie: '' }),
    bring(file, { id: '01234567-89ab-4def-8123-456789abcdef' }),
  ];
  const refusals = await Promise.all((await Promise.all(answers)).map(refusalOf));
  expect(refusals.map(({ status }) => status)).toEqual([403, 400, 401, 404]);
});

test('who brought one removes it, an admin removes it, and nobody else', async () => {
  const [editor, other] = [await team.invited('EDITOR'), await team.invited('EDITOR')];
  const { id } = team.family.experiment;
  const add = async ({ cookie }: Person, background: string): Promise<number> => {
    const response = await bring(await plain(7, 7, background).png().toBuffer(), { cookie });
    return ((await response.json()) as { imageIndex: number }).imageIndex;
  };
  const remove = async (person: Person, index: number) =>
    codeOf(
      await person.ask(`mutation { removeOwnImage(experiment: "${id}", imageIndex: ${index}) { name } }`),
    );
  const [first, second] = [await add(editor, 'green'), await add(editor, 'teal')];
  const listed = await editor.ask(
    'query ($id: ID!) { experiment(id: $id) { ownImages { imageIndex mine } } }',
    { id },
  );
  const mine = listed.data.experiment.ownImages.filter((image: { mine: boolean }) => image.mine);
  expect(mine.map((image: { imageIndex: number }) => image.imageIndex)).toEqual([first, second]);
  expect([await remove(viewer, first), await remove(other, first)]).toEqual(['FORBIDDEN', 'FORBIDDEN']);
  expect([await remove(editor, first), await remove(editor, first)]).toEqual([undefined, 'NOT_FOUND']);
  expect(await remove(team.admin, second)).toBeUndefined();
  const entry = await team.api.db
    .getRepository(AuditEntry)
    .findOneOrFail({ where: { action: 'removeOwnImage', outcome: 'done' }, order: { at: 'DESC' } });
  expect(entry.userId).toBe(team.admin.id);
});

test('nobody of another workspace brings one here or sees one, by its digest neither', async () => {
  const { experiment } = await insertFamily(team.api.db);
  const image = await team.api.db.manager.findOneByOrFail(OwnImage, { imageIndex: 10_000 });
  const see = () =>
    fetch(`${team.api.url}/artifacts/${image.imageDigest}`, { headers: { cookie: team.admin.cookie } });
  expect((await see()).status).toBe(200);
  await team.api.db.query(
    `with other as (insert into workspace (name) values ('others') returning id)
     update experiment set workspace_id = (select id from other) where id in ($1, $2)`,
    [experiment.id, team.family.experiment.id],
  );
  expect((await see()).status).toBe(404);
  expect((await bring(await plain(7, 7).png().toBuffer(), { id: experiment.id })).status).toBe(404);
});
