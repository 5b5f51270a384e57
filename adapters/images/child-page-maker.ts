import { fork } from 'node:child_process';
import type { PageMaker } from '../../domain/ports/page-maker.ts';
import type { PageAnswer, PageJob } from './page-process.ts';

/** What a job may take before its process is ended: no file that a camera or a scanner makes comes near it. */
const MOST_MS = 90_000;
/** 64 KB each: one gigabyte for a codec. */
const WASM_PAGES = 16_384;
const HEAP_MB = 512;

/** Makes pages in a process of its own for each job, so that a hostile file ends that process and nothing else. */
export class ChildPageMaker implements PageMaker {
  readonly #program: string;
  readonly #mostMs: number;

  /** `program` is the file of `page-process.ts`, or of its bundle. */
  constructor(program: string, { mostMs = MOST_MS } = {}) {
    this.#program = program;
    this.#mostMs = mostMs;
  }

  async read(file: Uint8Array, announced: string): Promise<PageAnswer<{ read: Uint8Array; announced: string }>> {
    return (await this.#run({ read: file, announced })) ?? { fault: 'too-hard' };
  }

  async show(job: Parameters<PageMaker['show']>[0]): ReturnType<PageMaker['show']> {
    const shown = await this.#run({ show: job });
    if (!shown) throw new Error('The process that makes pages has ended without an answer');
    return shown;
  }

  /** The process's answer; nothing if it ended before it gave one. */
  #run<Job extends PageJob>(job: Job): Promise<PageAnswer<Job> | undefined> {
    const child = fork(this.#program, {
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [
        ...['--permission', '--allow-fs-read=*'],
        ...[`--wasm-max-mem-pages=${WASM_PAGES}`, `--max-old-space-size=${HEAP_MB}`],
      ],
      timeout: this.#mostMs,
      killSignal: 'SIGKILL',
    });
    return new Promise((resolve, reject) => {
      child.once('message', (answer: PageAnswer<Job>) => resolve(answer));
      child.once('disconnect', () => resolve(undefined));
      child.once('error', reject);
      child.send(job, (fault) => fault && resolve(undefined));
    });
  }
}
