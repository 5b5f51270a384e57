import { useState } from 'preact/hooks';
import { Button } from '../../kit/button.tsx';
import type { Language } from '../../kit/language.ts';
import { PageTitle } from '../../kit/layout.tsx';
import { Card } from '../../kit/lists.tsx';
import { Notice } from '../../kit/notice.tsx';
import type { ConsoleWords } from '../words/fa.ts';
import { beginSignIn } from './oidc.ts';

type SignInProps = { readonly language: Language; readonly words: ConsoleWords; readonly failed: boolean };

/** The way to the sign-in; afterwards the page that was asked for is opened. */
export function SignInPage({ language, words, failed }: SignInProps) {
  const [trouble, setTrouble] = useState(failed);
  const enter = () => beginSignIn(location.pathname, language).catch(() => setTrouble(true));
  return (
    <>
      <PageTitle title={words.signIn.title} />
      {trouble && (
        <Notice kind="danger" alert>
          <p>{words.signIn.failed}</p>
        </Notice>
      )}
      <Card tone="lively">
        <p>{words.signIn.lead}</p>
        <Button onClick={enter}>{words.signIn.enter}</Button>
      </Card>
    </>
  );
}
