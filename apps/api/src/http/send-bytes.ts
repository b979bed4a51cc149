import type { RequestHandler } from 'express';

const encoder = new TextEncoder();

/** Gives express an answer's text as bytes: what it turns texts into bytes by takes Node 20 seven times as long. */
export const sendBytes: RequestHandler = (_request, response, next) => {
  const send = response.send.bind(response);
  response.send = (body) => send(typeof body === 'string' ? toBytes(body) : body);
  next();
};

function toBytes(text: string): Buffer {
  const { buffer, byteOffset, byteLength } = encoder.encode(text);
  return Buffer.from(buffer, byteOffset, byteLength);
}
