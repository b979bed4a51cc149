/** PostgreSQL's channel for changes; its payload is the experiment's id. */
export const experimentChannel = 'kindred_experiment';
