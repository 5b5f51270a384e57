import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';

const counting = new AsyncLocalStorage<{ calls: number }>();
let isListening = false;

/** How many requests the AWS SDK's clients send while something is done, by it alone and nobody beside it. */
export const countSdkCalls = async <Value>(act: () => Promise<Value>): Promise<{ value: Value; calls: number }> => {
  if (!isListening) {
    isListening = true;
    subscribe('http.client.request.start', () => {
      const count = counting.getStore();
      if (count) count.calls += 1;
    });
  }
  const count = { calls: 0 };
  const value = await counting.run(count, act);
  return { value, calls: count.calls };
};
