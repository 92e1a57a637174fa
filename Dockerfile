# syntax=docker/dockerfile:1

# Debian, not Alpine: two of our libraries ship binaries for glibc.
FROM node:24-bookworm-slim AS build
WORKDIR /navette

# Dependencies first: they change less often than the code. `npm ci` generates Prisma's client, so it
# needs the schema.
COPY package.json package-lock.json .npmrc prisma.config.ts ./
COPY tools/empty tools/empty
COPY prisma prisma
RUN npm ci --no-audit --no-fund

COPY tsconfig.json tsconfig.build.json ./
COPY tools/*.mjs tools/
COPY bin bin
COPY src src
COPY jobs jobs
COPY templates templates
COPY web web
RUN npm run build && npm prune --omit=dev --ignore-scripts --no-audit --no-fund


FROM node:24-bookworm-slim
ENV NODE_ENV=production \
    PORT=3000 \
    NAVETTE_DATA=/var/lib/navette
WORKDIR /navette

COPY --from=build /navette/node_modules node_modules
COPY --from=build /navette/dist dist
COPY package.json ./
COPY bin bin
COPY prisma/migrations prisma/migrations

# Documents and, without DATABASE_URL, the embedded database.
RUN mkdir -p /var/lib/navette && chown node:node /var/lib/navette
VOLUME /var/lib/navette

USER node
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=3s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health/live').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]

# The program itself, not npm: signals must reach it.
ENTRYPOINT ["node", "dist/src/main.cli.js"]
CMD ["start"]
