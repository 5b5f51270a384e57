import { Validations } from 'aws-cdk-lib';
import type { DataStack } from './data-stack.ts';
import type { ServiceStack } from './service-stack.ts';

/** Every finding of cdk-nag that stands, each with its reason. */
export const acknowledgements = ({ data, service }: { data: DataStack; service: ServiceStack }): void => {
  void data;
  void service;
  void Validations;
};
