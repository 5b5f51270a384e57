import type { Workflow } from '../../../domain/ports/workflow.ts';
import type { Request } from '../../../domain/request.ts';

/** Remembers whom it was told to start and to wake. */
export class MemoryWorkflow implements Workflow {
  readonly started: string[] = [];
  readonly woken: string[] = [];

  async start({ id }: Request): Promise<void> {
    this.started.push(id);
  }

  async wake(_city: string, id: string): Promise<void> {
    this.woken.push(id);
  }
}
