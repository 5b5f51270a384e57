import { useEffect } from 'preact/hooks';
import { PageTitle } from '../../kit/layout.tsx';
import { navigate } from '../../kit/router.ts';
import { Empty } from '../../kit/states.tsx';
import { Loaded, useAnswer } from '../../kit/use-answer.tsx';
import { useConsole } from '../console.ts';
import { useMyUnits } from '../my-units.tsx';

/** Goes on to the sessions of an official: the one whom this person serves, or the first of their unit. */
export function SessionsPage() {
  const { words } = useConsole();
  const { asked, unit } = useMyUnits();
  return (
    <>
      <PageTitle title={words.sessions.title} />
      <Loaded from={asked}>{() => unit && <FirstOfUnit key={unit} unit={unit} />}</Loaded>
    </>
  );
}

function FirstOfUnit({ unit }: { unit: string }) {
  const { words, base, ask, me } = useConsole();
  const listed = useAnswer(() => ask('list-officials', { params: { unit } }), [unit]);
  const officials = listed.answer?.agreed ? listed.answer.value.officials : [];
  const own = me.roles.map(({ official }) => official);
  const first = officials.find(({ id }) => own.includes(id)) ?? officials[0];
  useEffect(() => {
    if (first) navigate(`${base}/posts/${unit}/${first.id}/list`, { replace: true });
  }, [first]);
  return <Loaded from={listed}>{() => !first && <Empty>{words.sessions.none}</Empty>}</Loaded>;
}
