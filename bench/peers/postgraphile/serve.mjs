import { createServer } from 'node:http';
import { PgSimplifyInflectionPreset } from '@graphile/simplify-inflection';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';

/** The graph of the database in DATABASE_URL, on a free port, which it says. */
const { createServ } = postgraphile({
  extends: [PostGraphileAmberPreset, PgSimplifyInflectionPreset],
  pgServices: [makePgService({ connectionString: process.env.DATABASE_URL, schemas: ['public', 'bench'] })],
  grafserv: { graphiql: false, watch: false },
});
const server = createServer();
await createServ(grafserv).addTo(server);
server.listen(0, '127.0.0.1', () => {
  console.log(`PostGraphile listens on http://127.0.0.1:${server.address().port}/graphql`);
});
