import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const token = process.env.JC_TOKEN_SCRIPT ?? fileURLToPath(new URL('../../../infra/local/token', import.meta.url))
const gateway = `http://localhost:${8080 + Number(process.env.JC_PORT_BASE ?? 0)}`

interface Known { bearer: string; until: number; me: unknown }
const sessions = new Map<string, Known>()

function session(user: string): Known {
  const known = sessions.get(user)
  if (known && known.until > Date.now()) return known
  const bearer = execFileSync(token, [user], { encoding: 'utf8' }).trim()
  const claims = JSON.parse(Buffer.from(bearer.split('.')[1] ?? '', 'base64url').toString('utf8'))
  const fresh = {
    bearer,
    until: Date.now() + 50_000,
    me: { username: claims.preferred_username, name: claims.name, dept: claims.dept, roles: claims.roles },
  }
  sessions.set(user, fresh)
  return fresh
}

/**
 * `npm run dev` against a running system, without the gateway's log-in: whoever `JC_USER` names (or the cookie
 * `dev-user`) is logged in. Not part of what is built.
 */
export function devSession(): Plugin {
  return {
    name: 'dev-session',
    apply: 'serve',
    config: (_, env) =>
      env.mode === 'test'
        ? {}
        : {
            server: {
              host: '127.0.0.1',
              proxy: {
                '^/(api/|status|api-docs|webjars/)': {
                  target: gateway,
                  configure: (proxy) => {
                    proxy.on('proxyReq', (outgoing, incoming) => {
                      const user = who(incoming.headers.cookie)
                      outgoing.removeHeader('cookie')
                      if (user) outgoing.setHeader('Authorization', `Bearer ${session(user).bearer}`)
                    })
                  },
                },
              },
            },
          },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = request.url?.split('?')[0]
        const user = who(request.headers.cookie)
        if (path === '/me') {
          response.setHeader('Content-Type', 'application/json; charset=utf-8')
          response.statusCode = user ? 200 : 401
          response.end(JSON.stringify(user ? session(user).me : {}))
        } else if (path === '/logout') {
          response.setHeader('Location', '/')
          response.setHeader('Set-Cookie', 'dev-user=nobody; Path=/')
          response.end()
        } else if (path === '/login') {
          const to = new URL(request.url ?? '', 'http://dev').searchParams.get('to') ?? '/'
          response.statusCode = 302
          response.setHeader('Location', to)
          response.setHeader('Set-Cookie', `dev-user=${process.env.JC_USER ?? 'market-reporter'}; Path=/`)
          response.end()
        } else {
          next()
        }
      })
    },
  }
}

function who(cookies: string | undefined): string | undefined {
  const said = /(?:^|; )dev-user=([a-z0-9-]+)/.exec(cookies ?? '')?.[1] ?? process.env.JC_USER ?? 'market-reporter'
  return said === 'nobody' ? undefined : said
}
