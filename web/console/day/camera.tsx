import { useEffect, useRef, useState } from 'preact/hooks';
import { Notice } from '../../kit/notice.tsx';
import { useConsole } from '../console.ts';
import { readCodes } from './read-codes.ts';

/** The camera's picture, as long as it is shown; pictures stay on the device. */
export function Camera({ seen }: { seen: (code: string) => void }) {
  const { words } = useConsole();
  const video = useRef<HTMLVideoElement>(null);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    let end = () => {};
    let isGone = false;
    const open = async () => {
      const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      const close = () => {
        for (const track of stream.getTracks()) track.stop();
      };
      if (isGone || !video.current) return close();
      video.current.srcObject = stream;
      await video.current.play();
      const stop = readCodes(video.current, seen);
      end = () => {
        stop();
        close();
      };
    };
    open().catch(() => setFailed(true));
    return () => {
      isGone = true;
      end();
    };
  }, []);
  if (hasFailed) {
    return (
      <Notice kind="warning" alert>
        <p>{words.turns.day.cameraFailed}</p>
      </Notice>
    );
  }
  return <video class="picture" ref={video} muted playsInline aria-label={words.turns.day.cameraView} />;
}
