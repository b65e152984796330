// Accounts and their roles, for the administrators.
import { api, take, type Schema } from '@/api/client'

export type Account = Schema<'AccountRow'>
export type Grant = Schema<'GrantRow'>
export type Role = Schema<'RoleName'>
export type OneTimePassword = Schema<'OneTimePassword'>
export type NewAccount = Schema<'AddAccount'>

export const accounts = (after: string | undefined, signal?: AbortSignal) =>
  take(api.GET('/accounts', { params: { query: { after, limit: 100 } }, signal }))
export const roles = async (signal?: AbortSignal) => (await take(api.GET('/roles', { signal }))).items
export const addAccount = (body: NewAccount) => take(api.POST('/accounts', { body }))
export const reset = (id: string) => take(api.POST('/accounts/{id}/reset', { params: { path: { id } } }))
export const changeState = (id: string, state: 'active' | 'disabled') =>
  take(api.POST('/accounts/{id}/state', { params: { path: { id } }, body: { state } }))
export const addGrant = (id: string, role: string, org?: string) =>
  take(api.POST('/accounts/{id}/roles', { params: { path: { id } }, body: { role, org } }))
export const endGrant = (id: string, grant: string) =>
  take(api.DELETE('/accounts/{id}/roles/{grant}', { params: { path: { id, grant } } }))
