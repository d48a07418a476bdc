import { css } from 'lit';

/** A view transition of one element's content only; not yet in TypeScript's own declarations. */
type Scope = HTMLElement & { startViewTransition?: (change: () => void) => ViewTransition };
type Update = () => unknown;

/**
 * For a panel whose `.place` holds its list and its detail. Only what leaves is a picture: what stays or comes is
 * the page itself and takes clicks at once. A part that leaves sideways sets `--_leave`.
 */
export const leavingStyles = css`
  .place {
    view-transition-name: none;
  }

  .place::view-transition {
    pointer-events: none;
  }

  .place::view-transition-old(leaving) {
    animation: leave var(--_calm) both;
  }

  @keyframes leave {
    to {
      opacity: 0;
      transform: translateX(var(--_leave, 0));
    }
  }
`;

/** Milliseconds: the update does not wait longer for the picture to be taken, which is a matter of a frame or two. */
const patience = 500;

/**
 * Carries out an update that takes `part` out of its parent, the `.place`. Where the browser has view transitions of
 * elements, and the person wants motion, a picture of the part fades over what replaces it.
 */
export async function leave(part: HTMLElement, update: Update): Promise<void> {
  const place: Scope | null = part.parentElement;
  if (place?.startViewTransition && !matchMedia('(prefers-reduced-motion: reduce)').matches) {
    await takePicture(part, (change) => place.startViewTransition!(change));
  }
  await update();
}

/** Chromium gives up a transition whose element is gone before it runs: the part stays, unseen, until then. */
async function takePicture({ style }: HTMLElement, begin: (change: () => void) => ViewTransition): Promise<void> {
  let unseen = '0';
  style.viewTransitionName = 'leaving';
  const { ready } = begin(() => {
    style.viewTransitionName = '';
    style.opacity = unseen;
  });
  // Without a picture, as in a hidden tab, the update is made all the same.
  await Promise.race([ready, new Promise((resolve) => setTimeout(resolve, patience))]).catch(() => {});
  // It may stay after all: the address can change again meanwhile.
  style.opacity = unseen = '';
}
