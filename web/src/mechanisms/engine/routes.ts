import type { RouteRecordRaw } from 'vue-router'

export const engineRoutes: RouteRecordRaw[] = [
  {
    path: '/inbox',
    component: () => import('./inbox/list.vue'),
    meta: { room: 'inbox', title: 'inbox.title' },
  },
]
