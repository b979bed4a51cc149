import { AuditEntry, Experiment, SavedComparison } from '@kindred/core';
import { insertFamily } from '@kindred/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countStatements } from './testing/count-statements.ts';
import { codeOf, type Person, runTeam, type Team } from './testing/run-team.ts';

let team: Team;
let editor: Person;
/** Of the family's page. */
let family: string;
beforeAll(async () => {
  team = await runTeam();
  editor = await team.invited('EDITOR');
  family = `/experiments/${team.family.experiment.id}`;
});
afterAll(() => team.api.close());

const save = (person: Person, title: string, path: string) =>
  person.ask(
    `mutation ($title: String!, $path: String!) { saveComparison(title: $title, path: $path) {
      id title path mine author { id } experiment { id } } }`,
    { title, path },
  );

test('every comparing page of an experiment can be saved, and its id finds it again', async () => {
  const viewer = await team.invited('VIEWER');
  const paths = [
    '/neurons/stage2.block0%3A17?view=wipe&a=child-1&b=child-2',
    '/layers/stage1.block0?model=child-1&other=child-2',
    '/images/0?method=gradient',
    '/atlas?pair=child-1..child-2&sort=z',
    '/ensemble?members=child-1%2Cchild-2',
    '/atlas?unknown=to+this+version',
  ];
  for (const rest of paths) {
    const path = family + rest;
    const { data, errors } = await save(editor, ' Siblings apart ', path);
    expect(errors).toEqual([]);
    expect(data.saveComparison).toMatchObject({
      title: 'Siblings apart',
      path,
      mine: true,
      author: { id: editor.id },
      experiment: { id: team.family.experiment.id },
    });
    const found = await viewer.ask(
      `{ node(id: "${data.saveComparison.id}") { ... on SavedComparison { path mine } } }`,
    );
    expect(found.data.node).toEqual({ path, mine: false });
  }
});

const refused: [what: string, path: () => string][] = [
  ['another server', () => `https://example.org${family}/atlas`],
  ['another server without a scheme', () => `//example.org${family}/atlas`],
  ['one by a backslash', () => `/\\example.org${family}/atlas`],
  ['a script', () => 'javascript:alert(1)'],
  ['the page of nothing that is compared', () => family],
  ['a page that there isn’t', () => `${family}/secrets`],
  ['what leads upwards', () => `${family}/neurons/..`],
  ['what leads upwards in other signs', () => `${family}/images/%2e%2e`],
  ['a page of no experiment', () => '/workspace'],
  ['a part of a page', () => `${family}/atlas#top`],
  ['a line break', () => `${family}/atlas?\nLocation: x`],
  ['a space', () => `${family}/atlas?sort=z `],
  ['more than fits', () => `${family}/atlas?layer=${'x'.repeat(2_000)}`],
];
test.each(refused)('an address that is %s is refused, and nothing is kept', async (_, path) => {
  const before = await team.api.db.getRepository(SavedComparison).count();
  const { errors } = await save(editor, 'A view', path());
  expect(errors).toMatchObject([
    { message: expect.stringContaining('path: must'), extensions: { code: 'BAD_INPUT' } },
  ]);
  expect(await team.api.db.getRepository(SavedComparison).count()).toBe(before);
});

test.each([
  ['nothing', ' ', 'title: must say something'],
  ['more than fits', 'x'.repeat(121), 'title: must have 120 characters at most'],
  ['several lines', 'one\ntwo', 'title: must be one line'],
])('a title of %s is refused', async (_, title, message) => {
  const { errors } = await save(editor, title, `${family}/atlas`);
  expect(errors).toMatchObject([
    { message: expect.stringContaining(message), extensions: { code: 'BAD_INPUT' } },
  ]);
});

test('what is saved is listed with its experiment and its workspace alone, and pages go on after what is gone', async () => {
  const { api } = team;
  const [own, foreign] = [await insertFamily(api.db), await insertFamily(api.db)];
  await api.db.query(
    'update experiment set workspace_id = (select workspace_id from experiment where id = $1) where id = $2',
    [team.family.experiment.id, own.experiment.id],
  );
  const of = (id: string) => `/experiments/${id}/atlas`;
  expect(codeOf(await save(editor, 'Elsewhere', of(foreign.experiment.id)))).toBe('NOT_FOUND');
  await api.db.getRepository(SavedComparison).insert({
    experimentId: foreign.experiment.id,
    title: 'Elsewhere',
    path: of(foreign.experiment.id),
  });
  for (const title of ['one', 'two', 'three']) await save(editor, title, of(own.experiment.id));
  const list = async (args: string) =>
    (
      await editor.ask(
        `{ savedComparisons(${args}) { totalCount pageInfo { endCursor } nodes { id title } } }`,
      )
    ).data.savedComparisons;
  const first = await list(`experiment: "${own.experiment.id}", first: 2`);
  expect(first).toMatchObject({ totalCount: 3, nodes: [{ title: 'three' }, { title: 'two' }] });
  await editor.ask(`mutation { removeComparison(id: "${first.nodes[1].id}") { id } }`);
  const next = `experiment: "${own.experiment.id}", first: 2, after: "${first.pageInfo.endCursor}"`;
  expect(await list(next)).toMatchObject({ totalCount: 2, nodes: [{ title: 'one' }] });
  const titles = (await list('first: 100')).nodes.map(({ title }: { title: string }) => title);
  expect(titles).toContain('Siblings apart');
  expect(titles.slice(0, 2)).toEqual(['three', 'one']);
  expect(titles).not.toContain('Elsewhere');

  const ask = (first: number) =>
    editor.ask(
      `{ experiments(first: ${first}) { nodes { comparisons(first: 5) { nodes { author { name } } } } } }`,
    );
  const statements = await countStatements(api.db, () => ask(1));
  expect(await countStatements(api.db, () => ask(2))).toBe(statements);

  await api.db.getRepository(Experiment).delete(own.experiment.id);
  expect(await api.db.getRepository(SavedComparison).countBy({ experimentId: own.experiment.id })).toBe(0);
});

test('who saved it removes it, an admin removes it, and viewers save none', async () => {
  const [other, viewer] = [await team.invited('EDITOR'), await team.invited('VIEWER')];
  expect(codeOf(await save(viewer, 'Mine', `${family}/atlas`))).toBe('FORBIDDEN');
  const remove = async (person: Person, { data }: Awaited<ReturnType<typeof save>>) =>
    codeOf(await person.ask(`mutation { removeComparison(id: "${data.saveComparison.id}") { title } }`));
  const mine = await save(editor, 'Mine', `${family}/atlas`);
  expect([await remove(viewer, mine), await remove(other, mine)]).toEqual(['FORBIDDEN', 'FORBIDDEN']);
  expect(await remove(editor, mine)).toBeUndefined();
  expect(await remove(editor, mine)).toBe('NOT_FOUND');
  expect(await remove(team.admin, await save(editor, 'Mine', `${family}/atlas`))).toBeUndefined();
  const entry = await team.api.db
    .getRepository(AuditEntry)
    .findOneOrFail({ where: { action: 'removeComparison', outcome: 'done' }, order: { at: 'DESC' } });
  expect(entry.userId).toBe(team.admin.id);
});
