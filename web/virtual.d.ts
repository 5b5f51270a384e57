/** Made at build time from the lists of operations; see `build/route-tables.ts`. */
declare module 'virtual:routes/citizen' {
  export const routes: import('./api/client.ts').RouteTable;
}
declare module 'virtual:routes/staff' {
  export const routes: import('./api/client.ts').RouteTable;
}
