// Addresses. Every record, tab and filter has one; it survives reload, sign-in and sending to a colleague.
import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { registryRoutes } from '@/mechanisms/registry/routes'
import { engineRoutes } from '@/mechanisms/engine/routes'
import { workRoutes } from '@/mechanisms/work/routes'
import { planRoutes } from '@/plan/routes'
import { guard } from './guard'

declare module 'vue-router' {
  interface RouteMeta {
    /** `bare` pages stand without header and rail: sign-in and print. */
    frame?: 'bare'
    /** Reachable without a session. */
    open?: boolean
    /** Room of the rail that is lit. */
    room?: string
    /** Page of the room that stands for this one in the row of pages. */
    door?: string
    /** Catalogue key of the document title. */
    title?: string
  }
}

const routes: RouteRecordRaw[] = [
  { path: '/', redirect: '/inbox' },
  {
    path: '/sign-in',
    name: 'sign-in',
    component: () => import('./SignIn.vue'),
    meta: { frame: 'bare', open: true, title: 'app.signIn.title' },
  },
  {
    path: '/password',
    name: 'password',
    component: () => import('./Password.vue'),
    meta: { frame: 'bare', title: 'app.password.title' },
  },
  ...planRoutes,
  ...engineRoutes,
  ...workRoutes,
  ...registryRoutes,
  {
    path: '/admin',
    component: () => import('./Admin.vue'),
    meta: { room: 'admin', title: 'app.rooms.admin' },
  },
  {
    path: '/admin/clock',
    component: () => import('./Clock.vue'),
    meta: { room: 'admin', title: 'app.clock.title' },
  },
  {
    path: '/messages',
    component: () => import('./Messages.vue'),
    meta: { room: 'inbox', title: 'messages.title' },
  },
  {
    path: '/jobs',
    component: () => import('./Jobs.vue'),
    meta: { room: 'admin', title: 'jobs.title' },
  },
  {
    path: '/search',
    component: () => import('./Search.vue'),
    meta: { title: 'app.search.title' },
  },
  { path: '/:rest(.*)*', component: () => import('./NotFound.vue'), meta: { title: 'app.notFound.title' } },
]

export const router = createRouter({ history: createWebHistory(), routes })

guard(router)
