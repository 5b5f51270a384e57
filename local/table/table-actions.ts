import type { Context } from './context.ts';
import type { CreateTable, NamedTable, UpdateTimeToLive } from './requests.ts';

export const createTable = ({ catalog, now }: Context, request: CreateTable) => ({
  TableDescription: catalog.create(request, now()).description,
});

export const describeTable = ({ catalog }: Context, { TableName }: NamedTable) => ({
  Table: catalog.find(TableName).description,
});

export const deleteTable = ({ catalog }: Context, { TableName }: NamedTable) => ({
  TableDescription: { ...catalog.delete(TableName).description, TableStatus: 'DELETING' },
});

export function updateTimeToLive({ catalog }: Context, request: UpdateTimeToLive) {
  catalog.updateTimeToLive(request);
  return { TimeToLiveSpecification: request.TimeToLiveSpecification };
}

export function describeTimeToLive({ catalog }: Context, { TableName }: NamedTable) {
  const { timeToLive: AttributeName } = catalog.find(TableName);
  return {
    TimeToLiveDescription:
      AttributeName === undefined ? { TimeToLiveStatus: 'DISABLED' } : { TimeToLiveStatus: 'ENABLED', AttributeName },
  };
}

export function describeContinuousBackups({ catalog }: Context, { TableName }: NamedTable) {
  catalog.find(TableName);
  return {
    ContinuousBackupsDescription: {
      ContinuousBackupsStatus: 'ENABLED',
      PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: 'DISABLED' },
    },
  };
}
