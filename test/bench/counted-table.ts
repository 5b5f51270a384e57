import { createTableOf } from '../../adapters/dynamo/table.ts';
import { newCredentials, pointSdkAt, TABLE_NAME } from '../../local/cloud.ts';
import { listen } from '../../local/listen.ts';
import { openTable } from '../../local/table/open-table.ts';

export { TABLE_NAME };

const WRITES = /\.(PutItem|UpdateItem|DeleteItem|TransactWriteItems)$/;

/** The embedded table on disk, to which the SDK's clients of this process are pointed; it counts the writes that it refused. */
export const openCountedTable = async (folder: string, clock: { now(): number }) => {
  const table = openTable({ folder, clock });
  table.execute('CreateTable', createTableOf(TABLE_NAME));
  let failed = 0;
  const server = await listen((req, res) => {
    const isWrite = WRITES.test(String(req.headers['x-amz-target']));
    res.once('finish', () => {
      if (isWrite && res.statusCode >= 400) failed += 1;
    });
    table.handle(req, res);
  });
  const nowhere = 'http://127.0.0.1:9';
  pointSdkAt({ dynamodb: server.url, sfn: nowhere, s3: nowhere, cognito: nowhere, lambda: nowhere }, newCredentials());
  return {
    failedWrites: () => failed,
    close: async () => {
      await server.close();
      table.close();
    },
  };
};
