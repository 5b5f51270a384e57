/** The codecs' WebAssembly: it lies in the packages, and in the deployed function at the same paths below `node_modules`. */
export const WASM_FILES = {
  jpegDecoder: '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm',
  jpegEncoder: '@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm',
  png: '@jsquash/png/codec/pkg/squoosh_png_bg.wasm',
  resize: '@jsquash/resize/lib/resize/pkg/squoosh_resize_bg.wasm',
  pdf: '@hyzyla/pdfium/dist/pdfium.wasm',
} as const;
