import { useEffect, useState } from 'preact/hooks';
import { useSpeech } from './speech.ts';

/** Whether this device has a connection at all; drawn again when that changes. */
const useIsOnline = (): boolean => {
  const [isOnline, setIsOnline] = useState(navigator.onLine);
  useEffect(() => {
    const update = () => setIsOnline(navigator.onLine);
    addEventListener('online', update);
    addEventListener('offline', update);
    return () => {
      removeEventListener('online', update);
      removeEventListener('offline', update);
    };
  }, []);
  return isOnline;
};

/** Says on every page when the connection is lost, and that nothing written is. */
export function Offline() {
  const { words } = useSpeech();
  return (
    <p class="offline" role="status">
      {!useIsOnline() && words.offline}
    </p>
  );
}
