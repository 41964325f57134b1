import { expect, it } from '@jest/globals'
import { onlyOn } from '../../support/database.ts'
import { startServer } from '../../support/server.ts'
import { login, staff } from '../../support/staff.ts'
import { administrator } from '../../support/server.ts'

onlyOn('mongodb')('two processes on one replica set', () => {
  it('that save the same document at once all succeed, by trying again', async () => {
    const one = await startServer({ env: { ROLE: 'admin' } })
    const two = await startServer({ env: { ROLE: 'admin' }, on: one })
    const [first, second] = [await staff(one).as('administrator'), await login({ server: two, ...administrator })]
    const { body } = await first.post('/topics', { name: 'Chợ phiên' })
    const saves = Array.from({ length: 20 }, (_, at) => (at % 2 ? first : second).patch(`/topics/${body.doc.id}`, { description: `Lần ${at}` }))
    expect((await Promise.all(saves)).map(({ status }) => status)).toEqual(saves.map(() => 200))
    const replays = await Promise.all([one, two].map(async (server) => Number(/write_conflict_replays_total (\d+)/.exec(await (await server.fetch('/metrics')).text())?.[1])))
    expect(replays.reduce((sum, count) => sum + count)).toBeGreaterThan(0)
    await two.stop({ keep: true })
    await one.stop()
  })
})
