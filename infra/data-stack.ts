import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AnchorBucket } from './constructs/anchor-bucket.ts';
import { DataTable } from './constructs/data-table.ts';
import { DocumentBucket } from './constructs/document-bucket.ts';
import { MasterKey } from './constructs/master-key.ts';
import { StaffSignIn } from './constructs/staff-sign-in.ts';

export type DataStackProps = StackProps & {
  /** Where portal and console are served: the only origins that may post documents and sign in. */
  readonly webOrigins: readonly string[];
  /** The first administrator of the first city; everybody else is added by an administrator. */
  readonly firstAdministrator: { readonly username: string; readonly email: string };
};

/** What must outlive every deployment: the table, the documents, the keys, the staff's accounts. */
export class DataStack extends Stack {
  readonly table: DataTable;
  readonly documents: DocumentBucket;
  readonly anchors: AnchorBucket;
  readonly keys: MasterKey;
  readonly signIn: StaffSignIn;

  constructor(scope: Construct, id: string, props: DataStackProps) {
    super(scope, id, { ...props, terminationProtection: true });
    this.table = new DataTable(this, 'Table');
    this.documents = new DocumentBucket(this, 'Documents', { origins: props.webOrigins });
    this.anchors = new AnchorBucket(this, 'Anchors', this.documents);
    this.keys = new MasterKey(this, 'Keys');
    this.signIn = new StaffSignIn(this, 'SignIn', props);
  }
}
