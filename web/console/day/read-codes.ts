type Detector = { detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]> };

declare global {
  interface Window {
    /** Only some browsers have it. */
    readonly BarcodeDetector?: new (options: {
      readonly formats: readonly string[];
    }) => Detector;
  }
}

/** Whether this browser can read codes off a picture. */
export const canReadCodes = (): boolean => window.BarcodeDetector !== undefined && 'mediaDevices' in navigator;

const LOOK_EVERY_MS = 250;

/** Tells each new code that comes before the camera. @returns how to stop */
export const readCodes = (video: HTMLVideoElement, seen: (code: string) => void): (() => void) => {
  const detector = window.BarcodeDetector && new window.BarcodeDetector({ formats: ['qr_code'] });
  let last = '';
  const look = async () => {
    const [found] = (await detector?.detect(video).catch(() => [])) ?? [];
    if (!found || found.rawValue === last) return;
    last = found.rawValue;
    seen(last);
  };
  const timer = setInterval(() => void look(), LOOK_EVERY_MS);
  return () => clearInterval(timer);
};
