import '../turns.css';
import { useState } from 'preact/hooks';
import { Empty } from '../../kit/states.tsx';
import { Loaded, useAnswer } from '../../kit/use-answer.tsx';
import { useConsole } from '../console.ts';
import { Unfold } from '../unfold.tsx';
import { PostPage } from './post-page.tsx';
import { TemplateCard } from './template-card.tsx';
import { TemplateForm } from './template-form.tsx';

/** What an official holds again and again, and what becomes of each day ahead: planned, left out, or impossible and why. */
export function TemplatesPage({ unit, official }: { unit: string; official: string }) {
  const { words, call, me } = useConsole();
  const [said, say] = useState('');
  const listed = useAnswer(() => call('list-session-templates', { params: { official } }), [official]);
  const { templates } = words.turns;
  const changed = (says: string) => {
    say(says);
    listed.again();
  };
  return (
    <PostPage unit={unit} official={official} part="templates">
      <p class="act-said" role="status">
        {said}
      </p>
      <Loaded from={listed}>
        {({ templates: all }) => (
          <>
            {all.length === 0 && <Empty>{templates.none}</Empty>}
            {all.map((template) => (
              <TemplateCard key={template.id} unit={unit} template={template} changed={changed} />
            ))}
            {me.permissions.includes('plan-sessions') && (
              <Unfold title={templates.add} name="template-form">
                <TemplateForm key={all.length} unit={unit} official={official} saved={() => changed(templates.saved)} />
              </Unfold>
            )}
          </>
        )}
      </Loaded>
    </PostPage>
  );
}
