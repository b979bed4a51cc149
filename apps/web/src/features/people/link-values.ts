/** What a link says behind its #, where no server sees it. */
export interface LinkValues {
  email: string;
  secret: string;
}

export function readLink(hash: string): LinkValues {
  const values = new URLSearchParams(hash.slice(1));
  return { email: values.get('email') ?? '', secret: values.get('secret') ?? '' };
}

/** An address of the dashboard's that only who has it can use. */
export function makeLink(path: string, { email, secret }: LinkValues): string {
  const link = new URL(path, location.origin);
  link.hash = new URLSearchParams({ secret, email }).toString();
  return link.href;
}
