import type { RouteRecordRaw } from 'vue-router'

const meta = { room: 'plan', title: 'plan.name' }
const packs = { room: 'plan', title: 'packs.title' }

export const planRoutes: RouteRecordRaw[] = [
  { path: '/plan', component: () => import('./home.vue'), meta },
  { path: '/plan/:pack', component: () => import('./page.vue'), meta: { ...meta, door: 'plan' } },
  { path: '/plan/:pack/text', component: () => import('./packs/text.vue'), meta },
  { path: '/packs', component: () => import('./packs/list.vue'), meta: packs },
  { path: '/packs/:pack/activate', component: () => import('./packs/activate.vue'), meta: packs },
  { path: '/packs/:pack', component: () => import('./packs/detail.vue'), meta: packs },
  // A clause by path, as older links have it; its id bears a dot, so the query is its lasting address.
  {
    path: '/plan/:pack/:clause',
    redirect: (to) => ({
      path: `/plan/${String(to.params.pack)}`,
      query: { clause: String(to.params.clause) },
    }),
  },
  {
    path: '/print/plan/:pack',
    component: () => import('./print.vue'),
    meta: { frame: 'bare', title: 'plan.name' },
  },
]
