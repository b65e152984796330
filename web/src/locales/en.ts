// One object per mechanism, named after its file.
import { collect } from './collect'

export default collect(import.meta.glob('./en/*.json', { eager: true, import: 'default' }))
