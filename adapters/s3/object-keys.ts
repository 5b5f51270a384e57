import type { PictureName } from '../../domain/ports/pictures.ts';

/**
 * Every key of the bucket. Originals, plain pages and shown pictures lie apart, so that who may sign links to the last sees
 * nothing of the others.
 */
export const originalKey = (city: string, id: string): string => `${city}/documents/${id}`;

export const pictureKey = (city: string, name: PictureName): string => {
  const folder =
    name.edition === 'plain' ? `${city}/pages/${name.scan}` : `${editionsOf(city, name.scan)}${name.edition}`;
  if ('cut' in name) {
    const { page, x, y, width, height } = name.cut;
    return `${folder}/cut-${[page, x, y, width, height].join('-')}.jpg`;
  }
  return `${folder}/${name.page}${name.small ? '-small' : ''}.jpg`;
};

/** What the keys of all shown editions begin with. */
export const editionsOf = (city: string, scan: string): string => `${city}/shown/${scan}/`;
