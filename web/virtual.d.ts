/** Made at build time from the lists of operations; see `build/route-tables.ts`. */
declare module 'virtual:routes/citizen' {
  export const routes: import('./api/client.ts').RouteTable;
}
declare module 'virtual:routes/staff' {
  export const routes: import('./api/client.ts').RouteTable;
}
declare module 'virtual:schemas/policies' {
  export const policies: unknown;
}
/** It brings no types of its own. */
declare module 'subset-font' {
  type Options = { targetFormat: 'woff2'; variationAxes: Record<string, { min: number; max: number }> };
  export default function subsetFont(font: Buffer, letters: string, options: Options): Promise<Buffer>;
}
