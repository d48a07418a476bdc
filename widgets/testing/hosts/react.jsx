/** A studio's site made with React: everything in StrictMode, whose development build mounts each effect twice. */
import { StrictMode, useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';

const { publishableKey, baseUrl } = document.documentElement.dataset;

/** Sections that change their order: React takes the form out of the page and puts it back elsewhere. */
function Contact({ hear }) {
  const [first, setFirst] = useState(true);
  const [german, setGerman] = useState(false);
  const form = (
    <alloza-lead-form
      key="form"
      publishable-key={publishableKey}
      base-url={baseUrl}
      locale={german ? 'de' : undefined}
      onalloza-before-lead-send={hear}
      onalloza-lead-sent={hear}
      onalloza-error={hear}
    />
  );
  const words = <p key="words">We answer within two working days.</p>;
  return (
    <>
      <button type="button" onClick={() => setFirst(!first)}>
        Take out and put back
      </button>
      <button type="button" onClick={() => setGerman(!german)}>
        Other language
      </button>
      {first ? [form, words] : [words, form]}
    </>
  );
}

/** An element that outlives its component, as a map or a player does: each effect puts it in, each clean-up takes it out. */
function Kept({ element }) {
  const place = useRef(null);
  useEffect(() => {
    place.current.append(element);
    return () => element.remove();
  }, [element]);
  return <div ref={place} />;
}

function Site() {
  const [heard, setHeard] = useState([]);
  const hear = ({ type, detail }) => setHeard((before) => [...before, `${type} ${detail.id ?? detail.code ?? ''}`]);
  const [kept] = useState(() => {
    const element = document.createElement('alloza-lead-form');
    element.setAttribute('publishable-key', publishableKey);
    element.setAttribute('base-url', baseUrl);
    return element;
  });
  return (
    <main>
      <h1>Contact</h1>
      {new URLSearchParams(location.search).has('kept') ? <Kept element={kept} /> : <Contact hear={hear} />}
      <output>{heard.join('\n')}</output>
    </main>
  );
}

createRoot(document.querySelector('#site')).render(
  <StrictMode>
    <Site />
  </StrictMode>,
);
