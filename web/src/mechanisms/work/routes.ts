import type { RouteRecordRaw } from 'vue-router'

const duties = { room: 'duties', title: 'app.rooms.duties' }
const tasks = { room: 'tasks', title: 'tasks.title' }
const documents = { room: 'papers', title: 'documents.title' }
const collections = { room: 'lists', title: 'collections.title' }
const instructions = { room: 'inbox', title: 'instructions.title' }
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
  {
    path: '/collections',
    component: () => import('./collections/list.vue'),
    meta: collections,
  },
  { path: '/collections/new', component: () => import('./collections/new.vue'), meta: collections },
  { path: '/collections/:id', component: () => import('./collections/detail.vue'), meta: collections },
  {
    path: '/undelivered',
    component: () => import('./chasing/undelivered.vue'),
    meta: { room: 'lists', title: 'chasing.undelivered' },
  },
  {
    path: '/census',
    component: () => import('./census/page.vue'),
    meta: { room: 'lists', title: 'census.title' },
  },
  { path: '/instructions', component: () => import('./instructions/list.vue'), meta: instructions },
  { path: '/instructions/:id', component: () => import('./instructions/detail.vue'), meta: instructions },
  {
    path: '/calendar',
    component: () => import('./agenda/calendar.vue'),
    meta: { room: 'inbox', title: 'agenda.calendar' },
  },
  {
    path: '/leader',
    component: () => import('./agenda/leader.vue'),
    meta: { room: 'inbox', title: 'agenda.leader.name' },
  },
  {
    path: '/key-periods',
    component: () => import('./duties/keyPeriods.vue'),
    meta: { room: 'plan', title: 'times.keyPeriods' },
  },
  {
    path: '/events',
    component: () => import('./duties/events.vue'),
    meta: { room: 'plan', title: 'times.events' },
  },
  { path: '/matters', component: () => import('./matters/list.vue'), meta: matters },
  { path: '/matters/new', component: () => import('./matters/open.vue'), meta: matters },
  { path: '/matters/:id', component: () => import('./matters/card.vue'), meta: matters },
]
