import type { FunctionComponent } from 'preact';
import { LinkButton } from '../../kit/button.tsx';
import { useConsole } from '../console.ts';
import { CitizenActForm } from './citizen-act-form.tsx';
import { ConvertForm } from './convert-form.tsx';
import { CorrectionForm } from './correction-form.tsx';
import { NoteForm } from './note-form.tsx';
import { type OpenCase, useCase } from './open-case.ts';
import { TakeBackForm } from './take-back-form.tsx';

const BEFORE_A_TURN = ['submitted', 'needs-info', 'answered', 'declined'];
const AFTER_A_MEETING = ['met', 'in-follow-up', 'awaiting-confirmation'];

/** A complaint that came from elsewhere may become a meeting once. */
const mayConvert = ({ request, permissions }: OpenCase): boolean =>
  permissions.includes('triage') &&
  [...BEFORE_A_TURN, ...AFTER_A_MEETING].includes(request.status) &&
  request.externalReference !== undefined &&
  !request.links.some(({ kind, incoming }) => kind === 'converted-from' && incoming);

/** What is not a decision: what the citizen said, what was recorded wrongly, and the page for the official. */
export function MoreActs() {
  const { words, base } = useConsole();
  const { after } = words;
  const open = useCase();
  const { request, permissions } = open;
  const parts: readonly (readonly [may: boolean, title: string, Part: FunctionComponent])[] = [
    [true, after.note.title, NoteForm],
    [permissions.includes('act-for-citizen'), after.act.title, CitizenActForm],
    [mayConvert(open), after.convert.title, ConvertForm],
    [
      permissions.includes('correct') && request.decisions.includes('take-back'),
      after.correction.takeBack,
      TakeBackForm,
    ],
    [permissions.includes('correct'), after.correction.title, CorrectionForm],
  ];
  return (
    <>
      {parts.map(
        ([may, title, Part]) =>
          may && (
            <details key={title} name="more">
              <summary>{title}</summary>
              <Part />
            </details>
          ),
      )}
      <p>
        <LinkButton kind="quiet" href={`${base}/cases/${request.id}/brief`}>
          {after.brief.open}
        </LinkButton>
      </p>
    </>
  );
}
