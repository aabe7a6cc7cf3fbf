// Before the first paint: the theme that the reader chose, else the system's.
(() => {
  let chosen = null
  try { chosen = localStorage.getItem('guanlan.theme') } catch { /* storage may be closed */ }
  const dark = chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
  document.documentElement.classList.toggle('dark', dark)
})()
