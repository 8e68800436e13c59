import { X509Certificate } from 'node:crypto';
import { type ContentInfo, SignedData, type SignerInfo } from '@peculiar/asn1-cms';
import { AsnConvert } from '@peculiar/asn1-schema';
import { id_ct_tstInfo, type PKIStatusInfo, TimeStampResp, TSTInfo } from '@peculiar/asn1-tsp';
import { fromBER } from 'asn1js';

const SIGNED_DATA = '1.2.840.113549.1.7.2';

/** A token as it was signed, and what came with it. Nothing of it is checked yet. */
export interface ReadToken {
  readonly info: TSTInfo;
  /** The bytes that `info` was read from, and that the signature is about. */
  readonly infoBytes: Uint8Array;
  readonly signer: SignerInfo;
  /** What the signature is over, with the tag it has in the token; undefined where that is not said. */
  readonly signedBytes: Uint8Array | undefined;
  readonly certificates: readonly X509Certificate[];
}

export interface ReadAnswer {
  readonly status: PKIStatusInfo;
  /** Absent where the authority gave none. */
  readonly token?: ReadToken;
}

/**
 * What an authority answered: the DER of a TimeStampResp. Undefined when it is none, or when there are bytes too many.
 * @see RFC 3161, 2.4.2
 */
export function readAnswer(der: Uint8Array): ReadAnswer | undefined {
  try {
    // What somebody appended would otherwise be passed over.
    if (fromBER(der).offset !== der.length) return undefined;
    const { status, timeStampToken } = AsnConvert.parse(der, TimeStampResp);
    if (timeStampToken === undefined) return { status };
    const token = tokenIn(timeStampToken);
    return token && { status, token };
  } catch {
    return undefined;
  }
}

function tokenIn(content: ContentInfo): ReadToken | undefined {
  if (content.contentType !== SIGNED_DATA) return undefined;
  const { encapContentInfo, signerInfos } = AsnConvert.parse(content.content, SignedData);
  const [signer] = signerInfos;
  const bytes = encapContentInfo.eContent?.single?.buffer;
  // RFC 3161, 2.4.2: the token has the signature of the authority and no other one.
  const isToken = encapContentInfo.eContentType === id_ct_tstInfo && signerInfos.length === 1;
  if (!isToken || signer === undefined || bytes === undefined) return undefined;
  const parts = childrenOf(fromBER(content.content).result);
  return {
    info: AsnConvert.parse(bytes, TSTInfo),
    infoBytes: new Uint8Array(bytes),
    signer,
    // As they stand there, to the byte: written anew, their signatures might not fit any more.
    signedBytes: childrenOf(childrenOf(parts.at(-1))[0]).find(isTagged0)?.valueBeforeDecodeView,
    certificates: childrenOf(parts.find(isTagged0))
      .filter(({ idBlock }) => idBlock.tagClass === 1 && idBlock.tagNumber === 16)
      .map(({ valueBeforeDecodeView }) => new X509Certificate(valueBeforeDecodeView)),
  };
}

function isTagged0({ idBlock }: Block): boolean {
  return idBlock.tagClass === 3 && idBlock.tagNumber === 0;
}

type Block = ReturnType<typeof fromBER>['result'];

/** The parts of a SEQUENCE or SET; [] for anything else. */
export function childrenOf(block: Block | undefined): readonly Block[] {
  const { value } = (block?.valueBlock ?? {}) as { readonly value?: unknown };
  return Array.isArray(value) ? (value as readonly Block[]) : [];
}
