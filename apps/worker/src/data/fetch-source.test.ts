import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { zipSync } from 'fflate';
import { create } from 'tar';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { list } from './command.ts';
import { fetchFile } from './fetch-file.ts';
import { fetchSource } from './fetch-source.ts';
import { type RemoteFile, type Source, sources } from './sources.ts';

const content = Buffer.from(Array.from({ length: 300_000 }, (_, i) => (i * 7) % 251));
const md5 = (bytes: Uint8Array) => createHash('md5').update(bytes).digest('hex');

let folder: string;
let server: Server;
let address: string;
/** What the server does next, and the ranges that it was asked for. */
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let ranges: (string | undefined)[];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kindred-fetch-'));
  ranges = [];
  answer = send(content);
  server = createServer((request, response) => {
    ranges.push(request.headers.range);
    answer(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

/** Answers as a server of files does, from the byte that is asked for. */
function send(bytes: Uint8Array): typeof answer {
  return ({ headers: { range } }, response) => {
    const from = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0);
    response.writeHead(range ? 206 : 200, { 'content-length': bytes.length - from });
    response.end(bytes.subarray(from));
  };
}

/** Promises all of it, and goes after the first part. */
const breakOff: typeof answer = (_, response) => {
  response.writeHead(200, { 'content-length': content.length });
  response.write(content.subarray(0, 100_000), () => setTimeout(() => response.destroy(), 50));
};

const target = () => path.join(folder, 'file.bin');
const fetchIt = (file: Partial<RemoteFile> = {}, patience?: number) =>
  fetchFile({ url: `${address}/file.bin`, md5: md5(content), ...file }, target(), () => {}, patience);

describe('a file', () => {
  it('is fetched whole, and told as it comes', async () => {
    const told: [number, number | undefined][] = [];
    const remote = { url: `${address}/file.bin`, md5: md5(content) };
    await fetchFile(remote, target(), (done, total) => told.push([done, total]));
    expect(content.equals(await readFile(target()))).toBe(true);
    expect(told.at(-1)).toEqual([content.length, content.length]);
    expect(await readdir(folder)).toEqual(['file.bin']);
    await fetchIt();
    expect(ranges).toHaveLength(1);
  });

  it('that broke off goes on from there', async () => {
    answer = breakOff;
    await expect(fetchIt()).rejects.toThrow(/^http:.*file\.bin: .+\.$/);
    expect(await readdir(folder)).toEqual(['file.bin.part']);
    answer = send(content);
    await fetchIt();
    expect(ranges).toEqual([undefined, 'bytes=100000-']);
    expect(content.equals(await readFile(target()))).toBe(true);
  });

  it('begins anew where the server knows no ranges', async () => {
    await writeFile(`${target()}.part`, 'something');
    answer = (_, response) => response.end(content);
    await fetchIt();
    expect(content.equals(await readFile(target()))).toBe(true);
  });

  it('whose part is longer than the file is thrown away, and can be fetched then', async () => {
    await writeFile(`${target()}.part`, Buffer.concat([content, content]));
    answer = (_, response) => response.writeHead(416).end();
    await expect(fetchIt()).rejects.toThrow('what came was thrown away');
    answer = send(content);
    await fetchIt();
  });

  it('of another checksum is thrown away, whether it came now or lay there', async () => {
    const wrong = `has the MD5 ${md5(content)}, and ${'0'.repeat(32)} was wanted: what came was thrown away.`;
    await expect(fetchIt({ md5: '0'.repeat(32) })).rejects.toThrow(wrong);
    await writeFile(target(), content);
    await expect(fetchIt({ md5: '0'.repeat(32) })).rejects.toThrow(wrong);
    expect(await readdir(folder)).toEqual([]);
  });

  it('that isn’t there, and a server that isn’t, are told', async () => {
    answer = (_, response) => response.writeHead(404).end('nothing');
    await expect(fetchIt()).rejects.toThrow(`${address}/file.bin: the server answered 404 Not Found.`);
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
    await expect(fetchIt()).rejects.toThrow(/file\.bin: connect ECONNREFUSED/);
    expect(await readdir(folder)).toEqual([]);
  });

  it('that stops coming is given up, and kept so far; one that comes slowly isn’t', async () => {
    answer = (_, response) => {
      response.writeHead(200, { 'content-length': content.length });
      response.write(content.subarray(0, 50_000));
    };
    await expect(fetchIt({}, 300)).rejects.toThrow('nothing came for 0.3 s');
    expect(await readFile(`${target()}.part`)).toHaveLength(50_000);
    answer = (_, response) => {
      response.writeHead(206, { 'content-length': 250_000 });
      for (let part = 1; part < 6; part++)
        setTimeout(() => response.write(content.subarray(part * 50_000, (part + 1) * 50_000)), part * 150);
    };
    await fetchIt({}, 300);
    expect(content.equals(await readFile(target()))).toBe(true);
  });
});

describe('data', () => {
  const sourceOf = (name: string, bytes: Uint8Array, members: string[]): Source => ({
    ...{ name: 'things', description: 'things', size: '1 MB', folder: 'things' },
    files: [{ url: `${address}/${name}`, md5: md5(bytes), members }],
  });
  const there = async (...place: string[]) => (await readdir(path.join(folder, ...place))).sort();
  const silent = () => {};

  async function tarOf(files: Record<string, string>): Promise<Buffer> {
    const place = path.join(folder, 'packing');
    for (const [name, text] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(place, name)), { recursive: true });
      await writeFile(path.join(place, name), text);
    }
    const file = path.join(folder, 'packed.tar.gz');
    await create({ gzip: true, file, cwd: place }, Object.keys(files));
    const bytes = await readFile(file);
    await rm(place, { recursive: true });
    await rm(file);
    return bytes;
  }

  it('in a .tar.gz is unpacked into its folder, those members alone, and the archive goes', async () => {
    const packed = await tarOf({ 'bin/a.bin': 'A', 'bin/b.bin': 'B', 'bin/readme.html': '-', 'c.bin': 'C' });
    answer = send(packed);
    await fetchSource(sourceOf('things.tar.gz', packed, ['bin/a.bin', 'bin/b.bin']), folder, silent);
    expect(await there('things')).toEqual(['a.bin', 'b.bin']);
    expect(await readFile(path.join(folder, 'things/b.bin'), 'utf8')).toBe('B');
    expect(await there('.downloads')).toEqual([]);
  });

  it('in a .zip is too', async () => {
    const text = (letters: string) => Buffer.from(letters);
    const packed = zipSync({ 'gzip/a.gz': text('A'), 'gzip/other.gz': text('O') });
    answer = send(packed);
    await fetchSource(sourceOf('gzip.zip', packed, ['gzip/a.gz']), folder, silent);
    expect(await there('things')).toEqual(['a.gz']);
  });

  it('in an archive that was put there by hand needs no server', async () => {
    const packed = await tarOf({ 'bin/a.bin': 'A' });
    await mkdir(path.join(folder, '.downloads'));
    await writeFile(path.join(folder, '.downloads/things.tar.gz'), packed);
    await fetchSource(sourceOf('things.tar.gz', packed, ['bin/a.bin']), folder, silent);
    expect([await there('things'), ranges]).toEqual([['a.bin'], []]);
  });

  it('whose archive lacks a member, or is none, leaves its folder alone', async () => {
    const packed = await tarOf({ 'bin/a.bin': 'A' });
    for (const bytes of [packed, Buffer.from('no archive')]) {
      answer = send(bytes);
      const source = sourceOf('things.tar.gz', bytes, ['bin/a.bin', 'bin/b.bin']);
      await expect(fetchSource(source, folder, silent)).rejects.toThrow(
        /things\.tar\.gz can't be unpacked: /,
      );
      await rm(path.join(folder, '.downloads/things.tar.gz'));
    }
    expect(await there()).toEqual(['.downloads']);
  });

  it('that can’t be fetched says what to put where', async () => {
    answer = (_, response) => response.writeHead(403).end();
    const [source] = [sourceOf('things.tar.gz', content, ['bin/a.bin', 'bin/b.bin'])];
    const failure = fetchSource(source, folder, silent);
    await expect(failure).rejects.toThrow(`${address}/things.tar.gz (MD5 ${md5(content)})`);
    await expect(failure).rejects.toThrow(
      `put it into ${path.join(folder, '.downloads')} and give the command`,
    );
    await expect(failure).rejects.toThrow(`into ${path.join(folder, 'things')}:\n  a.bin, b.bin`);
  });

  it('that is here is listed apart from what can be fetched', async () => {
    const told = await list(folder);
    expect(told).toMatch(/^Here, with .*:\n {2}mnist +Handwritten digits/);
    expect(told).toMatch(/To be fetched .*:\n(.*\n)* {2}cifar10 +162 MB +animals/);
  });

  it('to be fetched has checksums of 32 digits, and names that its folder is read by', () => {
    for (const { files } of sources) {
      for (const { md5, members = [] } of files) {
        expect(md5).toMatch(/^[0-9a-f]{32}$/);
        for (const member of members) expect(member).toMatch(/^[\w-]+\/[\w.-]+$/);
      }
    }
  });
});
