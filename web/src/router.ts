import { createRouter, createWebHistory } from 'vue-router'
import { onExpired } from '@/api/client'
import { enter, forget } from '@/lib/session'
import StreamPage from '@/pages/StreamPage.vue'

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', name: 'stream', component: StreamPage },
    { path: '/items/:id(\\d+)', name: 'item', component: () => import('@/pages/ItemPage.vue') },
    { path: '/laws', name: 'laws', component: () => import('@/pages/LawsPage.vue') },
    { path: '/laws/:id', name: 'law', component: () => import('@/pages/LawPage.vue') },
    { path: '/subjects/:type(authority|org|app|instrument|campaign|case)?', name: 'subjects', component: () => import('@/pages/SubjectsPage.vue') },
    { path: '/subjects/:type(authority|org|app|instrument|campaign|case)/:name', name: 'subject', component: () => import('@/pages/SubjectPage.vue') },
    { path: '/deadlines', name: 'deadlines', component: () => import('@/pages/DeadlinesPage.vue') },
    { path: '/map', name: 'map', component: () => import('@/pages/MapPage.vue') },
    { path: '/stats', name: 'stats', component: () => import('@/pages/StatsPage.vue') },
    { path: '/desk', name: 'desk', component: () => import('@/pages/DeskPage.vue') },
    { path: '/desk/:issue', name: 'issue', component: () => import('@/pages/IssuePage.vue') },
    { path: '/import', name: 'import', component: () => import('@/pages/ImportPage.vue') },
    { path: '/admin/:tab?', name: 'admin', component: () => import('@/pages/AdminPage.vue') },
    { path: '/login', name: 'login', component: () => import('@/pages/LoginPage.vue') },
    { path: '/:rest(.*)*', name: 'missing', component: () => import('@/pages/MissingPage.vue') },
  ],
  scrollBehavior: (to, from, saved) => saved ?? (to.name === from.name ? false : { top: 0 }),
})

router.beforeEach(async (to) => {
  if (to.name === 'login') return true
  const inside = await enter().catch(() => true) // an unreachable server is told by the page itself
  return inside || { name: 'login', query: { next: to.fullPath } }
})

onExpired(() => {
  forget()
  const here = router.currentRoute.value
  if (here.name !== 'login') void router.replace({ name: 'login', query: { next: here.fullPath, expired: '1' } })
})
