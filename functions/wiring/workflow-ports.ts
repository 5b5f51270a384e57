import { SFNClient } from '@aws-sdk/client-sfn';
import type { CityTable } from '../../adapters/dynamo/city-table.ts';
import { BRIEFLY } from '../../adapters/step-functions/client-settings.ts';
import { StepFunctionsWaits } from '../../adapters/step-functions/step-functions-waits.ts';
import { StepFunctionsWorkflow } from '../../adapters/step-functions/step-functions-workflow.ts';
import { countEvents } from '../count-events.ts';
import type { WorkflowEnv } from '../env.ts';

/** The executions behind the requests, and the sweeper's view of them. */
export const workflowPorts = (env: WorkflowEnv, table: CityTable) => {
  const machine = { sfn: new SFNClient(BRIEFLY), stateMachineArn: env.STATE_MACHINE_ARN };
  return {
    workflow: new StepFunctionsWorkflow(table, machine, () => countEvents({ WakesLost: 1 })),
    waits: new StepFunctionsWaits(table, machine),
  };
};
