import { makeMedia, type PostMedia } from '../../model/post.ts';
import { objectsOf, objectsWhere } from '../reading/json-objects.ts';
import { asNumber, asObject, asText, asUrl, at, type JsonObject } from '../reading/json-reader.ts';
import { follow, type Included } from './voyager-table.ts';

/** Pictures, a film or a document of a post. The older shape names the one component by its type, the newer by a field. */
export function readVoyagerMedia(content: JsonObject, included: Included): readonly PostMedia[] {
  const images = component(content, 'imageComponent', 'ImageComponent');
  const film = component(content, 'linkedInVideoComponent', 'LinkedInVideoComponent');
  const document = component(content, 'documentComponent', 'DocumentComponent');
  return [
    ...objectsOf(images?.images).flatMap(readImage),
    ...(film === undefined ? [] : readFilm(film, included)),
    ...(document === undefined ? [] : readDocument(document)),
  ];
}

function component(content: JsonObject, field: string, type: string): JsonObject | undefined {
  const wrapped = asObject(content[field]) ?? asObject(content[`com.linkedin.voyager.feed.render.${type}`]);
  return wrapped ?? ((asText(content.$type) ?? '').endsWith(`.${type}`) ? content : undefined);
}

/** A picture is a root and the rest of the address for each size. */
function addressesOf(
  value: unknown,
): readonly { readonly url: string; readonly width: number; readonly height: number }[] {
  const vectors = [...objectsWhere(value, (object) => Array.isArray(object.artifacts))];
  const sizes = vectors.flatMap((vector) =>
    objectsOf(vector.artifacts).flatMap((artifact) => {
      const url = asUrl(`${asText(vector.rootUrl) ?? ''}${asText(artifact.fileIdentifyingUrlPathSegment) ?? ''}`);
      const width = asNumber(artifact.width) ?? 0;
      return url === null ? [] : [{ url, width, height: asNumber(artifact.height) ?? 0 }];
    }),
  );
  return sizes.sort((a, b) => b.width - a.width);
}

function readImage(image: JsonObject): readonly PostMedia[] {
  const [best, ...others] = addressesOf(image.attributes);
  if (best === undefined) return [];
  const { url, width, height } = best;
  const alt = asText(image.accessibilityText);
  const isWritten = alt !== null && !/^no alternative text description/i.test(alt);
  return [
    makeMedia({
      kind: 'image',
      url,
      otherUrls: others.map((other) => other.url),
      alt: isWritten ? alt : null,
      width: width === 0 ? null : width,
      height: height === 0 ? null : height,
    }),
  ];
}

function readFilm(film: JsonObject, included: Included): readonly PostMedia[] {
  const play = follow(film, 'videoPlayMetadata', included);
  const streams = objectsOf(play?.progressiveStreams)
    .map((stream) => ({
      urls: objectsOf(stream.streamingLocations).flatMap(({ url }) => asUrl(url) ?? []),
      rate: asNumber(stream.bitRate) ?? 0,
      mime: asText(stream.mediaType),
      width: asNumber(stream.width),
      height: asNumber(stream.height),
    }))
    .sort((a, b) => b.rate - a.rate);
  const [url, ...otherUrls] = streams.flatMap(({ urls }) => urls);
  const best = streams[0];
  if (url === undefined || best === undefined) return [];
  const { mime, width, height } = best;
  return [makeMedia({ kind: 'video', url, otherUrls, mime, width, height, durationMs: asNumber(play?.duration) })];
}

function readDocument(component: JsonObject): readonly PostMedia[] {
  const url = asUrl(at(component, 'document', 'transcribedDocumentUrl'));
  if (url === null) return [];
  return [makeMedia({ kind: 'file', url, mime: 'application/pdf', alt: asText(at(component, 'document', 'title')) })];
}
