/**
 * Works through a source with so many at a time, in no order. A piece of work that throws stops all lanes after what they are
 * doing, and is thrown once they have stopped; so does the signal, without throwing.
 */
export const inLanes = async <Item>(
  source: AsyncIterator<Item>,
  work: (item: Item) => Promise<void>,
  { lanes, signal }: { lanes: number; signal?: AbortSignal | undefined },
): Promise<void> => {
  let failed = false;
  const lane = async () => {
    while (!failed && !signal?.aborted) {
      const next = await source.next();
      if (next.done) return;
      await work(next.value).catch((error: unknown) => {
        failed = true;
        throw error;
      });
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: lanes }, lane));
  await source.return?.();
  const fault = ends.find((end) => end.status === 'rejected');
  if (fault) throw fault.reason;
};
