/** Pixels, four bytes each: red, green, blue, and how much of it covers what lies below. */
export type Picture = {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
};

/** A part of a picture, in thousandths of its width and height. */
export type Part = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

const BYTES = 4;
const WHITE = 255;

/** The same picture on white paper: a JPEG knows no transparency, and would show black there. */
export const onPaper = ({ width, height, data }: Picture): Picture => {
  for (let at = 0; at < data.length; at += BYTES) {
    const cover = data[at + 3] ?? WHITE;
    if (cover === WHITE) continue;
    for (let colour = at; colour < at + 3; colour += 1) {
      data[colour] = ((data[colour] ?? 0) * cover + WHITE * (WHITE - cover)) / WHITE;
    }
    data[at + 3] = WHITE;
  }
  return { width, height, data };
};

/** The same picture with those parts painted over: what was there is in no byte of it any more. */
export const blackened = ({ width, height, data }: Picture, parts: readonly Part[]): Picture => {
  const pixels = new Uint32Array(data.buffer, data.byteOffset, width * height);
  const black = new Uint32Array(new Uint8Array([0, 0, 0, WHITE]).buffer)[0] ?? 0;
  for (const part of parts) {
    const { left, top, right, bottom } = edgesOf(part, { width, height });
    for (let row = top; row < bottom; row += 1) pixels.fill(black, row * width + left, row * width + right);
  }
  return { width, height, data };
};

/** That part alone. */
export const cutOut = (picture: Picture, part: Part): Picture => {
  const { left, top, right, bottom } = edgesOf(part, picture);
  const [width, height] = [right - left, bottom - top];
  const data = new Uint8ClampedArray(width * height * BYTES);
  for (let row = 0; row < height; row += 1) {
    const from = ((top + row) * picture.width + left) * BYTES;
    data.set(picture.data.subarray(from, from + width * BYTES), row * width * BYTES);
  }
  return { width, height, data };
};

/** The part in pixels, rounded outwards, so that a box of any size covers all that it touches. */
const edgesOf = ({ x, y, width, height }: Part, size: { readonly width: number; readonly height: number }) => ({
  left: Math.floor((x * size.width) / 1000),
  top: Math.floor((y * size.height) / 1000),
  right: Math.min(size.width, Math.ceil(((x + width) * size.width) / 1000)),
  bottom: Math.min(size.height, Math.ceil(((y + height) * size.height) / 1000)),
});
