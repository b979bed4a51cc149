# All of Kindred: `npm start` unless another command is given, such as `node scripts/worker.mjs`.
FROM node:22-slim AS built
WORKDIR /app
COPY --chown=node:node . .
RUN chown node:node /app
USER node
RUN npm ci --no-audit --no-fund && npm run build

FROM node:22-slim
ENV NODE_ENV=production KINDRED_HOME=/data
COPY --from=built --chown=node:node /app /app
RUN mkdir /data && chown node:node /data
WORKDIR /app
USER node
VOLUME /data
EXPOSE 3000
# The dashboard's first start takes a while; a worker by itself has no API to ask.
HEALTHCHECK --start-period=120s CMD ["node", "-e", "fetch('http://127.0.0.1:4000/health').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "scripts/start.mjs"]
