/** A PostgreSQL whose user may create databases; without one, tests start their own. */
export const databaseUrl = process.env.DATABASE_URL;
