import type { Darkroom } from '../../../domain/ports/darkroom.ts';

/** Notes what it was asked for; the schedule of a test develops it. */
export class MemoryDarkroom implements Darkroom {
  readonly asked: string[] = [];

  async develop(_city: string, scan: string): Promise<void> {
    this.asked.push(scan);
  }
}
