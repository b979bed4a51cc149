import { readFile } from 'node:fs/promises';
import express, { type Request, type Router } from 'express';
import { notFound } from '../failures.ts';

/** Nothing but what this address serves is run or asked. Monaco places its own styles, and fonts lie in the style sheet. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  'font-src data:',
  'img-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const ours = (name: string) => readFile(new URL(name, import.meta.url), 'utf8');

/**
 * GraphiQL with all that it needs, built by its publisher into some 8 MB of text; `graphiql` itself would have to be bundled here. Loaded
 * when the first browser comes.
 */
const theirs = () => import('@graphql-yoga/render-graphiql/graphiql');

const files: Record<string, () => Promise<string>> = {
  'page.css': () => ours('page.css'),
  'start.js': () => ours('start.js'),
  'graphiql.css': async () => (await theirs()).css,
  'graphiql.js': async () => (await theirs()).js,
  'editor-worker.js': async () => (await theirs()).editorWorkerService,
  'json-worker.js': async () => (await theirs()).jsonWorker,
  'graphql-worker.js': async () => (await theirs()).graphqlWorker,
};

/** `GET /graphql` for a browser: GraphiQL, an editor of operations that knows the graph. Other requests pass. */
export function serveGraphiql(): Router {
  return express
    .Router()
    .get('/', async (request, response, next) => {
      response.vary('Accept');
      if (!wantsPage(request)) return next();
      response.set({ 'Content-Security-Policy': policy, 'Referrer-Policy': 'no-referrer' });
      response.type('html').send(await ours('page.html'));
    })
    .get('/graphiql/:file', async (request, response, next) => {
      const { file } = request.params;
      const read = Object.hasOwn(files, file) && files[file];
      if (!read) return notFound(request, response, next);
      response.set({ 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-cache' });
      response.type(file).send(await read());
    });
}

/** Who takes anything, as curl does, gets an answer of the graph. */
function wantsPage(request: Request): boolean {
  return request.accepts(['json', 'html']) === 'html';
}
