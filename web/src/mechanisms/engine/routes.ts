import type { RouteRecordRaw } from 'vue-router'

const list = { room: 'lists', title: 'obligations.title' }

export const engineRoutes: RouteRecordRaw[] = [
  {
    path: '/inbox',
    component: () => import('./inbox/list.vue'),
    meta: { room: 'inbox', title: 'inbox.title' },
  },
  {
    path: '/tray',
    component: () => import('./trays/tray.vue'),
    meta: { room: 'inbox', title: 'trays.title' },
  },
  {
    path: '/print/inbox',
    component: () => import('./inbox/print.vue'),
    meta: { frame: 'bare', title: 'inbox.title' },
  },
  { path: '/obligations', component: () => import('./obligations/list.vue'), meta: list },
  { path: '/obligations/:id', component: () => import('./obligations/detail.vue'), meta: list },
  {
    path: '/print/obligations',
    component: () => import('./obligations/print.vue'),
    meta: { frame: 'bare', title: 'obligations.title' },
  },
  {
    path: '/records/new',
    component: () => import('./records/form.vue'),
    meta: { room: 'inbox', title: 'records.fill' },
  },
  {
    path: '/records/:id',
    component: () => import('./records/detail.vue'),
    meta: { room: 'lists', title: 'records.title' },
  },
  {
    path: '/draws',
    component: () => import('./draws/page.vue'),
    meta: { room: 'papers', title: 'draws.title' },
  },
]
