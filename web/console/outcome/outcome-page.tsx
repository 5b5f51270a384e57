import { PageTitle } from '../../kit/layout.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Loaded, useAnswer } from '../../kit/use-answer.tsx';
import { CaseContext } from '../case/open-case.ts';
import { useConsole } from '../console.ts';
import { OutcomeForm } from './outcome-form.tsx';

/** After a meeting: what it came to, who was there, the picture of what was written, and the orders cut from it. */
export function OutcomePage({ id }: { id: string }) {
  const { words, base, call } = useConsole();
  const { after } = words;
  const shown = useAnswer(() => call('show-case', { params: { id } }), [id]);
  return (
    <>
      <PageTitle title={after.outcome.title} back={<a href={`${base}/cases/${id}`}>{after.back}</a>} />
      <Loaded from={shown}>
        {(open) => (
          <CaseContext.Provider value={{ ...open, again: shown.again }}>
            {open.request.decisions.includes('record-outcome') && open.permissions.includes('record-outcome') ? (
              <OutcomeForm />
            ) : (
              <Notice kind="warning">
                <p>{after.outcome.notMet}</p>
              </Notice>
            )}
          </CaseContext.Provider>
        )}
      </Loaded>
    </>
  );
}
