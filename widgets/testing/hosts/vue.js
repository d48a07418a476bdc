/** A studio's site made with Vue: KeepAlive takes a page out of the document while another one is shown. */
import { createApp, h, KeepAlive, ref } from 'vue';

const { publishableKey, baseUrl } = document.documentElement.dataset;
const away = ref(false);
const german = ref(false);
const heard = ref([]);
const hear = ({ type, detail }) => heard.value.push(`${type} ${detail.id ?? detail.code ?? ''}`);

const Contact = {
  render: () =>
    h('alloza-lead-form', {
      'publishable-key': publishableKey,
      'base-url': baseUrl,
      locale: german.value ? 'de' : undefined,
      onAllozaBeforeLeadSend: hear,
      onAllozaLeadSent: hear,
      onAllozaError: hear,
    }),
};
const Portfolio = { render: () => h('p', 'Our pictures.') };

createApp({
  render: () =>
    h('main', [
      h('h1', 'Contact'),
      h('button', { type: 'button', onClick: () => (away.value = !away.value) }, away.value ? 'Put back' : 'Take out'),
      h('button', { type: 'button', onClick: () => (german.value = !german.value) }, 'Other language'),
      h(KeepAlive, h(away.value ? Portfolio : Contact)),
      h('output', heard.value.join('\n')),
    ]),
}).mount('#site');
