import { useEffect, useState } from 'preact/hooks';
import { LinkButton } from '../kit/button.tsx';
import { Field } from '../kit/field.tsx';
import { Form, textOf } from '../kit/form.tsx';
import { PageTitle } from '../kit/layout.tsx';
import { Card } from '../kit/lists.tsx';
import { Notice } from '../kit/notice.tsx';
import { navigate } from '../kit/router.ts';
import { usePortal } from './portal.ts';
import { ProveFirst } from './signed-in.tsx';

/** The tracking code names a case and opens nothing: the contact must be proven too. */
export function TrackPage() {
  const { words, base, call, session } = usePortal();
  const find = (data: FormData) => call('find-my-request', { query: { code: textOf(data, 'code') } });
  if (!session?.contact) return <ProveFirst lead={words.track.lead} />;
  return (
    <>
      <PageTitle title={words.track.title} />
      <Card tone="lively">
        <Form send={find} done={({ id }) => navigate(`${base}/requests/${id}`)} label={words.track.find}>
          <Field name="code" label={words.track.code} hint={words.track.codeHint} direction="ltr" size={18} />
        </Form>
      </Card>
      <p>
        <a href={`${base}/my`}>{words.start.mine}</a>
      </p>
    </>
  );
}

/** Opens the case of a personal link. Its secret stands behind the #, which no server ever sees, and is wiped at once. */
export function LinkPage() {
  const { words, base, call, signIn } = usePortal();
  const [gone, setGone] = useState(false);
  useEffect(() => {
    const secret = location.hash.slice(1);
    history.replaceState(null, '', location.pathname);
    void call('open-personal-link', { body: { secret: secret || '-' } }).then((answered) => {
      if (!answered.agreed) return setGone(true);
      signIn({ token: answered.value.token, expiresAt: answered.value.expiresAt });
      navigate(`${base}/requests/${answered.value.request}`, { replace: true });
    });
  }, []);
  return (
    <>
      <PageTitle title={gone ? words.track.linkGone : words.track.link} />
      {gone ? (
        <>
          <Notice kind="warning" alert>
            <p>{words.track.linkGoneWhy}</p>
          </Notice>
          <p class="actions">
            <LinkButton href={`${base}/track`}>{words.track.title}</LinkButton>
          </p>
        </>
      ) : (
        <p role="status">{words.kit.loading}</p>
      )}
    </>
  );
}
