/** A statement about all rows of an experiment may take longer than one that answers a page. */
export const patience = `set local statement_timeout = '10min'`;
