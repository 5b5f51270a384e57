import { officeOf } from './office.ts';

officeOf();
