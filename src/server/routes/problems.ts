import { type RequestHandler, Router } from 'express'
import { type ProblemCode, ProblemError, problemCodes } from '../../api/problem.ts'
import { escapeHtml, sendPage } from '../html.ts'

const isCode = (text: string): text is ProblemCode => Object.hasOwn(problemCodes, text)

const explained = (code: ProblemCode) => ({ type: `/problems/${code}`, code, ...problemCodes[code] })

const list: RequestHandler = (_req, res) => {
  const codes = Object.keys(problemCodes).filter(isCode)
  res.format({
    json: () => void res.json(codes.map(explained)),
    html: () =>
      sendPage({
        res,
        title: 'Problems · OCOP Press',
        language: 'en',
        body: `<main><h1>Problems</h1><div class="rule"></div>
<p class="lead">Every error of the API has one of these codes: as <code>code</code> in REST, as <code>extensions.code</code> in GraphQL.</p>
<ul class="cards">${codes.map((code) => `<li><a href="/problems/${code}"><h2>${code}</h2><p>${escapeHtml(problemCodes[code].title)}</p></a></li>`).join('')}</ul></main>`,
      }),
  })
}

const one: RequestHandler<{ code: string }> = (req, res) => {
  const code = req.params.code.toUpperCase().replaceAll('-', '_')
  if (!isCode(code)) throw new ProblemError({ code: 'NOT_FOUND', detail: 'There is no problem of that name.', extensions: { allowed: Object.keys(problemCodes) } })
  const { title, status, meaning, remedy } = problemCodes[code]
  res.format({
    json: () => void res.json(explained(code)),
    html: () =>
      sendPage({
        res,
        title: `${code} · OCOP Press`,
        language: 'en',
        body: `<main><h1>${escapeHtml(title)}</h1><div class="rule"></div>
<dl><dt>Code</dt><dd><code>${code}</code></dd><dt>Usual status</dt><dd>${status}</dd><dt>Meaning</dt><dd>${escapeHtml(meaning)}</dd><dt>What to do</dt><dd>${escapeHtml(remedy)}</dd></dl>
<p><a href="/problems">All problems</a></p></main>`,
      }),
  })
}

/** `/problems/<code>`: where the `type` of a problem leads, for people and for programs. */
export const problems = (): Router => {
  const router = Router()
  router.get('/problems', list)
  router.get('/problems/:code', one)
  return router
}
