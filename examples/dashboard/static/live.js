'use strict';
// A page that follows: whenever the server announces another state, the page is fetched
// again and its content takes the place of the old one. A form that somebody is filling in
// stays as it is.
(() => {
  const body = document.body;
  const connection = document.getElementById('connection');
  const spoken = document.getElementById('spoken');
  const address = location.href.split('#')[0];
  const focusable = 'a,button,input,select,summary,[tabindex]';
  let shown = body.dataset.serial, announced = shown, busy = false, spokenAt = 0, source, again;

  function take(next) {
    const content = document.getElementById('content'), fresh = next.getElementById('content');
    takeStatus(next);
    shown = body.dataset.serial = next.body.dataset.serial;
    if ('posted' in content.dataset) return; // says what is wrong with what was filled in
    const focused = placeOf(content);
    const opened = new Set([...content.querySelectorAll('details[open]')].map(nameOf));
    const scrolled = [...content.querySelectorAll('.scroll')].map((e) => e.scrollLeft);
    const before = new Set([...content.querySelectorAll('tr,.tiles li')].map((e) => e.textContent));
    fresh.querySelectorAll('form[data-keep]').forEach((e) => {
      const old = document.getElementById(e.id);
      if (old && content.contains(old) && inUse(old)) e.replaceWith(old);
    });
    fresh.querySelectorAll('details').forEach((e) => { if (opened.has(nameOf(e))) e.open = true; });
    content.replaceChildren(...fresh.childNodes);
    content.querySelectorAll('tr,.tiles li').forEach((e) => { if (!before.has(e.textContent)) e.classList.add('changed'); });
    content.querySelectorAll('.scroll').forEach((e, i) => { if (scrolled[i]) e.scrollLeft = scrolled[i]; });
    if (focused) focused(content);
    document.title = next.title;
    if (Date.now() - spokenAt > 60000) { // those who hear the page are not told of every change
      spokenAt = Date.now();
      spoken.textContent = body.dataset.renewed;
      setTimeout(() => { spoken.textContent = ''; }, 5000);
    }
  }

  function takeStatus(next) {
    const status = document.getElementById('status'), fresh = next.getElementById('status');
    status.className = fresh.className;
    status.textContent = fresh.textContent;
  }

  // inUse tells a form that somebody is filling in from one that is only there.
  function inUse(form) {
    return form.contains(document.activeElement) || [...form.elements].some((e) => {
      if (!e.options) return e.type !== 'hidden' && 'defaultValue' in e && e.value !== e.defaultValue;
      return e.selectedIndex !== Math.max(0, [...e.options].findIndex((o) => o.defaultSelected));
    });
  }

  // placeOf remembers what has the focus, and returns how to give it back: to the same
  // element, else to the one that is like it, else to the one in its place.
  function placeOf(content) {
    const active = document.activeElement;
    if (!active || active === content || !content.contains(active)) return null;
    const like = (e) => ['id', 'href', 'name'].every((name) => e.getAttribute(name) === active.getAttribute(name)) && e.tagName === active.tagName;
    const all = [...content.querySelectorAll(focusable)];
    const place = all.indexOf(active), among = all.filter(like).indexOf(active);
    return (renewed) => {
      const now = [...renewed.querySelectorAll(focusable)];
      const to = renewed.contains(active) ? active : now.filter(like)[among] || now[place];
      if (to) to.focus({preventScroll: true});
    };
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
        const answer = await fetch(address, {cache: 'no-cache', redirect: 'manual'});
        if (answer.type === 'opaqueredirect') { // to where the token is asked for
          tell(body.dataset.expired);
          return;
        }
        const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
        if (!next.getElementById('content')) throw new Error(String(answer.status));
        if (answer.status >= 500) { // what was looked up before is better than nothing
          takeStatus(next);
          setTimeout(renew, 2000);
          return;
        }
        take(next);
        if (announced === wanted) break; // the page may be of a later state than the announced one
      }
      connection.hidden = true;
    } catch (e) {
      tell(body.dataset.lost);
      setTimeout(renew, 2000);
    } finally {
      busy = false;
    }
  }

  function tell(text) {
    connection.textContent = text;
    connection.hidden = false;
  }

  function follow() {
    clearTimeout(again);
    source = new EventSource('/events');
    source.onopen = () => { connection.hidden = true; };
    source.onmessage = (e) => { announced = e.data; if (announced !== shown) renew(); };
    source.onerror = () => {
      tell(body.dataset.lost);
      if (source.readyState === EventSource.CLOSED) again = setTimeout(follow, 10000); // the server has refused
    };
  }

  // A page that nobody sees does not follow: a browser has few connections to a server.
  function seen() {
    clearTimeout(again);
    if (source) source.close();
    if (!document.hidden) follow();
  }

  seen();
  document.addEventListener('visibilitychange', seen);
  const told = new URL(location.href);
  if (told.searchParams.has('saved')) { // is true of this visit, and not of a link to the page
    told.searchParams.delete('saved');
    history.replaceState(null, '', told);
  }
  document.addEventListener('click', (e) => {
    const menu = document.getElementById('counties');
    if (menu && menu.open && !menu.contains(e.target)) menu.open = false;
  });
})();
