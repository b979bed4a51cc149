// Runs in the browser, behind graphiql.js.
const workers = {
  editorWorkerService: 'editor-worker.js',
  json: 'json-worker.js',
  graphql: 'graphql-worker.js',
};

globalThis.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (_module, label) => `/graphql/graphiql/${workers[label]}`,
};

globalThis.YogaGraphiQL.renderYogaGraphiQL(document.querySelector('#root'), {
  endpoint: '/graphql',
  subscriptionsProtocol: 'WS',
  title: 'Kindred',
  logo: ' ',
  defaultQuery: `# Hover over a word: all of them are described.
query NewestFamily {
  experiments(first: 1) {
    nodes {
      id
      name
      status
      models(first: 10) {
        nodes {
          id
          name
          evaluation { accuracy { value low high } }
        }
      }
    }
  }
}
`,
});
