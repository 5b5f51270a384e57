import { readPages } from '../../adapters/images/read-pages.ts';

process.once('message', async ({ file }: { file: Uint8Array }) => {
  const begun = performance.now();
  const read = await readPages(file, 'image/jpeg');
  const ms = Math.round(performance.now() - begun);
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  process.send?.({ ms, megabytes, pages: 'pages' in read ? read.pages.length : 0 }, () => process.disconnect());
});
