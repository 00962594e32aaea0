import { LibraryPictures } from '#src/screens/attachments/library-pictures.tsx';
import type { SeenLibraries } from '#src/screens/attachments/seen-pictures.ts';
import type { Notebook, Services, SignedInUser } from '#src/services.ts';
import { BackLink } from './back-link.tsx';
import { useAttachmentHome } from './use-attachment-home.ts';

interface PicturesPageProps {
  readonly services: Services;
  readonly user: SignedInUser;
  readonly notebook: Notebook;
  readonly seen: SeenLibraries;
}

/** All pictures of the signed-in person's notes. */
export const PicturesPage = ({ services, user, notebook, seen }: PicturesPageProps) => {
  const home = useAttachmentHome(services.connection, user);
  return (
    <LibraryPictures back={<BackLink to="/" />} notebook={notebook} home={home} clock={services.now} seen={seen} />
  );
};
