import { say } from '../../domain/local-text.ts';
import { findOfficial, type Office } from '../../domain/office.ts';

/** What a post is called; one that is no longer known keeps its id. */
export const sayPost = (id: string, office: Office, language: string): string => {
  const title = findOfficial(office, id)?.title;
  return title ? say(title, language) : id;
};
