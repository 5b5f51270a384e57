import type { Problem } from '../../contract/problem.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import { useSpeech } from './speech.ts';
import type { KitWords } from './words/fa.ts';

/** The sentence for a problem: the API's own where it gave one. */
export const sayProblem = ({ title, detail, type }: Problem, words: KitWords): string => {
  if (title !== '') return detail === undefined ? title : `${title} ${detail}`;
  switch (type) {
    case 'unreachable':
      return words.problems.unreachable;
    case 'sign-in-needed':
      return words.problems.signIn;
    case 'upload-failed':
      return words.problems.upload;
    default:
      return words.problems.fault;
  }
};

/** Why something could not be shown, with a button to try again. */
export function ProblemNotice({ problem, again }: { problem: Problem; again?: () => void }) {
  const { words } = useSpeech();
  return (
    <Notice kind="danger" alert>
      <p>{sayProblem(problem, words)}</p>
      {again && (
        <Button kind="quiet" onClick={again}>
          {words.retry}
        </Button>
      )}
    </Notice>
  );
}
