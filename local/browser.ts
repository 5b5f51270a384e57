/** As much of a browser as signing in needs: cookies by path, and redirects followed one at a time. */
export class Browser {
  readonly #cookies = new Map<string, { value: string; path: string }>();

  async open(url: string, init: RequestInit = {}): Promise<Response> {
    const { pathname } = new URL(url);
    const cookie = [...this.#cookies]
      .filter(([, { path }]) => pathname.startsWith(path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
    const reply = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    for (const line of reply.headers.getSetCookie()) this.#keep(line);
    return reply;
  }

  /** Follows redirects until a page, or until one leads to `stop`; says where it ended. */
  async follow(url: string, stop: string, init?: RequestInit): Promise<{ url: string; reply: Response }> {
    const reply = await this.open(url, init);
    const location = reply.headers.get('location');
    if (!location) return { url, reply };
    const next = new URL(location, url).href;
    return next.startsWith(stop) ? { url: next, reply } : this.follow(next, stop);
  }

  /** Fills a form and sends it. */
  submit(url: string, stop: string, fields: Record<string, string>) {
    return this.follow(url, stop, { method: 'POST', body: new URLSearchParams(fields) });
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split('; ');
    const [name = '', value = ''] = pair.split('=');
    const path = attributes.find((attribute) => attribute.startsWith('path='))?.slice(5) ?? '/';
    if (value === '') this.#cookies.delete(name);
    else this.#cookies.set(name, { value, path });
  }
}
