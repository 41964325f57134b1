import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, openSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { createServer, type AddressInfo } from 'node:net'
import { availableParallelism } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'

/** The core that serves, and the one that asks. */
export const cores = { server: 0, load: 1 } as const

const hasTaskset = ((): boolean => {
  try {
    execFileSync('taskset', ['-c', String(cores.load), 'true'], { stdio: 'ignore' })
    return availableParallelism() > 1
  } catch {
    return false
  }
})()

/** Whether processes are held to their cores. Without that, a server may also use the core of the load. */
export const arePinned = hasTaskset

const running = new Set<ChildProcess>()
process.on('exit', () => { for (const child of running) child.kill('SIGKILL') })

export interface Child {
  process: ChildProcess
  pid: number
  /** Ends it, gently at first. */
  stop: () => Promise<void>
}

export interface Command { command: string; args: readonly string[]; /** Left out: any. */ core?: keyof typeof cores; env?: Record<string, string>; logFile?: string; ipc?: boolean }

/** Starts a process held to one core. It ends with this one. */
export const startChild = ({ command, args, core, env = {}, logFile, ipc = false }: Command): Child => {
  const out = logFile ? openSync(logFile, 'a') : 'ignore'
  const [file, given] = hasTaskset && core ? ['taskset', ['-c', String(cores[core]), command, ...args]] : [command, [...args]]
  const child = spawn(file, given, {
    stdio: ['ignore', out, out, ...(ipc ? ['ipc' as const] : [])],
    env: { PATH: process.env.PATH, HOME: process.env.HOME, TZ: 'UTC', NODE_OPTIONS: '', NODE_ENV: 'production', ...env },
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  return {
    process: child,
    pid: child.pid as number,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), 15_000)
      await ended
      clearTimeout(timer)
    },
  }
}

/** Node with the project's conditions and TypeScript. */
export const nodeArgs = (file: string, ...args: string[]): string[] => ['-C', 'production', '--import', 'tsx', file, ...args]

export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

const statusOf = (port: number, path: string): Promise<number> => new Promise((done) => {
  const asked = request({ port, host: '127.0.0.1', path, agent: false }, (response) => {
    response.resume()
    done(response.statusCode ?? 0)
  })
  asked.on('error', () => done(0)).setTimeout(2000, () => asked.destroy()).end()
})

/** Waits until an address answers 200; gives the milliseconds from the call. @throws Error with the end of the log when the process ends first. */
export const untilReady = async ({ child, port, path, logFile, limitMs = 180_000 }: { child: Child; port: number; path: string; logFile: string; limitMs?: number }): Promise<number> => {
  const start = performance.now()
  for (;;) {
    if (await statusOf(port, path) === 200) return performance.now() - start
    const ended = child.process.exitCode !== null || child.process.signalCode !== null
    if (ended || performance.now() - start > limitMs) throw new Error(`${path} was not answered (${ended ? 'the process ended' : 'too late'}):\n${readFileSync(logFile, 'utf8').slice(-3000)}`)
    await sleep(20)
  }
}

const TICK_MS = 10

/** Processor time of a process so far, in milliseconds; NaN where the system does not tell. */
export const cpuMs = (pid: number): number => {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return NaN
  const text = readFileSync(file, 'utf8')
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS
}

/** Memory of a process in bytes now and at its peak; NaN where the system does not tell. */
export const memoryOf = (pid: number): { now: number; peak: number } => {
  const file = `/proc/${pid}/status`
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const of = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(text)?.[1] ?? NaN) * 1024
  return { now: of('VmRSS'), peak: of('VmHWM') }
}

/** Waits until a process has had little to do for two seconds: what it does after its start is not what is measured. */
export const untilIdle = async ({ pid, limitMs = 60_000 }: { pid: number; limitMs?: number }): Promise<number> => {
  const start = performance.now()
  for (let quiet = 0; quiet < 4 && performance.now() - start < limitMs;) {
    const before = cpuMs(pid)
    await sleep(500)
    quiet = cpuMs(pid) - before <= 30 ? quiet + 1 : 0
  }
  return performance.now() - start
}
