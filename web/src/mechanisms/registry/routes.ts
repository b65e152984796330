import type { RouteRecordRaw } from 'vue-router'

const admin = (title: string) => ({ room: 'admin', title })

export const registryRoutes: RouteRecordRaw[] = [
  {
    path: '/sites',
    component: () => import('./site/list.vue'),
    meta: { room: 'sites', title: 'registry.sites' },
  },
  {
    path: '/sites/:id',
    component: () => import('./site/detail.vue'),
    meta: { room: 'sites', title: 'registry.sites' },
  },
  { path: '/orgs', component: () => import('./org/list.vue'), meta: admin('registry.orgs') },
  { path: '/orgs/:id', component: () => import('./org/detail.vue'), meta: admin('registry.orgs') },
  { path: '/persons', component: () => import('./person/list.vue'), meta: admin('registry.persons') },
  { path: '/persons/:id', component: () => import('./person/detail.vue'), meta: admin('registry.persons') },
  { path: '/areas', component: () => import('./area/page.vue'), meta: admin('registry.areas') },
  { path: '/accounts', component: () => import('./identity/list.vue'), meta: admin('accounts.title') },
  { path: '/admin/imports', component: () => import('./imports/page.vue'), meta: admin('imports.title') },
]
