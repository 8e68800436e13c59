import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';

/** A WebSocket server that sends as fast as it is read, for as long as it is listened to. */
export async function startFloodServer(): Promise<{ url: string; close(): Promise<void> }> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
  await new Promise<void>((resolve) => server.once('listening', resolve));
  server.on('connection', (socket) => {
    const message = 'f'.repeat(50_000);
    const send = () => {
      if (socket.readyState !== socket.OPEN) return;
      socket.send(message, () => setTimeout(send, 1));
    };
    socket.on('error', () => undefined);
    send();
  });
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/flood`,
    close: () =>
      new Promise((resolve) => {
        for (const socket of server.clients) socket.terminate();
        server.close(() => resolve());
      }),
  };
}
