import { Experiment, Job, Membership, Model, Workspace } from '@kindred/core';
import { insertFamily, insertSaliencyMaps, storeInserted } from '@kindred/core/testing';
import { GraphQLID, type GraphQLInputType, getNamedType, isInputObjectType, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSchema } from './schema/build-schema.ts';
import { codeOf, type Person, runTeam, type Team } from './testing/run-team.ts';

let team: Team;
beforeAll(async () => {
  team = await runTeam();
});
afterAll(() => team.api.close());

describe('another workspace', () => {
  let stranger: Person;
  beforeAll(async () => {
    stranger = await team.invited('ADMIN');
    const { id: workspaceId } = await team.api.db.getRepository(Workspace).save({ name: 'Elsewhere' });
    await team.api.db.getRepository(Membership).update({ userId: stranger.id }, { workspaceId });
  });

  test('sees none of ours', async () => {
    const { data } = await stranger.ask('{ experiments(first: 5) { totalCount nodes { id } } }');
    expect(data.experiments).toEqual({ totalCount: 0, nodes: [] });
  });

  test('finds no model of ours together with its family', async () => {
    const { id } = team.family.parent;
    const asked = `{ model(id: "${id}") { id children(first: 9) { nodes { name } } } }`;
    expect((await team.admin.ask(asked)).data.model.id).toBe(id);
    expect(codeOf(await stranger.ask(asked))).toBe('NOT_FOUND');
  });

  test('is the one that somebody in both looks at when a header names it', async () => {
    const both = await team.invited('VIEWER');
    const { data } = await stranger.ask('{ viewer { workspace { id } } }');
    const workspaceId = data.viewer.workspace.id;
    await team.api.db.getRepository(Membership).insert({ userId: both.id, workspaceId, role: 'editor' });
    const asked =
      '{ viewer { role workspace { name } workspaces { role } } experiments(first: 1) { totalCount } }';
    const here = await both.ask(asked);
    const there = await both.ask(asked, {}, { 'x-kindred-workspace': workspaceId });
    const nowhere = await team.admin.ask(asked, {}, { 'x-kindred-workspace': workspaceId });
    const workspaces = [{ role: 'VIEWER' }, { role: 'EDITOR' }];
    expect(here.data).toEqual({
      viewer: { role: 'VIEWER', workspace: { name: 'Our group' }, workspaces },
      experiments: { totalCount: 1 },
    });
    expect(there.data).toEqual({
      viewer: { role: 'EDITOR', workspace: { name: 'Elsewhere' }, workspaces },
      experiments: { totalCount: 0 },
    });
    expect(codeOf(nowhere)).toBe('FORBIDDEN');
  });

  test('takes no archive of ours, nor makes one of its own of it', async () => {
    const { api, family, admin } = team;
    await storeInserted(api.db, api.artifacts);
    const archives = (path: string, { cookie }: Person, init: RequestInit = {}) =>
      fetch(`${api.url}/archives${path}`, { ...init, headers: { cookie, ...init.headers } });
    const ours = `/${family.experiment.id}`;
    expect((await archives(ours, stranger)).status).toBe(404);
    expect((await fetch(`${api.url}/archives${ours}`)).status).toBe(401);

    const tar = await (await archives(ours, await team.invited('VIEWER'))).arrayBuffer();
    const asTar = { method: 'POST', body: tar, headers: { 'content-type': 'application/x-tar' } };
    expect((await archives('', await team.invited('VIEWER'), asTar)).status).toBe(403);
    expect(await (await archives('', stranger, asTar)).json()).toMatchObject({
      errors: [
        { extensions: { code: 'CONFLICT' }, message: expect.stringContaining('in another workspace') },
      ],
    });
    expect(await (await archives('', admin, asTar)).json()).toMatchObject({ isNew: false });
    const audit =
      '{ viewer { workspace { audit(first: 1) { nodes { action arguments outcome user { id } } } } } }';
    const { data } = await admin.ask(audit);
    expect(data.viewer.workspace.audit.nodes).toEqual([
      {
        action: 'importExperiment',
        arguments: { id: family.experiment.id },
        outcome: 'done',
        user: { id: admin.id },
      },
    ]);
  });

  test('pages don’t go on after what is ours', async () => {
    const { data } = await team.admin.ask('{ experiments(first: 1) { pageInfo { endCursor } } }');
    const { endCursor } = data.experiments.pageInfo;
    const answer = await stranger.ask(`{ experiments(first: 1, after: "${endCursor}") { totalCount } }`);
    expect(codeOf(answer)).toBe('NOT_FOUND');
  });

  test('gets no file that ours alone name, by no way', async () => {
    const digest = await team.api.artifacts.put(Buffer.from('ours'), 'image/png', team.api.db);
    const { id } = team.family.parent;
    const fetched = async ({ cookie }: Person, address: string) =>
      (await fetch(`${team.api.url}/artifacts/${address}`, { headers: { cookie } })).status;
    const file = (person: Person) => fetched(person, digest);
    // Of what only goes by the name of a picture there is no copy either.
    const strip = (person: Person) => fetched(person, `${digest},${digest}?width=64&format=webp`);
    const node = async (person: Person) => (await person.ask(`{ node(id: "${digest}") { id } }`)).data.node;
    expect(await file(team.admin)).toBe(404);
    await team.api.db.getRepository(Model).update({ id }, { onnxDigest: digest });
    expect([await file(team.admin), await strip(team.admin), await node(team.admin)]).toEqual([
      200,
      400,
      { id: digest },
    ]);
    expect([await file(stranger), await strip(stranger), await node(stranger)]).toEqual([404, 404, null]);
  });

  test('finds nothing of ours by its id, whatever field takes one', async () => {
    const own = await insertFamily(team.api.db);
    const { data } = await stranger.ask('{ viewer { workspace { id } } }');
    const workspaceId = data.viewer.workspace.id;
    await team.api.db.getRepository(Experiment).update({ id: own.experiment.id }, { workspaceId });
    await insertSaliencyMaps(team.api.db, [own.parent], { method: 'gradient', target: 'label', seed: 1 });
    const job = await team.api.db
      .getRepository(Job)
      .findOneByOrFail({ experimentId: team.family.experiment.id });
    const note = await team.admin.ask(
      `mutation { addNote(about: "${team.family.parent.id}", text: "Ours") { id } }`,
    );
    const comparison = await team.admin.ask(
      `mutation { saveComparison(title: "Ours", path: "/experiments/${team.family.experiment.id}/atlas") { id } }`,
    );
    const { key } = await team.makeKey(team.admin, 'VIEWER');
    const invitation = await team.admin.ask(
      'mutation { inviteMember(email: "zoe@example.org", role: VIEWER) { invitation { id } } }',
    );
    const operations = operationsOn(
      { experiment: own.experiment.id, model: own.parent.id },
      {
        experiment: team.family.experiment.id,
        model: team.family.parent.id,
        job: job.id,
        note: note.data.addNote.id,
        comparison: comparison.data.saveComparison.id,
        key: key.id,
        invitation: invitation.data.inviteMember.invitation.id,
        person: team.admin.id,
      },
    );
    expect(Object.keys(operations).sort()).toEqual(fieldsWithIds().sort());
    const answers = await Promise.all(Object.values(operations).map((query) => stranger.ask(query)));
    const codes = answers.map((answer, place) => [
      Object.keys(operations)[place],
      codeOf(answer) ?? answer.data,
    ]);
    const nothing: Record<string, object> = {
      'Query.node': { node: null },
      'Query.nodes': { nodes: [null, null, null, null] },
    };
    expect(codes).toEqual(Object.keys(operations).map((name) => [name, nothing[name] ?? 'NOT_FOUND']));
  });
});

