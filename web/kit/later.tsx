import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import type { Answered } from '../api/client.ts';
import { Loaded, useAnswer } from './use-answer.tsx';

/** A component whose script is fetched when it is first shown; where it does not come, it can be asked for again. */
export const later = <Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> => {
  let Ready: ComponentType<Props> | undefined;
  const fetchIt = async (): Promise<Answered<ComponentType<Props>>> => {
    try {
      Ready = await load();
      return { agreed: true, value: Ready };
    } catch {
      return { agreed: false, problem: { type: 'unreachable', title: '', status: 0 } };
    }
  };
  function Fetching(props: Props) {
    const fetched = useAnswer(fetchIt, []);
    return <Loaded from={fetched}>{(Component) => <Component {...props} />}</Loaded>;
  }
  return function Later(props: Props) {
    // As it was at first: another component in its place would forget what has been typed.
    const [Known] = useState(() => Ready);
    return Known ? <Known {...props} /> : <Fetching {...props} />;
  };
};
