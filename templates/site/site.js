// Search in the page. The index is a script of its own, fetched when somebody first types: it works
// from file:// too. What is shown is set as text, never as HTML.
(() => {
  const root = document.currentScript.dataset.root;
  const form = document.querySelector('form[role=search]');
  const found = document.querySelector('.found');
  const input = form.querySelector('input');
  const most = 50;
  let loading;

  const fold = (text) => text.normalize('NFKC').toLowerCase();
  const element = (name, text) => {
    const out = document.createElement(name);
    if (text !== undefined) out.textContent = text;
    return out;
  };
  const load = () => {
    loading ??= new Promise((done, failed) => {
      const script = element('script');
      script.src = root + 'search.js';
      script.onload = () => done(window.guanlanIndex.map((one) => ({ ...one, folded: fold(one.t + '\n' + one.b) })));
      script.onerror = failed;
      document.head.append(script);
    });
    return loading;
  };
  const marked = (text, words) => {
    const out = element('span');
    const folded = fold(text);
    let at = 0;
    while (folded.length === text.length && at < text.length) {
      let next = -1, size = 0;
      for (const word of words) {
        const place = folded.indexOf(word, at);
        if (place >= 0 && (next < 0 || place < next)) { next = place; size = word.length; }
      }
      if (next < 0) break;
      out.append(text.slice(at, next), element('mark', text.slice(next, next + size)));
      at = next + size;
    }
    out.append(text.slice(at));
    return out;
  };
  const around = (text, words) => {
    const folded = fold(text);
    const first = Math.min(...words.map((word) => folded.indexOf(word)).filter((at) => at >= 0));
    const begin = Number.isFinite(first) ? Math.max(0, first - 20) : 0;
    return (begin > 0 ? '…' : '') + text.slice(begin, begin + 90);
  };
  const row = (one, words) => {
    const item = element('li');
    const link = element('a');
    link.href = root + one.u;
    link.append(marked(one.t, words));
    const snippet = element('p');
    snippet.append(marked(around(one.b, words), words));
    item.append(link, element('time', one.d), snippet);
    return item;
  };
  const show = async () => {
    const words = fold(input.value).split(/\s+/).filter(Boolean);
    found.hidden = words.length === 0;
    if (words.length === 0) return;
    try {
      const index = await load();
      const hits = index.filter((one) => words.every((word) => one.folded.includes(word)));
      const list = element('ul');
      list.className = 'list';
      list.append(...hits.slice(0, most).map((one) => row(one, words)));
      const count = hits.length > most ? `找到 ${hits.length} 条，显示前 ${most} 条` : `找到 ${hits.length} 条`;
      found.replaceChildren(element('p', count), list);
    } catch {
      found.replaceChildren(element('p', '搜索索引没有载入'));
    }
  };
  form.hidden = false;
  form.addEventListener('submit', (event) => { event.preventDefault(); show(); });
  let pause;
  input.addEventListener('input', () => { clearTimeout(pause); pause = setTimeout(show, 120); });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') { input.value = ''; show(); }
  });
})();