/** For each field that takes ids, an operation of somebody who has an experiment of their own, with ids of ours. */
function operationsOn(
  own: { experiment: string; model: string },
  {
    experiment,
    model,
    job,
    note,
    comparison,
    key,
    invitation,
    person,
  }: Record<'experiment' | 'model' | 'job' | 'note' | 'comparison' | 'key' | 'invitation' | 'person', string>,
): Record<string, string> {
  const ofModel = (field: string) => `{ model(id: "${own.model}") { ${field} { __typename } } }`;
  const ofNeuron = (field: string) =>
    `{ model(id: "${own.model}") { neuron(at: "stage1.block0:0") { ${field} { __typename } } } }`;
  const request = (name: string, input: string) => `mutation { ${name}(input: { ${input} }) { __typename } }`;
  const models = `models: ["${model}"]`;
  const contrast = `objective: { contrast: { model: "${model}", kind: DIFFERENCE } }`;
  return {
    'Query.experiment': `{ experiment(id: "${experiment}") { id } }`,
    'Query.claims': `{ claims(experiment: "${experiment}", first: 1) { totalCount } }`,
    'Query.node': `{ node(id: "${experiment}") { id } }`,
    'Query.nodes': `{ nodes(ids: ["${experiment}", "${note}", "${comparison}", "${model}/stage1.block0:0"]) { id } }`,
    'Query.ensemble': `{ ensemble(members: ["${model}"]) { name } }`,
    'Query.estimate': `{ estimate(of: { grid: { ${models}, image: 0, layer: "stem" } }) { jobs } }`,
    'Query.model': `{ model(id: "${model}") { id } }`,
    'Model.distanceTo': ofModel(`distanceTo(model: "${model}")`),
    'Model.maskOverlap': ofModel(`maskOverlap(model: "${model}")`),
    'Model.maskPartition': ofModel(`maskPartition(models: ["${model}"])`),
    'Model.layerMatch': ofModel(`layerMatch(model: "${model}", layer: "stem")`),
    'Neuron.match': ofNeuron(`match(in: "${model}")`),
    'Neuron.distanceTo': ofNeuron(`distanceTo(model: "${model}")`),
    'Neuron.visualization': ofNeuron(`visualization(${contrast})`),
    'SaliencyMap.agreements': `{ model(id: "${own.model}") {
      saliencyMaps(first: 1) { nodes { agreements(with: "${model}") { __typename } } } } }`,
    'Experiment.diversityTest': `{ experiment(id: "${own.experiment}") {
      diversityTest(of: SIBLINGS, against: SNAPSHOTS, experiment: "${experiment}") { __typename } } }`,
    'Mutation.cancelExperiment': `mutation { cancelExperiment(id: "${experiment}") { id } }`,
    'Mutation.retryExperiment': `mutation { retryExperiment(id: "${experiment}") { id } }`,
    'Mutation.cancelJob': `mutation { cancelJob(id: "${job}") { id } }`,
    'Mutation.retryJob': `mutation { retryJob(id: "${job}") { id } }`,
    'Mutation.addNote': `mutation { addNote(about: "${model}/stage1.block0:0", text: "Hello") { id } }`,
    'Mutation.editNote': `mutation { editNote(id: "${note}", text: "Hello") { id } }`,
    'Mutation.removeNote': `mutation { removeNote(id: "${note}") { id } }`,
    'Query.savedComparisons': `{ savedComparisons(experiment: "${experiment}", first: 1) { totalCount } }`,
    'Mutation.removeComparison': `mutation { removeComparison(id: "${comparison}") { id } }`,
    'Mutation.removeOwnImage': `mutation { removeOwnImage(experiment: "${experiment}", imageIndex: 10000) { name } }`,
    'Mutation.exportOnnx': `mutation { exportOnnx(model: "${model}") { id } }`,
    'Mutation.requestEvaluation': request('requestEvaluation', models),
    'Mutation.requestGrid': request('requestGrid', `${models}, image: 0, layer: "stem"`),
    'Mutation.requestMatches': request('requestMatches', `model: "${own.model}", other: "${model}"`),
    'Mutation.requestSaliency': request('requestSaliency', `${models}, images: [0]`),
    'Mutation.requestTopImages': request('requestTopImages', `experiment: "${experiment}", layer: "stem"`),
    'Mutation.requestVisualizations': request(
      'requestVisualizations',
      `${models}, neurons: ["stem:0"], preset: "quick", seed: 1`,
    ),
    'Mutation.revokeApiKey': `mutation { revokeApiKey(id: "${key}") { id } }`,
    'Mutation.revokeInvitation': `mutation { revokeInvitation(id: "${invitation}") { id } }`,
    'Mutation.setMemberRole': `mutation { setMemberRole(user: "${person}", role: VIEWER) { role } }`,
    'Mutation.removeMember': `mutation { removeMember(user: "${person}") { role } }`,
    'Mutation.createPasswordReset': `mutation { createPasswordReset(user: "${person}") { secret } }`,
  };
}

/** `Type.field` of all that take an id, in an input or by itself; subscriptions have a test of their own. */
function fieldsWithIds(): string[] {
  const takesId = (type: GraphQLInputType): boolean => {
    const named = getNamedType(type);
    if (isInputObjectType(named))
      return Object.values(named.getFields()).some((field) => takesId(field.type));
    return named === GraphQLID;
  };
  const types = Object.values(buildSchema().getTypeMap()).filter(isObjectType);
  return types
    .filter(({ name }) => name !== 'Subscription')
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })))
    .filter(({ field }) => field.args.some(({ type }) => takesId(type)))
    .map(({ type, field }) => `${type.name}.${field.name}`);
}
