import type { RouteRecordRaw } from 'vue-router'

const duties = { room: 'duties', title: 'app.rooms.duties' }
const tasks = { room: 'tasks', title: 'tasks.title' }
const documents = { room: 'papers', title: 'documents.title' }
const matters = { room: 'matters', title: 'matters.title' }

export const workRoutes: RouteRecordRaw[] = [
  { path: '/duties', component: () => import('./duties/matrix.vue'), meta: duties },
  {
    path: '/papers',
    component: () => import('./duties/papers.vue'),
    meta: { room: 'papers', title: 'app.rooms.papers' },
  },
  {
    path: '/circulars',
    component: () => import('./duties/circular.vue'),
    meta: { frame: 'bare', title: 'circular.name' },
  },
  { path: '/documents', component: () => import('./tasks/issue/list.vue'), meta: documents },
  { path: '/documents/new', component: () => import('./tasks/issue/new.vue'), meta: documents },
  { path: '/documents/:id', component: () => import('./tasks/issue/detail.vue'), meta: documents },
  { path: '/tasks', component: () => import('./tasks/wall.vue'), meta: tasks },
  { path: '/tasks/mine', component: () => import('./tasks/mine.vue'), meta: tasks },
  { path: '/tasks/:id', component: () => import('./tasks/detail.vue'), meta: tasks },
  {
    path: '/owing',
    component: () => import('./chasing/owing.vue'),
    meta: { room: 'lists', title: 'chasing.title' },
  },
  { path: '/matters', component: () => import('./matters/list.vue'), meta: matters },
  { path: '/matters/new', component: () => import('./matters/open.vue'), meta: matters },
  { path: '/matters/:id', component: () => import('./matters/card.vue'), meta: matters },
]
