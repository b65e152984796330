import type { RouteRecordRaw } from 'vue-router'

export const engineRoutes: RouteRecordRaw[] = []
