import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useSpeech } from './speech.ts';

/** A component whose script is fetched when it is first shown. */
export const later = <Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> => {
  let Ready: ComponentType<Props> | undefined;
  return function Later(props: Props) {
    const { words } = useSpeech();
    const [, arrived] = useState(Ready !== undefined);
    useEffect(() => {
      if (Ready) return;
      void load().then((component) => {
        Ready = component;
        arrived(true);
      });
    }, []);
    return Ready ? (
      <Ready {...props} />
    ) : (
      <p class="loading" role="status">
        {words.loading}
      </p>
    );
  };
};
