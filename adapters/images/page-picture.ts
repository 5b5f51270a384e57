import type { PagePicture } from '../../domain/ports/page-maker.ts';
import { toJpeg, within } from './codecs.ts';
import type { Picture } from './picture.ts';

const SMALL_SIDE = 320;

export const pagePicture = async (picture: Picture): Promise<PagePicture> => ({
  width: picture.width,
  height: picture.height,
  page: await toJpeg(picture),
  small: await toJpeg(await within(picture, SMALL_SIDE)),
});
