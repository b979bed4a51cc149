/** Each says that it is those after it, too. */
const browsers = ['Edg', 'Firefox', 'Chrome', 'Safari', 'curl'];
const systems = ['Android', 'iPhone', 'iPad', 'Windows', 'Mac OS', 'Linux'];

/** What a person calls the browser that has this `User-Agent`. */
export function browserName(userAgent: string): string {
  const named = (names: string[]) => names.find((name) => userAgent.includes(name));
  const browser = named(browsers)?.replace(/^Edg$/, 'Edge') ?? 'another browser';
  const system = named(systems);
  return system ? `${browser} on ${system}` : browser;
}
