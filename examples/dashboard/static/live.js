'use strict';
// A page that follows: whenever the server announces another state, the page is fetched
// again and its content takes the place of the old one. Forms stay as they are.
(() => {
  const body = document.body;
  const connection = document.getElementById('connection');
  const spoken = document.getElementById('spoken');
  let shown = body.dataset.serial, announced = shown, busy = false, spokenAt = 0;

  function take(next) {
    const content = document.getElementById('content'), fresh = next.getElementById('content');
    const active = document.activeElement;
    const place = active && content.contains(active) ? [...content.querySelectorAll('a,button,input,select,summary,[tabindex]')].indexOf(active) : -1;
    const opened = new Set([...content.querySelectorAll('details[open]')].map(nameOf));
    const scrolled = [...content.querySelectorAll('.scroll')].map((e) => e.scrollLeft);
    const before = new Set([...content.querySelectorAll('tr,.tiles li')].map((e) => e.textContent));
    fresh.querySelectorAll('[data-keep][id]').forEach((e) => {
      const old = content.querySelector('#' + CSS.escape(e.id) + '[data-keep]');
      if (old) e.replaceWith(old);
    });
    fresh.querySelectorAll('details').forEach((e) => { if (opened.has(nameOf(e))) e.open = true; });
    content.replaceChildren(...fresh.childNodes);
    content.querySelectorAll('tr,.tiles li').forEach((e) => { if (!before.has(e.textContent)) e.classList.add('changed'); });
    content.querySelectorAll('.scroll').forEach((e, i) => { if (scrolled[i]) e.scrollLeft = scrolled[i]; });
    if (place >= 0) {
      const again = content.contains(active) ? active : content.querySelectorAll('a,button,input,select,summary,[tabindex]')[place];
      if (again) again.focus({preventScroll: true});
    }
    const status = document.getElementById('status');
    status.className = next.getElementById('status').className;
    status.textContent = next.getElementById('status').textContent;
    document.title = next.title;
    shown = body.dataset.serial = next.body.dataset.serial;
    if (Date.now() - spokenAt > 60000) { // those who hear the page are not told of every change
      spokenAt = Date.now();
      spoken.textContent = body.dataset.renewed;
      setTimeout(() => { spoken.textContent = ''; }, 5000);
    }
  }

  function nameOf(details) {
    const within = details.closest('[id]');
    return (within ? within.id : '') + '/' + details.querySelector('summary').textContent.replace(/\d+/g, '');
  }

  async function renew() {
    if (busy) return;
    busy = true;
    try {
      for (let tries = 0; announced !== shown && tries < 5; tries++) {
        const wanted = announced;
        const answer = await fetch(location.href.split('#')[0], {cache: 'no-cache', redirect: 'error'});
        const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
        if (!answer.ok || !next.getElementById('content')) throw new Error(String(answer.status));
        take(next);
        if (announced === wanted) break; // the page may be of a later state than the announced one
      }
      connection.hidden = true;
    } catch (e) {
      lost();
      setTimeout(renew, 2000);
    } finally {
      busy = false;
    }
  }

  function lost() {
    connection.textContent = body.dataset.lost;
    connection.hidden = false;
  }

  const source = new EventSource('/events');
  source.onopen = () => { connection.hidden = true; };
  source.onmessage = (e) => { announced = e.data; if (announced !== shown) renew(); };
  source.onerror = lost;
  document.addEventListener('click', (e) => {
    const menu = document.getElementById('counties');
    if (menu && menu.open && !menu.contains(e.target)) menu.open = false;
  });
})();
