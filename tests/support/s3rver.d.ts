declare module 's3rver' {
  /** Fake S3 server; it believes every secret, and knows neither If-None-Match nor lists of unfinished uploads. */
  class S3rver {
    constructor(options: {
      readonly address: string;
      readonly port: number;
      readonly silent: boolean;
      readonly directory: string;
    });
    run(): Promise<{ readonly port: number }>;
    close(): Promise<void>;
  }
  export = S3rver;
}
