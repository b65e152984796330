import type { RouteRecordRaw } from 'vue-router'

const meta = { room: 'plan', title: 'plan.name' }

export const planRoutes: RouteRecordRaw[] = [
  { path: '/plan', component: () => import('./home.vue'), meta },
  { path: '/plan/:pack', component: () => import('./page.vue'), meta },
  {
    path: '/print/plan/:pack',
    component: () => import('./print.vue'),
    meta: { frame: 'bare', title: 'plan.name' },
  },
]
