/** What this folder uses of busboy, which ships without types. */
declare module 'busboy' {
  import type { IncomingHttpHeaders } from 'node:http';
  import type { Readable, Writable } from 'node:stream';

  type Options = {
    headers: IncomingHttpHeaders;
    defParamCharset: 'utf8';
    limits: { fields: number; fieldSize: number; files: number; parts: number };
  };
  type Field = { nameTruncated: boolean; valueTruncated: boolean };
  interface Form extends Writable {
    on(event: 'field', listener: (name: string, value: string, info: Field) => void): this;
    on(event: 'file', listener: (name: string, file: Readable, info: { filename?: string }) => void): this;
    on(event: 'fieldsLimit' | 'partsLimit' | 'finish' | 'close', listener: () => void): this;
    on(event: 'error', listener: (error: Error) => void): this;
  }
  export default function busboy(options: Options): Form;
}
