import { type LocalText, say } from '../domain/local-text.ts';
import type { Official } from '../domain/official.ts';
import type { Unit } from '../domain/unit.ts';
import type { Role, User } from '../domain/user.ts';

/** How a city calls its staff: the post, and how the post and the unit make one name. */
export interface StaffWording {
  readonly city: string;
  readonly locale: string;
  readonly posts: Readonly<Record<SeededRole, string>>;
  readonly inUnit: (post: string, unitName: string) => string;
}

const SEEDED = ['clerk', 'expert', 'secretary', 'owner', 'unit-manager'] as const satisfies Role[];
type SeededRole = (typeof SEEDED)[number];

/** One user for each desk of a unit, and one for each of its posts, named by what they are: `clerk.d06`, `official.d06-mayor`. */
export function staffOfUnit(unit: Unit, officials: readonly Official[], wording: StaffWording): User[] {
  const posts = officials.filter((official) => official.unit === unit.id);
  return [
    ...SEEDED.map((role) =>
      seedUser(wording, `${role === 'unit-manager' ? 'manager' : role}.${unit.id}`, nameOf(unit, role, wording), [
        { role, unit: unit.id },
      ]),
    ),
    ...posts.map((post) =>
      seedUser(wording, `official.${post.id}`, inLocale(post.title, wording), [
        { role: 'official', unit: unit.id, official: post.id },
        ...posts
          .filter((other) => other.delegate === post.id)
          .map((other) => ({ role: 'delegate' as const, unit: unit.id, official: other.id })),
      ]),
    ),
  ];
}

/** A user with an address that can never be delivered to. */
export function seedUser(
  { city, locale }: Pick<StaffWording, 'city' | 'locale'>,
  username: string,
  displayName: string,
  roles: User['roles'],
): User {
  return { username, displayName, email: `${username}@${city}.example`, roles, locale };
}

function nameOf(unit: Unit, role: SeededRole, wording: StaffWording): string {
  return wording.inUnit(wording.posts[role], inLocale(unit.name, wording));
}

function inLocale(text: LocalText, { locale }: StaffWording): string {
  return say(text, locale);
}
