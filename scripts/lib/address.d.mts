export type ListenAddress = {
  readonly host: string;
  readonly port: number;
  readonly origin: string;
  readonly shown: string;
};

export declare function listenAddress(
  variables?: Readonly<Record<string, string | undefined>>,
  setting?: { readonly door?: boolean },
): ListenAddress;
