import type { Membership } from '../access/membership.entity.ts';
import type { NoteMention } from './note-mention.entity.ts';

/** A place of a text, in characters (code points) from 0, `end` behind the last, and whom it means. */
export type Mention = Pick<NoteMention, 'start' | 'end' | 'userId'>;

const wordCharacter = /[\p{L}\p{N}_]/u;

/**
 * Whom a text means by `@` and a name or an email address, in upper or lower case, as a word of its own. The longest name is meant where
 * one begins with another; where several have the same, all of them.
 */
export function findMentions(text: string, members: readonly Pick<Membership, 'user'>[]): Mention[] {
  const called = members.flatMap(({ user }) =>
    [user.name, user.email].map((name) => ({ userId: user.id, name: folded(name) })),
  );
  const characters = folded(text);
  return characters.flatMap((character, start) => {
    if (character !== '@' || isWord(characters[start - 1])) return [];
    const meant = called.filter(({ name }) => name.length > 0 && standsAt(characters, start + 1, name));
    const longest = Math.max(0, ...meant.map(({ name }) => name.length));
    const users = new Set(meant.filter(({ name }) => name.length === longest).map(({ userId }) => userId));
    return [...users].map((userId) => ({ start, end: start + 1 + longest, userId }));
  });
}

/** By code point, so that nothing changes its place. */
const folded = (text: string): string[] =>
  Array.from(text.normalize(), (character) => character.toLowerCase());

function standsAt(characters: readonly string[], place: number, name: readonly string[]): boolean {
  return (
    name.every((character, index) => characters[place + index] === character) &&
    !isWord(characters[place + name.length])
  );
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && wordCharacter.test(character);
}
