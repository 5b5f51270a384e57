import type { DocumentView } from '../../contract/request-view.ts';

/** A document as links to its pages; until they are ready, or if it was refused, how it stands. */
export function PageLinks({ name, scan }: Pick<DocumentView, 'name' | 'scan'>) {
  return (
    <>
      {name && <bdi>{name}</bdi>} {scan.pages.length === 0 && <span>{scan.says}</span>}
      {scan.pages.map(({ page, url, smallUrl, width, height }) => (
        <a key={page} href={url} target="_blank" rel="noopener">
          <img src={smallUrl} alt={`${name ?? ''} ${page}`} width="64" height={(64 * height) / width} loading="lazy" />
        </a>
      ))}
    </>
  );
}
