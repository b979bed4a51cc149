import { AuditEntry, Note } from '@kindred/core';
import { insertGrids, insertSaliencyMaps } from '@kindred/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countStatements } from './testing/count-statements.ts';
import { codeOf, type Person, runTeam, type Team } from './testing/run-team.ts';

let team: Team;
let editor: Person;
beforeAll(async () => {
  team = await runTeam();
  editor = await team.invited('EDITOR');
  await insertSaliencyMaps(team.api.db, [team.family.parent], {
    method: 'gradient',
    target: 'label',
    seed: 1,
  });
  await insertGrids(team.api.db, [team.family.parent], { layer: 'stage1.block0', preset: 'quick', seed: 1 });
});
afterAll(() => team.api.close());

const fields =
  'id text mine createdAt editedAt author { id } mentions { start end user { name } } about { __typename id }';

async function add(person: Person, about: string, text: string) {
  const { data, errors } = await person.ask(
    `mutation ($about: ID!, $text: String!) { addNote(about: $about, text: $text) { ${fields} } }`,
    { about, text },
  );
  expect(errors).toEqual([]);
  return data.addNote;
}

async function notesOf(about: string, first = 100, after: string | null = null) {
  const { data } = await editor.ask(
    `query ($about: ID!, $first: Int!, $after: String) { node(id: $about) { ... on Notable {
      notes(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { id text } }
    } } }`,
    { about, first, after },
  );
  return data.node.notes;
}

test('whatever has an id takes a note, which says what it is about', async () => {
  const tables = ['visualization', 'job', 'evaluation', 'saliency_map', 'activation_grid'];
  const rows = await Promise.all(
    tables.map(async (table) => (await team.api.db.query(`select id from ${table} limit 1`))[0].id),
  );
  const { experiment, parent } = team.family;
  const ids: string[] = [experiment.id, parent.id, `${parent.id}/stage1.block0:3`, ...rows];
  for (const id of ids) {
    const note = await add(editor, id, `About ${id}`);
    expect(note).toMatchObject({ mine: true, editedAt: null, author: { id: editor.id }, about: { id } });
    expect((await notesOf(id)).nodes).toEqual([{ id: note.id, text: `About ${id}` }]);
  }
  const { data } = await editor.ask(
    'query ($id: ID!) { experiment(id: $id) { notes(first: 100) { totalCount } within: notes(first: 100, within: true) { totalCount } } }',
    { id: experiment.id },
  );
  expect(data.experiment).toEqual({ notes: { totalCount: 1 }, within: { totalCount: ids.length } });
});

test('a neuron’s notes are those of its address in the whole family', async () => {
  const [one, other] = team.family.children.map(({ id }) => id);
  const { id } = await add(editor, `${one}/stage2.block0:9`, 'It has become an edge.');
  expect((await notesOf(`${other}/stage2.block0:9`)).nodes).toMatchObject([{ id }]);
  expect((await notesOf(one!)).totalCount).toBe(0);
});

test('pages go on after their last note, also once it is gone', async () => {
  const about = team.family.snapshots[0]!.id;
  for (const text of ['one', 'two', 'three', 'four']) await add(editor, about, text);
  const first = await notesOf(about, 2);
  expect(first).toMatchObject({
    totalCount: 4,
    nodes: [{ text: 'four' }, { text: 'three' }],
    pageInfo: { hasNextPage: true },
  });
  await editor.ask(`mutation { removeNote(id: "${first.nodes[1].id}") { id } }`);
  expect(await notesOf(about, 2, first.pageInfo.endCursor)).toMatchObject({
    totalCount: 3,
    nodes: [{ text: 'two' }, { text: 'one' }],
    pageInfo: { hasNextPage: false },
  });
  const foreign = await editor.ask(
    `{ model(id: "${about}") { notes(first: 1, after: "bm9ib2R5") { totalCount } } }`,
  );
  expect(foreign.errors[0]!.message).toContain('is not a cursor of this list');
});

test('the notes of seven models cost as many statements as those of one', async () => {
  const ask = (first: number) =>
    editor.ask(
      `query ($id: ID!, $first: Int!) { experiment(id: $id) { models(first: $first) { nodes { notes(first: 5) { nodes { text author { name } mentions { start } } } } } } }`,
      { id: team.family.experiment.id, first },
    );
  const one = await countStatements(team.api.db, () => ask(1));
  expect(await countStatements(team.api.db, () => ask(7))).toBe(one);
});

