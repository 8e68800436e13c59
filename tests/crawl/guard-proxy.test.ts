import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, createServer as createTcpServer } from 'node:net';
import { expect, test } from 'vitest';
import { NetworkGuard } from '../../src/crawl/guard/network-guard.ts';
import { dialingThrough } from '../../src/crawl/proxy/dialing-through.ts';

test('with a proxy in between, it is asked for the address that was judged, never for a name', async () => {
  const echo = createTcpServer((socket) => socket.pipe(socket));
  await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve));
  const asked: string[] = [];
  const proxy = createServer();
  proxy.on('connect', (request, socket) => {
    asked.push(`${request.url} ${request.headers['proxy-authorization']}`);
    if (request.url?.endsWith(':25')) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    const { port } = echo.address() as AddressInfo;
    const remote = connect(port, '127.0.0.1', () => socket.write('HTTP/1.1 200 OK\r\n\r\n'));
    remote.pipe(socket).pipe(remote);
    socket.on('error', () => remote.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  try {
    const url = `http://anna:geheim@127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const lookup = async () => ['10.0.0.1', '93.184.216.34'];
    const guard = new NetworkGuard({ lookup, ...dialingThrough(url) });
    const socket = await guard.dial('brand.example', 443);
    socket.write('hello');
    expect(String((await once(socket, 'data'))[0])).toBe('hello');
    socket.destroy();
    await expect(guard.dial('brand.example', 25)).rejects.toThrow('403');
    const secret = `Basic ${Buffer.from('anna:geheim').toString('base64')}`;
    expect(asked).toEqual([`93.184.216.34:443 ${secret}`, `93.184.216.34:25 ${secret}`]);
  } finally {
    proxy.closeAllConnections();
    proxy.close();
    echo.close();
  }
});
