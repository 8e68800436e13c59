import { type FileHandle, open } from 'node:fs/promises';

/** A file that only grows, except that a half-written end can be taken back. */
export class AppendFile {
  readonly path: string;
  readonly #handle: FileHandle;
  #bytes = 0;
  #closed = false;

  private constructor(path: string, handle: FileHandle) {
    this.path = path;
    this.#handle = handle;
  }

  static async create(path: string): Promise<AppendFile> {
    return new AppendFile(path, await open(path, 'wx+'));
  }

  /** Opens what an earlier process wrote and cuts it back to `bytes`. @throws Error when there is less */
  static async reopen(path: string, bytes: number): Promise<AppendFile> {
    const handle = await open(path, 'r+');
    try {
      const { size } = await handle.stat();
      if (size < bytes) throw new Error(`${path} has ${size} bytes where ${bytes} were safe.`);
      const file = new AppendFile(path, handle);
      await file.takeBack(bytes);
      return file;
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  get bytes(): number {
    return this.#bytes;
  }

  async append(chunk: Uint8Array): Promise<void> {
    let done = 0;
    // A write may take only a part: on a disk that is nearly full the error comes with the next one.
    while (done < chunk.length) {
      const { bytesWritten } = await this.#handle.write(chunk, done, chunk.length - done, this.#bytes);
      done += bytesWritten;
      this.#bytes += bytesWritten;
    }
  }

  async read(offset: number, length: number): Promise<Buffer> {
    const { buffer, bytesRead } = await this.#handle.read(Buffer.alloc(length), 0, length, offset);
    return buffer.subarray(0, bytesRead);
  }

  /** Cuts the file back to `bytes`; works on a full disk too. */
  async takeBack(bytes: number): Promise<void> {
    await this.#handle.truncate(bytes);
    this.#bytes = bytes;
  }

  async flush(): Promise<void> {
    await this.#handle.sync();
  }

  /** Safe to call twice. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#handle.close();
  }
}
