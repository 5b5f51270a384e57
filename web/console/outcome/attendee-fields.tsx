import type { Attendee } from '../../../domain/attendee.ts';
import { Choices } from '../../kit/choices.tsx';
import { TextArea } from '../../kit/field.tsx';
import { textOf } from '../../kit/form.tsx';
import { useAnswer } from '../../kit/use-answer.tsx';
import { useCase } from '../case/open-case.ts';
import { useConsole } from '../console.ts';

/** Who sat in: officials of the same unit to tick, and whoever else by name. */
export function AttendeeFields() {
  const { words, ask } = useConsole();
  const { outcome } = words.after;
  const { request } = useCase();
  const listed = useAnswer(() => ask('list-officials', { params: { unit: request.unit } }), [request.unit]);
  const others = (listed.answer?.agreed ? listed.answer.value.officials : []).filter(
    ({ id }) => id !== request.official,
  );
  return (
    <>
      {others.length > 0 && (
        <Choices
          name="posts"
          legend={outcome.posts}
          items={others.map(({ id, title }) => ({ value: id, label: title }))}
          many
          optional
        />
      )}
      <TextArea
        name="attendees"
        label={outcome.attendees}
        hint={outcome.attendeesHint}
        {...{ most: 1000, rows: 2, optional: true }}
      />
    </>
  );
}

/** Posts that were ticked, then names, one a line. */
export const attendeesOf = (data: FormData): Attendee[] => [
  ...data.getAll('posts').map((post) => ({ post: String(post) })),
  ...textOf(data, 'attendees')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((name) => ({ name })),
];