test('who is mentioned finds the note, edited or not', async () => {
  const ada = team.admin;
  const mentions = '{ viewer { mentions(first: 10) { totalCount nodes { id experiment { id } } } } }';
  const mentionsOf = async (person: Person) => (await person.ask(mentions)).data.viewer.mentions;
  const note = await add(editor, team.family.parent.id, 'Look, 👀 @Ada: <b>silent</b>');
  expect(note.mentions).toEqual([{ start: 8, end: 12, user: { name: 'ada' } }]);
  expect(await mentionsOf(ada)).toEqual({
    totalCount: 1,
    nodes: [{ id: note.id, experiment: { id: team.family.experiment.id } }],
  });
  expect(await mentionsOf(editor)).toEqual({ totalCount: 0, nodes: [] });
  const edited = await editor.ask(
    `mutation ($id: ID!) { editNote(id: $id, text: "Not silent after all") { ${fields} } }`,
    { id: note.id },
  );
  expect(edited.data.editNote).toMatchObject({ text: 'Not silent after all', mentions: [] });
  expect(edited.data.editNote.editedAt).not.toBeNull();
  expect(await mentionsOf(ada)).toEqual({ totalCount: 0, nodes: [] });
});

test('who wrote a note edits and removes it, an admin removes it, and viewers write none', async () => {
  const [other, viewer] = [await team.invited('EDITOR'), await team.invited('VIEWER')];
  const { id } = await add(editor, team.family.parent.id, 'Mine');
  const edit = `mutation { editNote(id: "${id}", text: "Yours") { text } }`;
  const remove = `mutation { removeNote(id: "${id}") { text about { id } } }`;
  const write = `mutation { addNote(about: "${team.family.parent.id}", text: "Me too") { id } }`;
  for (const operation of [edit, remove, write])
    expect(codeOf(await viewer.ask(operation))).toBe('FORBIDDEN');
  for (const operation of [edit, remove]) expect(codeOf(await other.ask(operation))).toBe('FORBIDDEN');
  expect(codeOf(await team.admin.ask(edit))).toBe('FORBIDDEN');
  expect((await other.ask(`{ node(id: "${id}") { ... on Note { mine text } } }`)).data.node).toEqual({
    mine: false,
    text: 'Mine',
  });
  expect((await team.admin.ask(remove)).data.removeNote).toEqual({
    text: 'Mine',
    about: { id: team.family.parent.id },
  });
  expect(codeOf(await editor.ask(edit))).toBe('NOT_FOUND');
});

test.each([
  ['no text', ' \n', 'text: must say something'],
  ['more than fits', 'x'.repeat(10_001), 'text: must have 10000 characters at most'],
])('%s is refused, and nothing is kept', async (_case, text, message) => {
  const before = await team.api.db.getRepository(Note).count();
  const { errors } = await editor.ask(
    'mutation ($about: ID!, $text: String!) { addNote(about: $about, text: $text) { id } }',
    { about: team.family.parent.id, text },
  );
  expect(errors).toMatchObject([
    { message: expect.stringContaining(message), extensions: { code: 'BAD_INPUT' } },
  ]);
  expect(await team.api.db.getRepository(Note).count()).toBe(before);
});

test('a note takes no notes', async () => {
  const { id } = await add(editor, team.family.parent.id, 'The last word');
  const { errors } = await editor.ask(`mutation { addNote(about: "${id}", text: "No") { id } }`);
  expect(errors[0]!.message).toContain('is a note: write about what it belongs to.');
});

test('a note is told to those who follow the experiment, and written down', async () => {
  const ticks = team.api.events.subscribe(team.family.experiment.id);
  const { id } = await add(editor, team.family.parent.id, 'Heard');
  await ticks.next();
  await ticks.return?.();
  const entry = await team.api.db
    .getRepository(AuditEntry)
    .findOneOrFail({ where: { action: 'addNote', outcome: 'done' }, order: { at: 'DESC' } });
  expect(entry).toMatchObject({
    userId: editor.id,
    arguments: { about: team.family.parent.id, text: 'Heard' },
  });
  expect(await team.api.db.getRepository(Note).existsBy({ id })).toBe(true);
});
