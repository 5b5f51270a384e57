import type { Choice } from './field.tsx';

type ListedTopic = { readonly id: string; readonly name: string; readonly parent?: string | undefined };

/** Topics of two levels: one with children becomes a group, and stands in it first. */
export const topicChoices = (topics: readonly ListedTopic[]): Choice[] =>
  topics
    .filter(({ parent }) => parent === undefined)
    .flatMap((topic) => {
      const children = topics.filter(({ parent }) => parent === topic.id);
      const group = children.length > 0 ? topic.name : undefined;
      return [topic, ...children].map(({ id, name }) => ({ value: id, label: name, group }));
    });
