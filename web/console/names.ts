import { useAnswer } from '../kit/use-answer.tsx';
import { useConsole } from './console.ts';

/** Requests carry ids; people read names. Each list is asked for once a page; until it is there, the id stands in. */
export const useNames = () => {
  const { ask } = useConsole();
  const topics = useAnswer(() => ask('list-topics', {}), [ask]);
  const units = useAnswer(() => ask('list-units'), [ask]);
  const nameIn = (listed: readonly { id: string; name: string }[] | undefined, id: string): string =>
    listed?.find((entry) => entry.id === id)?.name ?? id;
  return {
    topic: (id: string) => nameIn(topics.answer?.agreed ? topics.answer.value.topics : undefined, id),
    unit: (id: string) => nameIn(units.answer?.agreed ? units.answer.value.units : undefined, id),
  };
};
