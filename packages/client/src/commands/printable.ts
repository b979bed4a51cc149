/** Text as a terminal may have it: names from elsewhere can't move its cursor. */
export function printable(text: string): string {
  return text.replaceAll(/[^\P{Cc}\n\t]/gu, '');
}
