// Sends changes to the service, with the token where one is needed, and shows what became of them.

import { $, setText } from './dom.js';
import { timeOfDay } from './format.js';

const TOKEN = 'smartcity.token';
let toastEnd = 0;

/** Shows what has happened, for some seconds. */
export function toast(text, bad = false) {
  setText($('toast'), text);
  $('toast').className = bad ? 'shown bad' : 'shown';
  clearTimeout(toastEnd);
  toastEnd = setTimeout(() => { $('toast').className = ''; }, bad ? 9000 : 5000);
}

/**
 * Asks the service for a change. Returns its answer, or null when it was refused or nobody had the token.
 * What is refused is shown by `refused`.
 */
export async function change(method, path, body, done, refused = (text) => toast(text, true)) {
  const answer = await send(method, path, body);
  if (answer.status === 401) {
    const wrong = sessionStorage.getItem(TOKEN) !== null;
    sessionStorage.removeItem(TOKEN);
    return (await askToken(wrong)) ? change(method, path, body, done, refused) : null;
  }
  const json = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    refused(json.detail ?? `The service answers ${answer.status}`);
    return null;
  }
  const when = json.simulatedAt ? `, in effect at ${timeOfDay(Date.parse(json.simulatedAt))}` : '';
  if (done) toast(done + when);
  return json;
}

async function send(method, path, body) {
  const headers = {};
  const token = sessionStorage.getItem(TOKEN);
  if (token) headers.Authorization = `Bearer ${token}`;
  if (body) headers['Content-Type'] = 'application/json';
  try {
    return await fetch(path, { method, headers, body: body ? JSON.stringify(body) : undefined });
  } catch {
    return new Response(JSON.stringify({ detail: 'The service does not answer' }), { status: 503 });
  }
}

/** Whether there is a token to try. */
function askToken(wrong) {
  const dialog = $('token-dialog');
  const form = dialog.querySelector('form');
  form.token.value = '';
  setText(form.querySelector('.error'), wrong ? 'The service refuses that token' : '');
  dialog.returnValue = ''; // else it is that of the time before
  dialog.showModal();
  form.token.focus();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      const given = dialog.returnValue === 'given' && form.token.value !== '';
      if (given) sessionStorage.setItem(TOKEN, form.token.value);
      form.token.value = '';
      resolve(given);
    }, { once: true });
  });
}

/** Opens a dialog, without what was said in it before. */
export function openDialog(id) {
  setText($(id).querySelector('.error'), '');
  $(id).showModal();
}

/**
 * Has a dialog send the change that its form describes: `{ method, path, body, done }`. The dialog closes when the
 * change is made; why it is refused is said in it.
 */
export function onSubmit(id, describe) {
  const dialog = $(id);
  const form = dialog.querySelector('form');
  const error = form.querySelector('.error');
  const button = form.querySelector('[type=submit]');
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const { method, path, body, done } = describe(form);
    setText(error, '');
    button.disabled = true;
    const answer = await change(method, path, body, done, (text) => setText(error, text));
    button.disabled = false;
    if (answer) dialog.close();
  });
}

export function startChanges() {
  for (const button of document.querySelectorAll('dialog [data-close]')) {
    button.addEventListener('click', () => button.closest('dialog').close());
  }
  const token = $('token-dialog');
  token.querySelector('form').addEventListener('submit', (event) => {
    event.preventDefault();
    token.close('given');
  });
}
