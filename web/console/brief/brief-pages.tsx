import { Button } from '../../kit/button.tsx';
import { PageTitle } from '../../kit/layout.tsx';
import { Empty } from '../../kit/states.tsx';
import { Loaded, useAnswer } from '../../kit/use-answer.tsx';
import { useConsole } from '../console.ts';
import { Brief } from './brief.tsx';

/** One page for the official before one meeting. */
export function CaseBriefPage({ id }: { id: string }) {
  const { words, base, call } = useConsole();
  const { after } = words;
  const shown = useAnswer(() => call('brief-request', { params: { id } }), [id]);
  return (
    <>
      <PageTitle title={after.brief.title} back={<a href={`${base}/cases/${id}`}>{after.back}</a>} />
      <Print />
      <Loaded from={shown}>{(brief) => <Brief brief={brief} />}</Loaded>
    </>
  );
}

/** A page for each turn of a session, in the order of the turns; each begins a new sheet. */
export function SessionBriefPage({ session }: { session: string }) {
  const { words, base, call } = useConsole();
  const { after } = words;
  const shown = useAnswer(() => call('brief-session', { params: { session } }), [session]);
  return (
    <>
      <PageTitle
        title={after.brief.ofSession}
        back={<a href={`${base}/sessions/${session}`}>{words.sessions.title}</a>}
      />
      <Print />
      <Loaded from={shown}>
        {({ briefs }) =>
          briefs.length === 0 ? (
            <Empty>{after.brief.none}</Empty>
          ) : (
            briefs.map((brief) => <Brief key={brief.request} brief={brief} />)
          )
        }
      </Loaded>
    </>
  );
}

function Print() {
  const { words } = useConsole();
  return (
    <p class="no-print">
      <Button kind="quiet" onClick={() => print()}>
        {words.after.print}
      </Button>
    </p>
  );
}
