import { expect, it } from 'vitest';
import { asAttachment } from '../../../adapters/s3/as-attachment.ts';

it.each([
  ['scan.pdf', `attachment; filename="scan.pdf"; filename*=UTF-8''scan.pdf`],
  ['../../etc/passwd', `attachment; filename="-..-etc-passwd"; filename*=UTF-8''-..-etc-passwd`],
  ['a"; filename="b', `attachment; filename="a-; filename=-b"; filename*=UTF-8''a-%3B%20filename%3D-b`],
  ['a\r\nSet-Cookie: x', `attachment; filename="aSet-Cookie- x"; filename*=UTF-8''aSet-Cookie-%20x`],
  ['fdp.\u202eexe', `attachment; filename="fdp.exe"; filename*=UTF-8''fdp.exe`],
  ["it's (1)!.pdf", `attachment; filename="it's (1)!.pdf"; filename*=UTF-8''it%27s%20%281%29%21.pdf`],
  [' . ', `attachment; filename="document"; filename*=UTF-8''document`],
  ['\ud800x', `attachment; filename="_x"; filename*=UTF-8''%EF%BF%BDx`],
])('names a file %j safely', (name, header) => {
  expect(asAttachment(name)).toBe(header);
});

it('shortens a very long name', () => {
  expect(asAttachment('a'.repeat(500))).toBe(
    `attachment; filename="${'a'.repeat(120)}"; filename*=UTF-8''${'a'.repeat(120)}`,
  );
});
