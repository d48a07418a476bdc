import { expect, waitUntil } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { deepActive, type Mounted, mount, slug, useTestClock } from './testing/mount.ts';

const moving = (place: Element) =>
  place
    .getAnimations({ subtree: true })
    .filter(({ effect }) => (effect as KeyframeEffect).pseudoElement?.startsWith('::view-transition'));

type Begin = (change: () => void) => ViewTransition;

/** Holds every picture that is taken on the panel's place for the test to look at, until it is let go. */
async function holdPictures(app: Mounted, panel: string) {
  const place = (await app.find(panel)).shadowRoot!.querySelector<HTMLElement & { startViewTransition: Begin }>(
    '.place',
  )!;
  const begin = place.startViewTransition;
  const taken: (string | null)[] = [];
  place.startViewTransition = (change) => {
    const transition = begin.call(place, change);
    const hold = () => {
      for (const animation of moving(place)) {
        animation.pause();
        taken.push((animation.effect as KeyframeEffect).pseudoElement);
      }
    };
    transition.ready.then(hold, (error) => taken.push(String(error)));
    return transition;
  };
  return {
    place,
    /** The names of the next pictures. */
    next: async () => {
      await waitUntil(() => taken.length > 0, 'no picture', { timeout: 3000 });
      return taken.splice(0);
    },
    taken,
    letGo: async () => {
      for (const animation of moving(place)) animation.finish();
      await waitUntil(() => moving(place).length === 0);
    },
  };
}

const gone = (app: Mounted, selector: string) => waitUntil(() => app.all(selector).length === 0);

describe('a part that leaves', () => {
  useTestClock();
  afterEach(() => emulateMedia({ reducedMotion: 'no-preference' }));

  async function openSheet() {
    const app = await mount(`/app/${slug}/leads`);
    (await app.find('.card')).click();
    await app.find('.title');
    await app.settled();
    return { app, pictures: await holdPictures(app, 'alloza-leads-panel') };
  }

  it('fades as a picture over the list, which has the focus and takes clicks at once', async () => {
    const { app, pictures } = await openSheet();
    const { left, top } = app.all('alloza-lead-sheet')[0]!.getBoundingClientRect();
    app.press('Escape');
    expect(await pictures.next()).to.deep.equal(['::view-transition-old(leaving)']);
    await gone(app, 'alloza-lead-sheet');
    const { place } = pictures;
    const below = (place.getRootNode() as ShadowRoot).elementFromPoint(left + 40, top + 40);
    expect(below !== place && place.contains(below)).to.equal(true);
    await waitUntil(() => deepActive().matches('a[href*="/leads/"]'));
    await pictures.letGo();
  });

  it('is simply gone for whoever wants no motion', async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    const { app, pictures } = await openSheet();
    app.press('Escape');
    await gone(app, 'alloza-lead-sheet');
    await app.settled();
    expect([pictures.taken.length, moving(pictures.place).length]).to.deep.equal([0, 0]);
  });

  it('is the list of forms when one is opened, and its designer on the way back', async () => {
    const app = await mount(`/app/${slug}/forms`);
    const link = await app.find('.open');
    const pictures = await holdPictures(app, 'alloza-app-forms');
    link.click();
    expect(await pictures.next()).to.deep.equal(['::view-transition-old(leaving)']);
    await waitUntil(() => app.all('.forms').length === 0 && app.all('alloza-form-designer').length === 1);
    await pictures.letGo();
    app.place.back();
    expect(await pictures.next()).to.deep.equal(['::view-transition-old(leaving)']);
    await waitUntil(() => app.all('.forms').length === 1 && app.all('alloza-form-designer').length === 0);
    await pictures.letGo();
  });

  it('stays as it was when the address changes back before it could leave', async () => {
    const { app, pictures } = await openSheet();
    const { here } = app.navigator;
    const [sheet] = app.all<HTMLElement>('alloza-lead-sheet');
    app.press('Escape');
    // The update is on its way, not made yet.
    await Promise.resolve();
    app.navigator.go(here);
    await pictures.next();
    await app.settled();
    await pictures.letGo();
    expect(app.all('alloza-lead-sheet')).to.deep.equal([sheet]);
    expect([sheet!.style.viewTransitionName, sheet!.style.opacity]).to.deep.equal(['', '']);
  });
});
