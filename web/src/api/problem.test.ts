import { describe, expect, it } from 'vitest'
import { ApiProblem, asProblem, readProblem } from './problem'

const answer = (status: number, headers: Record<string, string> = {}) =>
  new Response(null, { status, headers })

describe('a problem', () => {
  it('says what happened, what was kept, what to do, and the number to quote', () => {
    const problem = readProblem(answer(409), {
      type: '/problems/records.other_version.conflict',
      title: '没有提交成功：表单换了版本',
      kept: '填写内容已存为草稿',
      act: '按新版本改好再交',
      request_id: '8F2K-77',
    })
    expect(problem).toMatchObject({
      code: 'records.other_version.conflict',
      what: '没有提交成功：表单换了版本',
      kept: '填写内容已存为草稿',
      act: '按新版本改好再交',
      reference: '8F2K-77',
    })
  })

  it('carries the errors of fields with their texts', () => {
    const problem = readProblem(answer(422), {
      type: '/problems/records.faults',
      errors: [{ field: 'day', code: 'records.not_a_day', message: '不是日期' }],
    })
    expect(problem.fields).toEqual([{ field: 'day', message: '不是日期' }])
  })

  it('has words of its own when the answer has none', () => {
    expect(readProblem(answer(403), undefined).what).toBe('本人没有办这件事的权限')
    expect(readProblem(answer(502), undefined).what).toBe('服务器出错，没有办成')
    expect(readProblem(answer(418), undefined).what).toBe('没有办成')
    expect(readProblem(answer(500, { 'x-request-id': 'R1' }), undefined).reference).toBe('R1')
  })

  it('is shown for a mistake of the page as well', () => {
    expect(asProblem(new Error('x')).what).toBe('这一页出错了')
    const own = readProblem(answer(404), undefined)
    expect(asProblem(new ApiProblem(own))).toBe(own)
  })
})
