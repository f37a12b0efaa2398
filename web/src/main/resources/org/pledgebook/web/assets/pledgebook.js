// Script only saves waits and warns: every page works without it.
const frontend = document.querySelector('script[data-frontend]').dataset.frontend;
document.body.classList.add('js-enabled');
if ('noModule' in HTMLScriptElement.prototype) document.body.classList.add('govuk-frontend-supported');
import(frontend).then(({ initAll }) => initAll());

// A filter is applied as soon as it is chosen; without script there is a button.
for (const form of document.querySelectorAll('form[data-apply]')) {
  form.addEventListener('change', () => form.requestSubmit());
}

// While a filter is chosen, how much it finds is said already.
for (const form of document.querySelectorAll('form[data-count]')) {
  form.addEventListener('change', async () => {
    const answer = await fetch(form.action + '?' + new URLSearchParams(new FormData(form)), { headers: { Accept: 'text/html' } });
    if (!answer.ok) return;
    const found = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('count');
    if (found) document.getElementById('count').textContent = found.textContent;
  });
}

// Printing is offered where the button can do it.
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}

// Before a session ends for want of use, say so.
const idle = document.querySelector('[data-idle]');
if (idle) {
  const total = Number(idle.dataset.idle) * 1000;
  const warning = Number(idle.dataset.idleWarning) * 1000;
  const button = idle.querySelector('[data-still-here]');
  let timer;
  const wait = () => {
    clearTimeout(timer);
    idle.hidden = true;
    timer = setTimeout(() => { idle.hidden = false; }, total - warning);
  };
  button.addEventListener('click', async () => {
    const answer = await fetch(button.dataset.stillHere, { headers: { Accept: 'application/json' } });
    if (answer.ok) wait(); else location.reload();
  });
  wait();
}
