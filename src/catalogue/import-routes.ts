import { describeRoute } from 'hono-openapi'
import type { BlobStore } from '../platform/blobs/index.js'
import { contract, createRouter, reply, valid } from '../platform/http/contract.js'
import {
  CatalogueImportPage,
  CatalogueImportView,
  ImportParam,
  ListImportsQuery,
} from './import-schema.js'
import { listImports, showImport } from './imports.js'
import { requestImport } from './request-import.js'
import { CATALOGUE_EDITORS, IMPORT_READERS } from './roles.js'
import { readUpload } from './uploaded-edition.js'

const tag = 'Catalogue'

/** Only a JSON body can be described by its validator. */
const uploadBody = describeRoute({
  requestBody: {
    required: true,
    content: {
      'multipart/form-data': {
        schema: {
          type: 'object',
          required: ['files'],
          properties: {
            name: { type: 'string', description: 'What the report calls this edition' },
            files: { type: 'array', items: { type: 'string', format: 'binary' } },
          },
        },
      },
    },
  },
})

/** Editions of the public medicines database: sent, imported by a job, reported. */
export const importRoutes = (blobs: BlobStore) =>
  createRouter()
    .post(
      '/catalogue-imports',
      contract({
        operationId: 'requestCatalogueImport',
        summary: 'Send the files of the public medicines database for import',
        description: 'The files as published (CIS_bdpm.txt…), gzipped (.txt.gz) or not.',
        tag,
        roles: CATALOGUE_EDITORS,
        answers: { 202: { description: 'Kept; a job imports them', schema: CatalogueImportView } },
        problems: ['storage-unavailable'],
      }),
      uploadBody,
      async (c) => {
        const upload = await readUpload(await c.req.arrayBuffer(), c.req.header('content-type'))
        return reply(c, CatalogueImportView, await requestImport(c.var.ctx, blobs, upload), 202)
      },
    )
    .get(
      '/catalogue-imports',
      contract({
        operationId: 'listCatalogueImports',
        summary: 'Imports of the public medicines database, latest first',
        tag,
        roles: IMPORT_READERS,
        answers: { 200: { description: 'A page of imports', schema: CatalogueImportPage } },
      }),
      valid('query', ListImportsQuery),
      async (c) =>
        reply(c, CatalogueImportPage, await listImports(c.var.ctx, c.req.valid('query'))),
    )
    .get(
      '/catalogue-imports/:importId',
      contract({
        operationId: 'showCatalogueImport',
        summary: 'One import: what it added, changed and withdrew',
        tag,
        roles: IMPORT_READERS,
        answers: { 200: { description: 'The import', schema: CatalogueImportView } },
      }),
      valid('param', ImportParam),
      async (c) => {
        const { importId } = c.req.valid('param')
        return reply(c, CatalogueImportView, await showImport(c.var.ctx, importId))
      },
    )
