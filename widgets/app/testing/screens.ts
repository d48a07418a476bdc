/** Screens of the dashboard, each looked at by axe in light and dark. */
import { aTimeout } from '@open-wc/testing';
import { expectAccessible } from '../../testing/accessible.ts';
import { type Mounted, mount, slug } from './mount.ts';
import { Responder } from './responder.ts';

export interface Screen {
  readonly name: string;
  /** `LEAD`, `CLIENT` and `PROJECT` stand for the first of each. */
  readonly path: string;
  readonly ready: string;
  readonly options?: Parameters<typeof mount>[1];
  /** What was imported before. */
  readonly imports?: Responder['imports']['all'];
  /** What else is different at this studio. */
  readonly given?: (responder: Responder) => void;
  readonly act?: (app: Mounted) => Promise<unknown>;
}

export const studio = `/app/${slug}`;

export const click = (app: Mounted, selector: string, text?: string): Promise<void> =>
  app.find(selector, text).then((button) => button.click());

/** One test a screen and theme. Call in a `describe`. */
export function describeScreens(screens: readonly Screen[]): void {
  for (const { name, path, ready, options, imports, given, act } of screens) {
    for (const theme of ['light', 'dark'] as const) {
      it(`is accessible: ${name}, ${theme}`, async () => {
        const responder = new Responder(options);
        if (imports) responder.imports.all = imports;
        given?.(responder);
        const address = path
          .replace('LEAD', responder.leads[0]?.id ?? '')
          .replace('PROJECT', responder.projects.all[0]?.id ?? '')
          .replace('CLIENT', responder.clients.all[0]?.id ?? '');
        const app = await mount(address, { ...options, responder, theme });
        await app.find(ready);
        await app.settled();
        await act?.(app);
        await app.settled();
        await aTimeout(220);
        await expectAccessible(app.dashboard);
      });
    }
  }
}
