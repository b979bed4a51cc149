/** What a person may do in a workspace, each what those before it may too: look; start, ask for and cancel; invite and revoke. */
export const roles = ['viewer', 'editor', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Whether who has one role may do what another is needed for. */
export function mayAct(role: Role, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed);
}
