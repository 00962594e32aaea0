import type { Catalogue } from './words.ts';

/**
 * The catalogue: every sentence that the app says, in English, with the German for it. What is not here cannot be said (`Message`).
 * Names in braces stand for values, names in angle brackets for parts that are more than text. Where English has one word for two things,
 * an empty value tells them apart (`Archive{notebook}`).
 */
export const german = {
  // All pictures
  Pictures: 'Bilder',
  'Pictures · Satchel': 'Bilder · Satchel',
  '{count} pictures': { one: '{count} Bild', other: '{count} Bilder' },
  '{name}, in {title}': '{name}, in {title}',
  'Open note {title}': 'Notiz {title} öffnen',
  'No pictures yet': 'Noch keine Bilder',
  'The pictures that are attached to your notes are all shown here.':
    'Hier erscheinen alle Bilder, die an Notizen angehängt sind.',

  // Storage
  Storage: 'Speicher',
  'Storage · Satchel': 'Speicher · Satchel',
  'Back to settings': 'Zurück zu den Einstellungen',
  'Storage on this device and in your bucket': 'Speicher auf diesem Gerät und im Bucket',
  'On this device': 'Auf diesem Gerät',
  'No files are kept': 'Es werden keine Dateien aufbewahrt',
  '{amount} kept': '{amount} aufbewahrt',
  '{used} of {limit}': '{used} von {limit}',
  'Kept files': 'Aufbewahrte Dateien',
  'Files that were opened stay here, so that they open without a network. Above the limit, those go that were not used for longest. They stay in your bucket.':
    'Geöffnete Dateien bleiben hier, damit sie sich auch ohne Netz öffnen lassen. Über der Grenze gehen die, die am längsten nicht benutzt wurden. Im Bucket bleiben sie.',
  'Keep at most': 'Höchstens aufbewahren',
  Nothing: 'Nichts',
  '{count} files, {size}': { one: '{count} Datei, {size}', other: '{count} Dateien, {size}' },
  'Of pinned notes': 'Davon aus angehefteten Notizen',
  '{amount}, always kept': '{amount}, immer aufbewahrt',
  none: 'keine',
  '{count} files are not here: they have not come yet, or there is no room for them.': {
    one: '{count} Datei ist nicht hier: Sie ist noch nicht angekommen, oder es ist kein Platz für sie.',
    other: '{count} Dateien sind nicht hier: Sie sind noch nicht angekommen, oder es ist kein Platz für sie.',
  },
  'On their way to S3': 'Unterwegs zu S3',
  '{amount}, they stay until they are there': '{amount}, sie bleiben, bis sie dort sind',
  'Notes and the app': 'Notizen und die App selbst',
  'about {size}': 'etwa {size}',
  'Room in this browser': 'Platz in diesem Browser',
  'Remove kept files now': 'Aufbewahrte Dateien jetzt entfernen',
  '{size} removed from this device': '{size} von diesem Gerät entfernt',
  'You chose not to keep notes on this computer: all of this goes when you close the tab.':
    'Auf diesem Computer soll nichts bleiben: All das verschwindet, sobald der Tab geschlossen wird.',
  'The browser keeps your notes until you sign out or clear its data.':
    'Der Browser behält die Notizen bis zum Abmelden oder bis seine Daten gelöscht werden.',
  'The browser did not promise it. It may do so once you have installed Satchel, or have used it for a while.':
    'Der Browser hat es nicht zugesagt. Vielleicht tut er es, wenn Satchel installiert ist oder eine Weile benutzt wurde.',
  'The browser may remove all of this when the disk is full. What AWS has comes back by itself.':
    'Wenn der Datenträger voll ist, darf der Browser all das entfernen. Was AWS hat, kommt von selbst zurück.',
  'Ask it to keep your notes': 'Browser bitten, die Notizen zu behalten',
  'In your bucket': 'Im Bucket',
  'S3 did not answer everything': 'S3 hat nicht alles beantwortet',
  'Ask for the sizes of {count} files': {
    one: 'Größe von {count} Datei erfragen',
    other: 'Größen von {count} Dateien erfragen',
  },
  'Look again': 'Neu nachsehen',
  'Files asked for': 'Erfragte Dateien',
  'Asking for sizes: {done} of {all}': 'Größen werden erfragt: {done} von {all}',
  'Syncing, then looking into the bucket': 'Abgleich, dann ein Blick in den Bucket',
  'Looking into the bucket: {done} files': 'Blick in den Bucket: {done} Dateien',
  Used: 'Belegt',
  'and {count} files of unknown size': {
    one: 'und {count} Datei unbekannter Größe',
    other: 'und {count} Dateien unbekannter Größe',
  },
  'Files of notes': 'Dateien in Notizen',
  Removed: 'Entfernt',
  'Older versions of your notes may name them; they are deleted after that.':
    'Ältere Fassungen der Notizen nennen sie vielleicht noch; danach werden sie gelöscht.',
  'Not in a note': 'In keiner Notiz',
  'Older versions on this device, or words that are no link, name them.':
    'Ältere Fassungen auf diesem Gerät nennen sie, oder Wörter, die kein Link sind.',
  'New files': 'Neue Dateien',
  'Less than a day old: their notes may be on their way from another device.':
    'Jünger als ein Tag: Ihre Notizen sind vielleicht noch von einem anderen Gerät unterwegs.',
  'Unfinished uploads': 'Unfertige Uploads',
  'None from this device. What others left unfinished is not listed; a rule of the bucket can remove it.':
    'Von diesem Gerät keine. Was andere unfertig zurückließen, ist nicht aufgeführt; eine Regel des Buckets kann es entfernen.',
  '{size} from this device. What others left unfinished is not listed; a rule of the bucket can remove it.':
    '{size} von diesem Gerät. Was andere unfertig zurückließen, ist nicht aufgeführt; eine Regel des Buckets kann es entfernen.',
  'This is what this device knows': 'Das weiß dieses Gerät',
  'Your policy does not let S3 list your files, which is how most are set up. Files that other devices left behind cannot be found without that.':
    'Die Richtlinie erlaubt S3 nicht, die Dateien aufzulisten; das ist meistens so. Was andere Geräte zurückgelassen haben, lässt sich ohne das nicht finden.',
  'The policy line that would allow it': 'Die Zeile der Richtlinie, die es erlauben würde',
  'Add this statement to the policy of the role for signed-in people (IAM, Roles).':
    'Diese Anweisung gehört in die Richtlinie der Rolle für Angemeldete (IAM, Rollen).',
  'By note': 'Nach Notiz',
  'A note that is being deleted': 'Eine Notiz, die gerade gelöscht wird',
  '{count} files of unknown size': {
    one: '{count} Datei unbekannter Größe',
    other: '{count} Dateien unbekannter Größe',
  },
  'Files of {note}': 'Dateien von {note}',
  '“{name}” removed': '„{name}“ entfernt',
  'on its way to S3': 'unterwegs zu S3',
  'not in the bucket': 'nicht im Bucket',
  'size unknown': 'Größe unbekannt',
  'Files without a note': 'Dateien ohne Notiz',
  'There are none.': 'Es gibt keine.',
  'None that this device knows of.': 'Keine, von denen dieses Gerät weiß.',
  'No note, no older version on this device and no upload names these. A device that has been without a network for long may still have a note with one of them.':
    'Keine Notiz, keine ältere Fassung auf diesem Gerät und kein Upload nennt sie. Ein Gerät, das lange ohne Netz war, hat vielleicht noch eine Notiz mit einer davon.',
  'S3 does not let {count} removed files go': {
    one: '1 entfernte Datei lässt sich in S3 nicht löschen',
    other: '{count} entfernte Dateien lassen sich in S3 nicht löschen',
  },
  'What was removed stays in your bucket. Whoever set up your backend finds under Details what the policy may lack. Satchel tries again every day.':
    'Was entfernt wurde, bleibt in Ihrem Bucket. Wer Ihr Backend eingerichtet hat, findet unter „Einzelheiten“, was der Richtlinie fehlen könnte. Satchel versucht es jeden Tag wieder.',
  'They cannot be deleted now': 'Sie lassen sich jetzt nicht löschen',
  'Select all {count} files': { one: 'Die Datei auswählen', other: 'Alle {count} Dateien auswählen' },
  'Show more files': 'Weitere Dateien anzeigen',
  'Delete the selected files': 'Ausgewählte Dateien löschen',
  'Delete {count} files ({size})': {
    one: '{count} Datei löschen ({size})',
    other: '{count} Dateien löschen ({size})',
  },
  '{count} files deleted ({size}).': {
    one: '{count} Datei gelöscht ({size}).',
    other: '{count} Dateien gelöscht ({size}).',
  },
  '{count} files stay: notes name them now.': {
    one: '{count} Datei bleibt: Eine Notiz nennt sie jetzt.',
    other: '{count} Dateien bleiben: Notizen nennen sie jetzt.',
  },
  '{count} days old': { one: '{count} Tag alt', other: '{count} Tage alt' },
  '{count} months old': { one: '{count} Monat alt', other: '{count} Monate alt' },
  '{count} years old': { one: '{count} Jahr alt', other: '{count} Jahre alt' },
  '{count} files will be deleted in 10 seconds. They stay if you leave this page before.': {
    one: '{count} Datei wird in 10 Sekunden gelöscht. Sie bleibt, wenn die Seite vorher verlassen wird.',
    other: '{count} Dateien werden in 10 Sekunden gelöscht. Sie bleiben, wenn die Seite vorher verlassen wird.',
  },
  'Deleting: {done} of {all}': 'Wird gelöscht: {done} von {all}',
  'Files deleted': 'Gelöschte Dateien',
  'AWS may not list all of your notes, since the list is near the most that the tutorial’s API tells (1 MB). A note that this device does not know may name a file, so nothing is deleted.':
    'AWS zählt vielleicht nicht alle Notizen auf, denn die Liste ist nahe an dem, was die API des Tutorials höchstens liefert (1 MB). Eine Notiz, die dieses Gerät nicht kennt, nennt vielleicht eine Datei; deshalb wird nichts gelöscht.',

  // Links between notes
  'Linked from': 'Verlinkt von',
  'Show more notes': 'Weitere Notizen anzeigen',

  // Tags
  'Remove tag {tag}': 'Schlagwort {tag} entfernen',
  '#{tag} removed': '#{tag} entfernt',
  'New tag': 'Neues Schlagwort',
  'Manage tag': 'Schlagwort verwalten',
  'Rename…': 'Umbenennen …',
  Rename: 'Umbenennen',
  Merge: 'Zusammenführen',
  Renaming: 'Wird umbenannt',
  'Rename #{tag}': '#{tag} umbenennen',
  'New name': 'Neuer Name',
  'This is too long for a tag, or for one under it.': 'Das ist zu lang für dieses Schlagwort oder für eines darunter.',
  'The tags under it go along.': 'Die Schlagwörter darunter werden mit umbenannt.',
  'There is {tags} already. Both become one, and cannot be told apart afterwards.':
    '{tags} gibt es schon. Beide werden zu einem und lassen sich danach nicht mehr unterscheiden.',
  '{count} notes will change.': {
    one: '{count} Notiz wird geändert.',
    other: '{count} Notizen werden geändert.',
  },
  '#{from} is #{to} now, in {count} notes': {
    one: '#{from} heißt jetzt #{to}, in {count} Notiz',
    other: '#{from} heißt jetzt #{to}, in {count} Notizen',
  },
  'Tags under {tag}': 'Schlagwörter unter {tag}',
  'Show more tags': 'Weitere Schlagwörter anzeigen',

  // Selecting
  Select: 'Auswählen',
  'Select all': 'Alle auswählen',
  'Stop selecting': 'Auswahl beenden',
  'Selecting notes': 'Notizen auswählen',
  Tag: 'Schlagwort',
  'Add tag': 'Schlagwort hinzufügen',
  'Tag the selected notes': 'Schlagwort für die ausgewählten Notizen',
  '{count} selected': {
    one: '{count} ausgewählt',
    other: '{count} ausgewählt',
  },
  '{count} notes pinned': {
    one: '{count} Notiz angeheftet',
    other: '{count} Notizen angeheftet',
  },
  '{count} notes unpinned': {
    one: '{count} Notiz nicht mehr angeheftet',
    other: '{count} Notizen nicht mehr angeheftet',
  },
  '{count} notes moved to the archive': {
    one: '{count} Notiz archiviert',
    other: '{count} Notizen archiviert',
  },
  '{count} notes moved out of the archive': {
    one: '{count} Notiz aus dem Archiv geholt',
    other: '{count} Notizen aus dem Archiv geholt',
  },
  '{count} notes tagged': {
    one: '{count} Notiz mit dem Schlagwort versehen',
    other: '{count} Notizen mit dem Schlagwort versehen',
  },
  '{count} notes moved to the trash': {
    one: '{count} Notiz in den Papierkorb verschoben',
    other: '{count} Notizen in den Papierkorb verschoben',
  },
  '{count} notes restored': {
    one: '{count} Notiz wiederhergestellt',
    other: '{count} Notizen wiederhergestellt',
  },
  '{count} notes deleted for ever': {
    one: '{count} Notiz endgültig gelöscht',
    other: '{count} Notizen endgültig gelöscht',
  },

  'Changing notes': 'Notizen werden geändert',

  // Order of a list
  Order: 'Sortierung',
  'Order: {name}': 'Sortierung: {name}',
  'Last changed first': 'Zuletzt geändert',
  'Last created first': 'Zuletzt angelegt',
  'By title': 'Nach Titel',

  // Connection
  'Connection · Satchel': 'Verbindung · Satchel',
  Connection: 'Verbindung',
  Now: 'Jetzt',
  'Nobody is signed in, so nothing is being sent.': 'Niemand ist angemeldet, deshalb wird nichts gesendet.',
  'Connected to': 'Verbunden mit',
  'Embedded, on this computer': 'Eingebaut, auf diesem Computer',
  'Your account, {region}': 'Ihr Konto, {region}',
  'Notes API': 'Notizen-API',
  Bucket: 'Bucket',
  'User pool': 'Benutzerpool',
  'Identity pool': 'Identitätspool',
  Working: 'In Ordnung',
  'Sending and fetching notes…': 'Notizen werden gesendet und geholt …',
  Offline: 'Offline',
  'AWS does not take our requests': 'AWS nimmt unsere Anfragen nicht an',
  'The session is over': 'Die Sitzung ist beendet',
  'Notes waiting': 'Wartende Notizen',
  'Last complete': 'Zuletzt vollständig abgeglichen',
  'Not yet since the app was opened': 'Noch nicht, seit die App geöffnet wurde',
  'Sync now': 'Jetzt abgleichen',
  'Try again': 'Erneut versuchen',
  'No answer came at all. Check the network; an answer without CORS headers looks the same to a browser. Your notes are safe on this device.':
    'Es kam keine Antwort. Prüfen Sie die Netzwerkverbindung; eine Antwort ohne CORS-Header sieht für den Browser genauso aus. Ihre Notizen sind auf diesem Gerät sicher.',
  'AWS is busy or failing for the moment. It is tried again by itself.':
    'AWS ist gerade überlastet oder gestört. Es wird von selbst noch einmal versucht.',
  'The credentials have run out and are renewed by themselves. If this goes on, check the clock of this device.':
    'Die Zugangsdaten sind abgelaufen und werden von selbst erneuert. Wenn das so bleibt, prüfen Sie die Uhr dieses Geräts.',
  'Sign in again. Everything written since is kept on this device and sent then.':
    'Melden Sie sich erneut an. Alles, was seither geschrieben wurde, bleibt auf diesem Gerät und wird dann gesendet.',
  'The identity pool’s role for signed-in users must allow execute-api:Invoke on the notes API, and your own prefix in the bucket.':
    'Die Rolle des Identitätspools für angemeldete Benutzer muss execute-api:Invoke auf der Notizen-API und den Zugriff auf Ihr eigenes Präfix im Bucket erlauben.',
  'The answer is not one that a notes API gives. Check that the API’s address ends with its stage.':
    'So antwortet keine Notizen-API. Prüfen Sie, ob die Adresse der API mit ihrer Stage endet.',
  'The note is larger than AWS takes. Split it, or move a part of it into an attachment.':
    'Die Notiz ist größer, als AWS zulässt. Teilen Sie sie auf, oder verschieben Sie einen Teil in einen Anhang.',
  'Your notes are safe on this device.': 'Ihre Notizen sind auf diesem Gerät sicher.',

  // What is not sent yet
  'Not sent yet · Satchel': 'Noch nicht gesendet · Satchel',
  'Not sent yet': 'Noch nicht gesendet',
  'New note': 'Neue Notiz',
  Edit: 'Änderung',
  Deletion: 'Löschung',
  '{kind}, waiting since <time>{since}</time>': '{kind}, wartet seit <time>{since}</time>',
  'failed {count} times': { one: 'einmal fehlgeschlagen', other: '{count}-mal fehlgeschlagen' },
  'Waits for you: change the note, try again now, or discard this.':
    'Wartet auf Sie: Ändern Sie die Notiz, versuchen Sie es jetzt noch einmal, oder verwerfen Sie dies.',
  'Is sent once you have signed in again.': 'Wird gesendet, sobald Sie sich erneut angemeldet haben.',
  'Is being sent…': 'Wird gesendet …',
  'Is sent as soon as AWS can be reached.': 'Wird gesendet, sobald AWS erreichbar ist.',
  'Is sent in a moment.': 'Wird gleich gesendet.',
  'Next try in a moment': 'Nächster Versuch in Kürze',
  'Next try {when}': 'Nächster Versuch {when}',
  'Discard the new note “{title}”?': 'Die neue Notiz „{title}“ verwerfen?',
  'AWS has never had it. The whole note leaves this device, and no other device has it.':
    'AWS hat sie nie bekommen. Die ganze Notiz wird von diesem Gerät entfernt, und kein anderes hat sie.',
  'Discard what was changed in “{title}”?': 'Verwerfen, was in „{title}“ geändert wurde?',
  'The note goes back to the text that AWS has. What was written here since stays in its history on this device.':
    'Die Notiz bekommt wieder den Text, den AWS hat. Was seither hier geschrieben wurde, bleibt auf diesem Gerät in ihrem Verlauf.',
  'Keep “{title}” after all?': '„{title}“ doch behalten?',
  'The deletion is called off, and the note is back in your list.':
    'Die Notiz wird nicht gelöscht und steht wieder in Ihrer Liste.',
  'Discard new note “{title}”': 'Neue Notiz „{title}“ verwerfen',
  'Discard edit “{title}”': 'Änderung von „{title}“ verwerfen',
  'Discard deletion “{title}”': 'Löschung von „{title}“ verwerfen',
  Discard: 'Verwerfen',
  Cancel: 'Abbrechen',
  'Call off the deletion': 'Doch nicht löschen',
  'The deletion was called off': 'Die Notiz wird nicht gelöscht',
  Discarded: 'Verworfen',
  Undo: 'Rückgängig',
  Undone: 'Rückgängig gemacht',
  Files: 'Dateien',
  Pause: 'Anhalten',
  Resume: 'Fortsetzen',
  Paused: 'Angehalten',
  'Pause {name}': '{name} anhalten',
  'Resume {name}': '{name} fortsetzen',
  'Only on this device.': 'Nur auf diesem Gerät.',
  'Safe on this device, waiting to be sent': 'Auf diesem Gerät gesichert, wird noch gesendet',
  'Waiting to be sent': 'Wird noch gesendet',
  'Keep this tab open until it has arrived.': 'Lassen Sie diesen Tab offen, bis die Datei angekommen ist.',
  'It is sent from another tab. Keep that one open until it has arrived.':
    'Sie wird aus einem anderen Tab gesendet. Lassen Sie ihn offen, bis sie angekommen ist.',
  'Choose the file again': 'Datei erneut auswählen',
  'Choose {name} again': '{name} erneut auswählen',
  'Comparing it with what has been sent': 'Wird mit dem verglichen, was schon gesendet ist',
  '{sent} of {total} sent': '{sent} von {total} gesendet',
  'Try now': 'Jetzt versuchen',
  Export: 'Exportieren',
  'Check the connection': 'Verbindung prüfen',
  '{count} notes': { one: '{count} Notiz', other: '{count} Notizen' },
  '{count} files not sent': { one: '{count} Datei nicht gesendet', other: '{count} Dateien nicht gesendet' },
  '{count} files on their way': { one: '{count} Datei unterwegs', other: '{count} Dateien unterwegs' },
  '{count} files': { one: '{count} Datei', other: '{count} Dateien' },
  'Show more': 'Mehr anzeigen',
  'Show more: {count} letters': { one: 'Mehr anzeigen: 1 Zeichen', other: 'Mehr anzeigen: {count} Zeichen' },
  'Everything is sent': 'Alles ist gesendet',
  'AWS has every change that was made on this device.': 'AWS hat jede Änderung, die auf diesem Gerät gemacht wurde.',
  'Connected to AWS.': 'Mit AWS verbunden.',
  'Connected to AWS. Everything was in step at {time}.': 'Mit AWS verbunden. Zuletzt abgeglichen: {time}.',
  'Offline.': 'Offline.',
  'Offline since {time}.': 'Offline seit {time}.',
  'AWS does not take what is sent.': 'AWS nimmt nicht an, was gesendet wird.',
  'The session is over. Sign in again to send your notes.':
    'Die Sitzung ist beendet. Melden Sie sich erneut an, um Ihre Notizen zu senden.',
  '{count} stored items could not be read as notes': {
    one: '{count} gespeicherter Eintrag ließ sich nicht als Notiz lesen',
    other: '{count} gespeicherte Einträge ließen sich nicht als Notizen lesen',
  },
  'Save them as a file': 'Als Datei sichern',
  'They are kept on this device as they were found. Signing out deletes them.':
    'Sie bleiben unverändert auf diesem Gerät. Beim Abmelden werden sie gelöscht.',

  // History
  'It was pinned.': 'Sie war angeheftet.',
  'It was not pinned.': 'Sie war nicht angeheftet.',
  'It was in the archive.': 'Sie war im Archiv.',
  'It was not in the archive.': 'Sie war nicht im Archiv.',
  'It had no tags.': 'Sie hatte keine Schlagwörter.',
  'Its tags were {tags}.': 'Ihre Schlagwörter waren {tags}.',
  'There is no difference to the text as it is now.': 'Es gibt keinen Unterschied zum jetzigen Text.',
  '<del>Struck out</del>: in this version, not now. <ins>Underlined</ins>: now, not in this version.':
    '<del>Durchgestrichen</del>: in dieser Version, jetzt nicht. <ins>Unterstrichen</ins>: jetzt, in dieser Version nicht.',
  'No text': 'Kein Text',
  'Removed <time>{time}</time>': 'Entfernt: <time>{time}</time>',
  'Bring back “{title}”': '„{title}“ zurückholen',
  'Bring back': 'Zurückholen',
  'Notes removed elsewhere · Satchel': 'Anderswo entfernte Notizen · Satchel',
  'Notes removed elsewhere': 'Anderswo entfernte Notizen',
  'The note is back': 'Die Notiz ist wieder da',
  Open: 'Öffnen',
  'Another device deleted these for ever, or they went from your AWS account in another way. This device still has their last text.':
    'Ein anderes Gerät hat diese endgültig gelöscht, oder sie sind auf andere Weise aus Ihrem AWS-Konto verschwunden. Dieses Gerät hat noch ihren letzten Text.',
  'None is missing': 'Es fehlt keine',
  'No note has gone from AWS that this device still remembers.':
    'Aus AWS ist keine Notiz verschwunden, die dieses Gerät noch kennt.',
  'History of {title} · Satchel': 'Verlauf von {title} · Satchel',
  History: 'Verlauf',
  'No earlier versions yet': 'Noch keine früheren Versionen',
  'When you write in this note, or another device changes it, what it said before is kept here, on this device.':
    'Wenn Sie in dieser Notiz schreiben oder ein anderes Gerät sie ändert, bleibt hier auf diesem Gerät, was vorher darin stand.',
  'Compared with the note as it is now': 'Verglichen mit der Notiz, wie sie jetzt ist',
  'Restore this version': 'Diese Version wiederherstellen',
  'The note is gone. Restoring it brings it back.': 'Die Notiz ist nicht mehr da. Wiederherstellen holt sie zurück.',
  'Before a stretch of writing': 'Bevor daran geschrieben wurde',
  'Your version before a merge': 'Ihre Version vor dem Zusammenführen',
  'The other device’s version before a merge': 'Die Version des anderen Geräts vor dem Zusammenführen',
  'Before another device’s text took its place': 'Bevor ein anderes Gerät den Text ersetzt hat',
  'Before an older version was restored': 'Bevor eine ältere Version wiederhergestellt wurde',
  'Before unsent changes were discarded': 'Bevor nicht gesendete Änderungen verworfen wurden',
  'Before you chose between two versions': 'Bevor Sie zwischen zwei Versionen gewählt haben',
  'Before the note was removed elsewhere': 'Bevor die Notiz anderswo entfernt wurde',
  '{count} unchanged lines': { one: '{count} unveränderte Zeile', other: '{count} unveränderte Zeilen' },
  Restored: 'Wiederhergestellt',
  Versions: 'Versionen',

  // Export
  'Save again': 'Erneut sichern',
  Close: 'Schließen',
  Exporting: 'Export läuft',
  'Fetching {name}…': '{name} wird geholt …',
  'Nothing was exported': 'Es wurde nichts exportiert',
  'The notes could not be read from this device. Reload the page and try again.':
    'Die Notizen ließen sich auf diesem Gerät nicht lesen. Laden Sie die Seite neu und versuchen Sie es noch einmal.',
  'The zip file lists them in “{file}”.': 'In der Zip-Datei stehen sie in „{file}“.',
  'Not exported.txt': 'Nicht exportiert.txt',
  'Files without a link.txt': 'Dateien ohne Link.txt',
  'Note: {path}': 'Notiz: {path}',
  'Reason: {reason}': 'Grund: {reason}',
  'These could not be exported. Where a note names one of them, its link still leads to Satchel.':
    'Diese ließen sich nicht exportieren. Wo eine Notiz eine davon nennt, führt ihr Link weiterhin zu Satchel.',
  'These files belong to notes whose text does not name them.':
    'Diese Dateien gehören zu Notizen, deren Text sie nicht nennt.',
  'A zip file holds no more: 4 GB or 65,000 files. Export fewer notes at once.':
    'Mehr fasst eine Zip-Datei nicht: 4 GB oder 65.000 Dateien. Exportieren Sie weniger Notizen auf einmal.',
  'This file is not in your bucket, so Satchel cannot reach it.':
    'Diese Datei ist nicht in Ihrem Bucket, deshalb kann Satchel sie nicht erreichen.',
  '{done} of {count} notes': { one: '{done} von {count} Notiz', other: '{done} von {count} Notizen' },
  'There is no note to export.': 'Es gibt keine Notiz zum Exportieren.',
  '{notes} exported.': '{notes} exportiert.',
  '{notes} and {files} exported.': '{notes} und {files} exportiert.',
  '{count} files could not be exported:': {
    one: '{count} Datei ließ sich nicht exportieren:',
    other: '{count} Dateien ließen sich nicht exportieren:',
  },
  '{names} and {count} more': '{names} und {count} weitere',

  // Signing in
  'Sign in · Satchel': 'Anmelden · Satchel',
  'Create account · Satchel': 'Konto anlegen · Satchel',
  'Notes that are yours, from the first word to the last byte':
    'Notizen, die Ihnen gehören, vom ersten Wort bis zum letzten Byte',
  'A calm place to write, kept in an AWS account that belongs to you or to someone you know. Nobody runs a server in between.':
    'Ein ruhiger Ort zum Schreiben, aufbewahrt in einem AWS-Konto, das Ihnen gehört oder jemandem, den Sie kennen. Dazwischen betreibt niemand einen Server.',
  'Sign in': 'Anmelden',
  'Sign In': 'Anmelden',
  'Create Account': 'Konto anlegen',
  'There at once, online or not': 'Sofort da, mit oder ohne Netz',
  'Your notes are on this device. Write on a train; they are sent when there is a connection again.':
    'Ihre Notizen sind auf diesem Gerät. Schreiben Sie im Zug; gesendet wird, sobald wieder eine Verbindung da ist.',
  'Nobody in between': 'Niemand dazwischen',
  'Each request goes straight from your browser to AWS, signed with keys that only you hold, for an hour at a time.':
    'Jede Anfrage geht von Ihrem Browser direkt zu AWS, signiert mit Schlüsseln, die nur Sie haben und die jeweils eine Stunde gelten.',
  'Plain Markdown': 'Einfaches Markdown',
  'A note is a text and an attachment is a file, in formats that will outlive every app.':
    'Eine Notiz ist ein Text und ein Anhang eine Datei, in Formaten, die jede App überdauern.',
  'You are trying Satchel on an embedded AWS': 'Sie probieren Satchel mit einem eingebauten AWS aus',
  'Everything stays on this computer. Any email address will do: its mail appears on this page.':
    'Alles bleibt auf diesem Computer. Jede E-Mail-Adresse genügt: Was an sie gesendet wird, erscheint auf dieser Seite.',
  'Mail for {address}: code <code>{code}</code>': 'E-Mail an {address}: Code <code>{code}</code>',
  "Don't keep notes on this computer": 'Notizen nicht auf diesem Computer aufbewahren',
  'They are there until you close this tab. Closing it before all is sent asks first; what is not sent then is lost.':
    'Die Notizen sind da, bis Sie diesen Tab schließen. Ist dann noch nicht alles gesendet, werden Sie vorher gefragt; was nicht gesendet ist, geht verloren.',
  'Signed up, but never entered the code? Sign in with that email and password, and a new code is sent to you.':
    'Registriert, aber den Code nie eingegeben? Melden Sie sich mit dieser E-Mail-Adresse und dem Passwort an, dann bekommen Sie einen neuen Code.',
  'You may close this page meanwhile. Signing in with the same email and password brings you back here, with a new code.':
    'Sie dürfen diese Seite inzwischen schließen. Wenn Sie sich mit derselben E-Mail-Adresse und demselben Passwort anmelden, kommen Sie mit einem neuen Code hierher zurück.',
  'Back to Sign In': 'Zurück zur Anmeldung',
  'A code was sent to {address}. With it you choose a new password, and sign in with that.':
    'Ein Code wurde an {address} gesendet. Mit ihm wählen Sie ein neues Passwort und melden sich damit an.',
  'One more step': 'Noch ein Schritt',
  'Choose a new password': 'Ein neues Passwort wählen',
  'Enter your code': 'Code eingeben',
  'Reset your password': 'Passwort zurücksetzen',
  'Choose how to confirm it is you': 'Wählen Sie, wie Sie sich ausweisen',
  'Add an email address': 'Eine E-Mail-Adresse hinzufügen',
  'Confirm an address, so that you can get back in': 'Bestätigen Sie eine Adresse, damit Sie wieder hineinkommen',
  'Confirmation Code': 'Bestätigungscode',
  'Copied.': 'Kopiert.',
  'The browser does not allow it: select the text instead.':
    'Der Browser erlaubt es nicht: Markieren Sie stattdessen den Text.',
  Copy: 'Kopieren',
  'Use another account': 'Ein anderes Konto verwenden',
  'Getting your notes ready…': 'Ihre Notizen werden vorbereitet …',
  'One moment…': 'Einen Augenblick …',
  'Sign in again': 'Erneut anmelden',
  'Not now': 'Nicht jetzt',
  'Your session is over. Your notes are safe on this device, and are sent once you are signed in.':
    'Ihre Sitzung ist beendet. Ihre Notizen sind auf diesem Gerät sicher und werden gesendet, sobald Sie angemeldet sind.',
  'Set up an authenticator app': 'Eine Authenticator-App einrichten',
  'Scan this with an app such as Aegis, 2FAS or Google Authenticator, or copy the key into it.':
    'Scannen Sie dies mit einer App wie Aegis, 2FAS oder Google Authenticator, oder kopieren Sie den Schlüssel hinein.',
  'QR code for your authenticator app': 'QR-Code für Ihre Authenticator-App',
  Code: 'Code',
  'The six digits that the app shows now.': 'Die sechs Ziffern, die die App jetzt zeigt.',
  Confirm: 'Bestätigen',

  // The app around its screens
  'The notes on this device cannot be read': 'Die Notizen auf diesem Gerät lassen sich nicht lesen',
  Reload: 'Neu laden',
  'Notes · Satchel': 'Notizen · Satchel',
  Notes: 'Notizen',
  'This could not be loaded. Check your connection and try again.':
    'Das ließ sich nicht laden. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
  'This part of the app is not here': 'Dieser Teil der App fehlt',
  'Something went wrong': 'Etwas ist schiefgegangen',
  'It could not be loaded. Check your connection, go back, and try again. What you have written is kept on this device.':
    'Er ließ sich nicht laden. Prüfen Sie Ihre Verbindung, gehen Sie zurück und versuchen Sie es noch einmal. Was Sie geschrieben haben, bleibt auf diesem Gerät.',
  'Satchel ran into a fault of its own and stopped. What you have written is kept on this device.':
    'In Satchel ist ein Fehler aufgetreten, und die App wurde angehalten. Was Sie geschrieben haben, bleibt auf diesem Gerät.',
  'This browser had removed the notes kept on this device':
    'Dieser Browser hatte die Notizen entfernt, die auf diesem Gerät waren',
  Dismiss: 'Schließen',
  'They are being fetched again from AWS; what had not been sent by then is gone.':
    'Sie werden wieder von AWS geholt; was bis dahin nicht gesendet war, ist verloren.',
  'Other devices may not see every note': 'Andere Geräte sehen vielleicht nicht jede Notiz',
  'Your notes come near 1 MB, the most that this notes API lists at once. Nothing is lost. Delete for ever what you no longer need, or put Satchel’s own notes function (infra/notes-api) in the place of the tutorial’s: it has no such limit.':
    'Ihre Notizen sind zusammen fast 1 MB groß, und mehr listet diese Notizen-API nicht auf einmal auf. Es ist nichts verloren. Löschen Sie endgültig, was Sie nicht mehr brauchen, oder setzen Sie Satchels eigene Notizen-Funktion (infra/notes-api) an die Stelle der Funktion aus dem Tutorial: Sie hat diese Grenze nicht.',
  'Page not found · Satchel': 'Seite nicht gefunden · Satchel',
  'Page not found': 'Seite nicht gefunden',
  'There is nothing at this address. It may have been mistyped, or the page is no longer there.':
    'Unter dieser Adresse gibt es nichts. Vielleicht enthält sie einen Tippfehler, oder die Seite gibt es nicht mehr.',
  'Go to your notes': 'Zu Ihren Notizen',
  'Your session is over': 'Ihre Sitzung ist beendet',
  'What you write is safe on this device, and is sent once you are signed in.':
    'Was Sie schreiben, ist auf diesem Gerät sicher und wird gesendet, sobald Sie angemeldet sind.',
  'Sign out': 'Abmelden',
  'Signing out deletes the copy on this device. AWS has all of it.':
    'Beim Abmelden wird die Kopie auf diesem Gerät gelöscht. AWS hat alles.',
  'Not sent yet: {what}': 'Noch nicht gesendet: {what}',
  'Without a network, what has been sent of files stays in your bucket until its rule for unfinished uploads removes it.':
    'Ohne Netz bleibt, was von Dateien schon gesendet ist, in Ihrem Bucket, bis dessen Regel für unvollständige Uploads es entfernt.',
  'Taking away what has been sent of files…': 'Was von Dateien schon gesendet ist, wird entfernt …',
  'Sign out and discard': 'Abmelden und verwerfen',
  'Send now': 'Jetzt senden',
  'Signing out deletes the copy on this device. This would be lost:':
    'Beim Abmelden wird die Kopie auf diesem Gerät gelöscht. Dies ginge verloren:',
  'Sending… {count} left': { one: 'Wird gesendet … noch {count}', other: 'Wird gesendet … noch {count}' },
  Sending: 'Wird gesendet',
  'It could not be sent.': 'Es ließ sich nicht senden.',
  'Files that have to be chosen again wait for you:': 'Dateien, die erneut ausgewählt werden müssen, warten auf Sie:',
  'Choose them': 'Auswählen',
  'Try again in a moment.': 'Versuchen Sie es gleich noch einmal.',
  'its deletion': 'ihre Löschung',
  'two versions, none chosen yet': 'zwei Versionen, noch keine gewählt',
  'and {count} more': 'und {count} weitere',
  'a file being sent': 'eine Datei, die gesendet wird',
  'a file that has to be chosen again': 'eine Datei, die erneut ausgewählt werden muss',
  '{notes} and {files}': '{notes} und {files}',
  'Connected to AWS': 'Mit AWS verbunden',
  'Offline. Notes are saved on this device.': 'Offline. Notizen werden auf diesem Gerät gesichert.',
  'Notes could not be sent. They are saved on this device.':
    'Notizen ließen sich nicht senden. Sie sind auf diesem Gerät gesichert.',
  'Signed out. Notes are saved on this device.': 'Abgemeldet. Notizen werden auf diesem Gerät gesichert.',
  'Skip to content': 'Zum Inhalt springen',
  '<again>Sign in again</again> to send your notes': '<again>Erneut anmelden</again>, um Ihre Notizen zu senden',
  '<again>Sign in again</again> to send <notes>{count} notes</notes>': {
    one: '<again>Erneut anmelden</again>, um <notes>{count} Notiz</notes> zu senden',
    other: '<again>Erneut anmelden</again>, um <notes>{count} Notizen</notes> zu senden',
  },
  'Looking for changes…': 'Änderungen werden gesucht …',
  'Sending {notes}…': 'Sendet {notes} …',
  'Offline: notes are saved on this device': 'Offline: Notizen werden auf diesem Gerät gesichert',
  '{notes} waiting, offline': 'Offline, {notes} zu senden',
  'Offline since {since}: notes are saved on this device':
    'Offline seit {since}: Notizen werden auf diesem Gerät gesichert',
  '{notes} waiting, offline since {since}': 'Offline seit {since}, {notes} zu senden',
  'Notes could not be fetched': 'Notizen ließen sich nicht holen',
  '{notes} waiting: see why': '{notes} nicht gesendet: Grund zeigen',
  'All notes saved': 'Alle Notizen gesichert',
  '{notes} waiting': '{notes} zu senden',
  'Text copied': 'Text kopiert',
  'The browser did not allow copying. Select the text and copy it by hand.':
    'Der Browser hat das Kopieren nicht erlaubt. Markieren Sie den Text und kopieren Sie ihn von Hand.',
  'Copy text': 'Text kopieren',
  'Text size': 'Textgröße',
  Small: 'Klein',
  Normal: 'Normal',
  Large: 'Groß',
  Largest: 'Sehr groß',
  'App version': 'Version der App',
  'A new version is ready': 'Eine neue Version ist da',
  'What you have written is saved first.': 'Was Sie geschrieben haben, wird vorher gesichert.',
  'Not yet: a file is still on its way, or something is not saved. Try again in a moment.':
    'Noch nicht: Eine Datei ist noch unterwegs, oder etwas ist nicht gesichert. Versuchen Sie es gleich noch einmal.',
  Details: 'Einzelheiten',
  Messages: 'Meldungen',

  // An open note
  'Save status': 'Speicherstatus',
  'Saving…': 'Wird gesichert …',
  'Saved on this device': 'Auf diesem Gerät gesichert',
  'Sending…': 'Wird gesendet …',
  Saved: 'Gesichert',
  'Not saved': 'Nicht gesichert',
  'Not sent to AWS': 'Nicht an AWS gesendet',
  'The text is safe on this device.': 'Der Text ist auf diesem Gerät sicher.',
  'The text is still here; keep this page open.': 'Der Text ist noch hier; lassen Sie diese Seite offen.',
  'This note was deleted elsewhere': 'Diese Notiz wurde anderswo gelöscht',
  'Keep it as a new note': 'Als neue Notiz behalten',
  'Shared text': 'Geteilter Text',
  'Not kept yet': 'Noch nicht behalten',
  'Another app or page has handed this text over. It becomes a note when you keep it or write in it.':
    'Eine andere App oder Seite hat diesen Text übergeben. Er wird zu einer Notiz, wenn Sie ihn behalten oder darin schreiben.',
  'Keep this note': 'Diese Notiz behalten',
  'Shared text discarded': 'Geteilter Text verworfen',
  'What you see is the last text that this device had of it.':
    'Was Sie sehen, ist der letzte Text, den dieses Gerät davon hatte.',
  Restore: 'Wiederherstellen',
  'Delete for ever': 'Endgültig löschen',
  'This note is in the trash. Restore it to go on writing.':
    'Diese Notiz ist im Papierkorb. Stellen Sie sie wieder her, um weiterzuschreiben.',
  'Moved to the archive': 'Ins Archiv verschoben',
  'Moved out of the archive': 'Aus dem Archiv geholt',
  'Moved to the trash': 'In den Papierkorb verschoben',
  'Deleted for ever': 'Endgültig gelöscht',

  'Changed in two places at once': 'Gleichzeitig an zwei Orten geändert',
  'Both versions stand in the text below, between marks. Choose here, or edit the text yourself. The first is from the device that brought the two together, the second from the other one.':
    'Beide Versionen stehen unten im Text, zwischen Markierungen. Wählen Sie hier, oder bearbeiten Sie den Text selbst. Die erste stammt von dem Gerät, das beide zusammengeführt hat, die zweite vom anderen.',
  'All {count} places': { one: '{count} Stelle', other: 'Alle {count} Stellen' },
  'Place {number} of {of}': 'Stelle {number} von {of}',
  'First version': 'Erste Version',
  'Second version': 'Zweite Version',
  '{version}, {place}': '{version}, {place}',
  'Nothing here': 'Hier nichts',
  'Keep the first': 'Die erste behalten',
  'Keep the second': 'Die zweite behalten',
  'Keep both': 'Beide behalten',
  'Keep the first in place {number} of {of}': 'An Stelle {number} von {of} die erste behalten',
  'Keep the second in place {number} of {of}': 'An Stelle {number} von {of} die zweite behalten',
  'Keep both in place {number} of {of}': 'An Stelle {number} von {of} beide behalten',
  'Keep the first in all places': 'Überall die erste behalten',
  'Keep the second in all places': 'Überall die zweite behalten',
  'Keep both in all places': 'Überall beide behalten',
  'Opening the note': 'Die Notiz wird geöffnet',
  'Opening the file': 'Die Datei wird geöffnet',
  'This note is not here': 'Diese Notiz ist nicht hier',
  'It was deleted for ever, or it has not reached this device yet. If it arrives, it opens here.':
    'Sie wurde endgültig gelöscht, oder sie ist noch nicht auf diesem Gerät. Wenn sie ankommt, öffnet sie sich hier.',
  'No note open': 'Keine Notiz geöffnet',
  'Edited <time>{time}</time>': 'Bearbeitet: <time>{time}</time>',
  '{count} more tags': {
    one: '{count} weiteres Schlagwort',
    other: '{count} weitere Schlagwörter',
  },
  '{count} words': { one: '{count} Wort', other: '{count} Wörter' },
  Pinned: 'Angeheftet',
  Archived: 'Archiviert',
  Print: 'Drucken',
  Pin: 'Anheften',
  Unpin: 'Nicht mehr anheften',
  Archive: 'Archivieren',
  'Archive{notebook}': 'Archiv{notebook}',
  'Move out of archive': 'Aus dem Archiv holen',
  'Move to trash': 'In den Papierkorb',
  More: 'Mehr',
  Note: 'Notiz',
  'Write here. The first line is the title.': 'Schreiben Sie hier. Die erste Zeile ist der Titel.',
  'The trash was emptied': 'Der Papierkorb wurde geleert',
  'Empty trash': 'Papierkorb leeren',
  'Delete {count} notes for ever?': {
    one: '{count} Notiz endgültig löschen?',
    other: '{count} Notizen endgültig löschen?',
  },
  'Their text and attachments leave this device and your AWS account. You can undo it for ten seconds.':
    'Text und Anhänge werden von diesem Gerät und aus Ihrem AWS-Konto entfernt. Zehn Sekunden lang können Sie das rückgängig machen.',

  Done: 'Erledigt',
  Read: 'Lesen',
  Write: 'Schreiben',
  Task: 'Aufgabe',
  Outline: 'Gliederung',
  'This text takes too long to be laid out. It is shown as it is written.':
    'Die Darstellung dieses Textes dauert zu lange. Er ist so zu sehen, wie er geschrieben wurde.',
  Find: 'Suchen',
  'Replace with': 'Ersetzen durch',
  Next: 'Nächste',
  Previous: 'Vorige',
  All: 'Alle',
  'Match case': 'Groß-/Kleinschreibung',
  'Whole words': 'Ganze Wörter',
  Pattern: 'Muster',
  Replace: 'Ersetzen',
  'Replace all': 'Alle ersetzen',
  'Current hit': 'Aktueller Treffer',
  'on line': 'in Zeile',
  'Kept the first version': 'Die erste Version behalten',
  'Kept the second version': 'Die zweite Version behalten',
  'Kept both versions': 'Beide Versionen behalten',

  // Attachments
  'Attach files': 'Dateien anhängen',
  Attachments: 'Anhänge',
  'Show {name} large': '{name} groß anzeigen',
  'Previous picture': 'Voriges Bild',
  'Next picture': 'Nächstes Bild',
  '{number} of {count}': '{number} von {count}',
  Larger: 'Größer',
  Smaller: 'Kleiner',
  'This is no picture, whatever its name says. It can be downloaded.':
    'Das ist kein Bild, auch wenn der Name danach klingt. Herunterladen lässt es sich.',
  'This picture is too large to be shown here. It can be downloaded.':
    'Dieses Bild ist zu groß, um hier gezeigt zu werden. Herunterladen lässt es sich.',
  'Page {number} of {count}': 'Seite {number} von {count}',
  'Previous page': 'Vorherige Seite',
  'Next page': 'Nächste Seite',
  'This page cannot be shown. Download the file to open it elsewhere.':
    'Diese Seite lässt sich nicht zeigen. Laden Sie die Datei herunter, um sie anderswo zu öffnen.',
  'There is no text on this page.': 'Auf dieser Seite steht kein Text.',
  'This PDF is protected by a password. Download it to open it elsewhere.':
    'Diese PDF-Datei ist mit einem Passwort geschützt. Laden Sie sie herunter, um sie anderswo zu öffnen.',
  'This file cannot be shown as a PDF. Download it to open it elsewhere.':
    'Diese Datei lässt sich nicht als PDF zeigen. Laden Sie sie herunter, um sie anderswo zu öffnen.',
  'Too large to be shown': 'Zu groß, um gezeigt zu werden',
  File: 'Datei',
  'Folder, photo or recording': 'Ordner, Foto oder Aufnahme',
  'A folder…': 'Einen Ordner …',
  'Take a photo…': 'Ein Foto aufnehmen …',
  'Photos in full size…': 'Fotos in voller Größe …',
  'Record audio…': 'Ton aufnehmen …',
  'Record audio': 'Ton aufnehmen',
  Recording: 'Aufnahme',
  'Stop and attach': 'Beenden und anhängen',
  'Waiting for the microphone': 'Wartet auf das Mikrofon',
  'This page may not use the microphone. Allow it in the browser’s settings for this page, then try again.':
    'Diese Seite darf das Mikrofon nicht benutzen. Erlauben Sie es in den Einstellungen des Browsers für diese Seite und versuchen Sie es dann noch einmal.',
  'There is no microphone here that could be recorded with.': 'Hier ist kein Mikrofon, mit dem sich aufnehmen ließe.',
  'Making {count} photos smaller': { one: '1 Foto wird verkleinert', other: '{count} Fotos werden verkleinert' },
  'making {count} photos smaller': { one: '1 Foto wird verkleinert', other: '{count} Fotos werden verkleinert' },
  '{what}. Keep this tab open until they are in the note.':
    '{what}. Lassen Sie diesen Tab offen, bis alles in der Notiz ist.',
  'Attached as they were, with all that the camera wrote: {names}':
    'Angehängt, wie sie waren, mit allem, was die Kamera hineingeschrieben hat: {names}',
  'Make photos smaller': 'Fotos verkleinern',
  'At most 2,048 pixels wide or high, and without the place where they were taken. The originals are not kept.':
    'Höchstens 2.048 Pixel breit oder hoch und ohne den Ort der Aufnahme. Die Originale werden nicht behalten.',
  'Drop to attach': 'Zum Anhängen loslassen',
  'Files go into a note: open one, or begin a new one, and drop or paste them there.':
    'Dateien gehören in eine Notiz: Öffnen Sie eine oder beginnen Sie eine neue, und legen Sie sie dort ab oder fügen Sie sie dort ein.',
  'These are more than 1,000 files, so none was attached. Attach fewer at once.':
    'Das sind mehr als 1.000 Dateien, daher wurde keine angehängt. Hängen Sie weniger auf einmal an.',
  'There is no file in this folder.': 'In diesem Ordner ist keine Datei.',
  'This folder could not be read, so nothing of it was attached.':
    'Dieser Ordner ließ sich nicht lesen, daher wurde nichts daraus angehängt.',
  'Uploading {name}': '{name} wird hochgeladen',
  '{sent} of {total}': '{sent} von {total}',
  'Cancel {name}': 'Hochladen von {name} abbrechen',
  'Download {name}': '{name} herunterladen',
  'Download all ({files})': 'Alle herunterladen ({files})',
  'Download all ({files}, {size})': 'Alle herunterladen ({files}, {size})',
  'Downloading all files': 'Alle Dateien werden heruntergeladen',
  '{files} downloaded.': '{files} heruntergeladen.',
  '{files} downloaded. Not among them: {names}': '{files} heruntergeladen. Nicht dabei: {names}',
  'None of these files can be had now.': 'Keine dieser Dateien ist jetzt zu haben.',
  'The zip file could not be written. There may be no room on the disk.':
    'Die Zip-Datei ließ sich nicht schreiben. Vielleicht ist auf der Festplatte kein Platz.',
  'Play {name}': '{name} abspielen',
  'Stop {name}': '{name} beenden',
  'Your browser cannot play this file. Download it to open it elsewhere.':
    'Ihr Browser kann diese Datei nicht abspielen. Laden Sie sie herunter, um sie anderswo zu öffnen.',
  'This cannot be played now. Check your connection and try again.':
    'Das lässt sich jetzt nicht abspielen. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
  'Remove {name}': '{name} entfernen',
  'Removed {name}': '{name} entfernt',
  'On its way from another device, or gone.': 'Noch von einem anderen Gerät unterwegs, oder gelöscht.',
  'Not on this device yet; it is shown when you are online.':
    'Noch nicht auf diesem Gerät; wird angezeigt, sobald Sie online sind.',
  'Still not there.': 'Immer noch nicht da.',
  'Took {name} back out.': '{name} wieder herausgenommen.',
  'Replace {name}': '{name} ersetzen',
  'Replaced {name}': '{name} ersetzt',
  '{name}: {problem}': '{name}: {problem}',
  'Missing: it is deleted, or AWS does not let you reach it.':
    'Fehlt: Die Datei ist gelöscht, oder AWS verweigert Ihnen den Zugriff.',
  'This file is deleted, or it is where an older app put it and your AWS policy does not let you. Whoever set up your backend finds under Details what the policy lacks.':
    'Diese Datei ist gelöscht, oder sie liegt dort, wo eine ältere App sie abgelegt hat und wohin Ihre AWS-Richtlinie Sie nicht lässt. Wer Ihr Backend eingerichtet hat, findet unter „Einzelheiten“, was der Richtlinie fehlt.',
  'This file is not in your part of the bucket, and AWS gives you no other. Ask whoever put it there for it, or remove it here.':
    'Diese Datei liegt nicht in Ihrem Teil des Buckets, und einen anderen gibt AWS Ihnen nicht. Bitten Sie den um sie, der sie dort abgelegt hat, oder entfernen Sie sie hier.',
  'AWS does not let you put files where Satchel is set to put them. The file stays on this device, and whoever set up your backend finds under Details what to change.':
    'AWS lässt Sie dort keine Dateien ablegen, wo Satchel sie laut Einstellung ablegt. Die Datei bleibt auf diesem Gerät, und wer Ihr Backend eingerichtet hat, findet unter „Einzelheiten“, was zu ändern ist.',
  'AWS did not take it.': 'AWS hat sie nicht angenommen.',
  'Bucket: {bucket}': 'Bucket: {bucket}',
  'Key: {key}': 'Schlüssel: {key}',
  'Asked for: {action}': 'Gefragt wurde nach: {action}',
  'The answer: {words}': 'Die Antwort: {words}',
  'New files go under: {prefix}': 'Neue Dateien kommen unter: {prefix}',
  'This one needs the prefix: {prefix}': 'Diese hier braucht das Präfix: {prefix}',
  'No statement is of use here: the key does not hold your identity id, {id}.':
    'Hier hilft keine Anweisung: Der Schlüssel enthält Ihre Identity-ID {id} nicht.',
  'This statement in the policy of the role for signed-in people allows it:':
    'Diese Anweisung in der Richtlinie der Rolle für angemeldete Personen erlaubt es:',
  'VITE_ATTACHMENTS_PREFIX has Satchel put new files under: {prefix}':
    'Durch VITE_ATTACHMENTS_PREFIX legt Satchel neue Dateien ab unter: {prefix}',
  'Either set VITE_ATTACHMENTS_PREFIX to what the policy allows and build Satchel again: {early} for the tutorial’s policy of 2017, {late} for the one since March 2018. Or change the policy.':
    'Setzen Sie VITE_ATTACHMENTS_PREFIX auf das, was die Richtlinie erlaubt, und bauen Sie Satchel neu: {early} für die Richtlinie des Tutorials von 2017, {late} für die seit März 2018. Oder ändern Sie die Richtlinie.',
  'Copy details': 'Details kopieren',
  'An older app stored an address here that leads nowhere: {address}':
    'Eine ältere App hat hier eine Adresse hinterlassen, die nirgendwohin führt: {address}',
  'Not in your bucket {bucket}, but at {host}, where Satchel fetches nothing. Your browser may be able to open it.':
    'Nicht in Ihrem Bucket {bucket}, sondern bei {host}, wo Satchel nichts abruft. Vielleicht kann Ihr Browser sie öffnen.',
  'Open {name} in a new tab': '{name} in einem neuen Tab öffnen',

  // Library
  Account: 'Konto',
  Settings: 'Einstellungen',
  'Keyboard shortcuts': 'Tastenkürzel',
  Ctrl: 'Strg',
  Alt: 'Alt',
  Tab: 'Tab',
  Shift: 'Umschalt',
  Enter: 'Eingabe',
  Home: 'Pos1',
  End: 'Ende',
  'Page up': 'Bild ↑',
  'Page down': 'Bild ↓',
  'Command palette': 'Befehlspalette',
  Bold: 'Fett',
  Italic: 'Kursiv',
  'Tick a task, open a link or a picture': 'Aufgabe abhaken, Link oder Bild öffnen',
  'Find in the note': 'In der Notiz suchen',
  'Command or note': 'Befehl oder Notiz',
  'Commands and notes': 'Befehle und Notizen',
  'Do something, or open a note': 'Etwas tun oder eine Notiz öffnen',
  'Search all notes for “{words}”': 'Alle Notizen nach „{words}“ durchsuchen',
  '{count} results': { one: '{count} Ergebnis', other: '{count} Ergebnisse' },
  'This note': 'Diese Notiz',
  Everywhere: 'Überall',
  Search: 'Suchen',
  'In the list': 'In der Liste',
  'In the text': 'Im Text',
  'Next note': 'Nächste Notiz',
  'Previous note': 'Vorige Notiz',
  'Read or write': 'Lesen oder schreiben',
  'Into the text': 'In den Text',
  'From the text to the list': 'Vom Text zur Liste',
  Down: 'Nach unten',
  Up: 'Nach oben',
  'To the first': 'Zur ersten',
  'To the last': 'Zur letzten',
  'Further down': 'Weiter nach unten',
  'Further up': 'Weiter nach oben',
  'Move a list item in': 'Listenpunkt einrücken',
  'Move a list item out': 'Listenpunkt ausrücken',
  'Next place found': 'Nächste Fundstelle',
  'Previous place found': 'Vorige Fundstelle',
  'Undo typing': 'Eingabe rückgängig machen',
  'Redo typing': 'Eingabe wiederholen',
  'Single letters act where nothing is typed. They can be turned off in Settings.':
    'Einzelne Buchstaben wirken nur, wo nicht geschrieben wird. In den Einstellungen lassen sie sich abschalten.',
  'Single letters are turned off in Settings.': 'Einzelne Buchstaben sind in den Einstellungen abgeschaltet.',
  Notebooks: 'Notizbücher',
  'Show notebooks': 'Notizbücher anzeigen',
  'Back to the note': 'Zurück zur Notiz',
  'Back to notes': 'Zurück zu den Notizen',
  '{count} notes found': { one: '{count} Notiz gefunden', other: '{count} Notizen gefunden' },
  'New note (n)': 'Neue Notiz (n)',
  'Search notes': 'Notizen durchsuchen',
  'Searching…': 'Suche läuft …',
  '“{value}” is no date. Write it as 2026-11-22, 2026-11 or 2026.':
    '„{value}“ ist kein Datum. Schreiben Sie es als 2026-11-22, 2026-11 oder 2026.',
  '“{operator}:” does not know “{value}”. It is searched for as it stands.':
    '„{operator}:“ kennt „{value}“ nicht. Gesucht wird der Text, wie er dasteht.',
  'Hits in this note': 'Treffer in dieser Notiz',
  'Hit {number} of {of}': 'Treffer {number} von {of}',
  'Previous hit': 'Voriger Treffer',
  'Next hit': 'Nächster Treffer',
  'Narrow the search': 'Suche eingrenzen',
  'Recent searches': 'Letzte Suchen',
  'Clear recent searches': 'Letzte Suchen löschen',
  'Save this search': 'Diese Suche merken',
  'Forget this search': 'Diese Suche vergessen',
  'Search forgotten': 'Suche vergessen',
  'Saved searches': 'Gemerkte Suchen',
  'Remove the saved search “{words}”': 'Die gemerkte Suche „{words}“ entfernen',
  'Still reading': 'Wird noch gelesen',
  'Nothing found': 'Nichts gefunden',
  'No note here has “{words}”. Every word is looked for in titles, texts and tags.':
    'Keine Notiz hier enthält „{words}“. Jedes Wort wird in Titeln, Texten und Schlagwörtern gesucht.',
  'A place for your notes': 'Ein Platz für Ihre Notizen',
  'Write the first one': 'Die erste schreiben',
  'They are kept on this device at once, and in your own AWS account a moment later.':
    'Sie sind sofort auf diesem Gerät gesichert und einen Augenblick später in Ihrem eigenen AWS-Konto.',
  'Nothing pinned': 'Nichts angeheftet',
  'Pin a note from its menu to keep it at hand.': 'Heften Sie eine Notiz über ihr Menü an, um sie zur Hand zu haben.',
  'The archive is empty': 'Das Archiv ist leer',
  'Archived notes leave the list, and searches still find them.':
    'Archivierte Notizen stehen nicht mehr in der Liste, werden beim Suchen aber weiterhin gefunden.',
  'The trash is empty': 'Der Papierkorb ist leer',
  'Notes moved here stay until you delete them for ever.': 'Notizen bleiben hier, bis Sie sie endgültig löschen.',
  'No notes with this tag': 'Keine Notizen mit diesem Schlagwort',
  'Write #{tag} anywhere in a note and it appears here.':
    'Schreiben Sie #{tag} irgendwo in eine Notiz, und sie erscheint hier.',
  Untitled: 'Ohne Titel',
  '{count} attachments': { one: '{count} Anhang', other: '{count} Anhänge' },
  'Not saved since {since}': 'Nicht gesichert seit {since}',
  'Sending since {since}': 'Wird gesendet seit {since}',
  'Waiting since {since}': 'Wartet seit {since}',
  'On this device. {more}': 'Auf diesem Gerät. {more}',
  Tags: 'Schlagwörter',
  'Reading your notes': 'Ihre Notizen werden gelesen',
  'All notes': 'Alle Notizen',
  Trash: 'Papierkorb',
  'Clear search': 'Suche löschen',

  // Settings
  'Settings · Satchel': 'Einstellungen · Satchel',
  'Signed in as': 'Angemeldet als',
  Appearance: 'Darstellung',
  Theme: 'Farbschema',
  System: 'System',
  Light: 'Hell',
  Dark: 'Dunkel',
  Keyboard: 'Tastatur',
  'Single-letter shortcuts': 'Tastenkürzel aus einem Buchstaben',
  'n for a new note, / to search, ? for all of them. They never act while you type.':
    'n für eine neue Notiz, / zum Suchen, ? für alle. Sie wirken nie, während Sie tippen.',
  'Your notes': 'Ihre Notizen',
  'All notes as Markdown files in one zip file, with their attachments.':
    'Alle Notizen als Markdown-Dateien in einer Zip-Datei, mit ihren Anhängen.',
  'Export all notes': 'Alle Notizen exportieren',
  'Satchel runs against the AWS that is embedded in its own server. Nothing leaves this computer.':
    'Satchel verwendet das AWS, das in seinen eigenen Server eingebaut ist. Nichts verlässt diesen Computer.',
  Region: 'Region',
  'Attachments under': 'Anhänge unter',
  'Largest attachment': 'Größter Anhang',
  'Is the connection working?': 'Funktioniert die Verbindung?',
  About: 'Über Satchel',
  'Satchel keeps your notes as plain Markdown on this device and in your own AWS account, and nowhere else.':
    'Satchel bewahrt Ihre Notizen als einfaches Markdown auf diesem Gerät und in Ihrem eigenen AWS-Konto auf, und sonst nirgends.',
  Language: 'Sprache',
  'As the browser': 'Wie im Browser',

  // The connection check
  'The user pool does not take this e-mail address and password.':
    'Der Benutzerpool nimmt diese E-Mail-Adresse und dieses Passwort nicht an.',
  'Type both again. Where they are right, the app client is one of another user pool: VITE_USER_POOL_CLIENT_ID must be among the clients of {userPoolId}.':
    'Geben Sie beide noch einmal ein. Wenn sie stimmen, gehört der App-Client zu einem anderen Benutzerpool: VITE_USER_POOL_CLIENT_ID muss unter den Clients von {userPoolId} stehen.',
  'The e-mail address of this account has not been confirmed.':
    'Die E-Mail-Adresse dieses Kontos ist noch nicht bestätigt.',
  'Sign in to the app with it: it asks for the code that was sent there.':
    'Melden Sie sich damit in der App an: Sie fragt nach dem Code, der dorthin geschickt wurde.',
  'The user pool asks for a further step, which this command cannot do.':
    'Der Benutzerpool verlangt einen weiteren Schritt, den dieser Befehl nicht kann.',
  'Sign in to the app, and open its page /help.': 'Melden Sie sich in der App an und öffnen Sie dort die Seite /help.',
  'There is no user pool {userPoolId} in {region}.': 'In {region} gibt es keinen Benutzerpool {userPoolId}.',
  'Set VITE_USER_POOL_ID to the id of your user pool, and VITE_REGION to its region.':
    'Setzen Sie VITE_USER_POOL_ID auf die ID Ihres Benutzerpools und VITE_REGION auf seine Region.',
  'There is no app client {client} in {region}.': 'In {region} gibt es keinen App-Client {client}.',
  'Set VITE_USER_POOL_CLIENT_ID to the client id of an app client of this user pool.':
    'Setzen Sie VITE_USER_POOL_CLIENT_ID auf die ID eines App-Clients dieses Benutzerpools.',
  'The app client has a secret, and an app in a browser can keep none.':
    'Der App-Client hat ein Geheimnis, und eine App im Browser kann keines bewahren.',
  'A secret cannot be taken from a client: make a new one of the kind “Single-page application”, and set VITE_USER_POOL_CLIENT_ID to its id.':
    'Einem Client lässt sich sein Geheimnis nicht nehmen: Legen Sie einen neuen der Art „Single-page application“ an und setzen Sie VITE_USER_POOL_CLIENT_ID auf seine ID.',
  'The app client does not allow signing in with a password by SRP.':
    'Der App-Client erlaubt keine Anmeldung mit Passwort über SRP.',
  'Allow ALLOW_USER_SRP_AUTH and ALLOW_REFRESH_TOKEN_AUTH among its authentication flows.':
    'Erlauben Sie unter seinen Authentication flows ALLOW_USER_SRP_AUTH und ALLOW_REFRESH_TOKEN_AUTH.',
  'The app client belongs to another user pool: {issuer} gives out its tokens, not {userPoolId}.':
    'Der App-Client gehört zu einem anderen Benutzerpool: Seine Tokens gibt {issuer} aus, nicht {userPoolId}.',
  'Set VITE_USER_POOL_ID and VITE_USER_POOL_CLIENT_ID to the ids of one pool and one of its clients. Then sign out and in again.':
    'Setzen Sie VITE_USER_POOL_ID und VITE_USER_POOL_CLIENT_ID auf die IDs eines Pools und eines seiner Clients. Melden Sie sich dann ab und wieder an.',
  'There is no identity pool {identityPoolId} in {region}.':
    'In {region} gibt es keinen Identitätspool {identityPoolId}.',
  'Set VITE_IDENTITY_POOL_ID to the id of your identity pool.':
    'Setzen Sie VITE_IDENTITY_POOL_ID auf die ID Ihres Identitätspools.',
  'The identity pool does not trust the user pool.': 'Der Identitätspool vertraut dem Benutzerpool nicht.',
  'Add the user pool {userPoolId} with the app client {client} as an identity provider.':
    'Fügen Sie den Benutzerpool {userPoolId} mit dem App-Client {client} als Identitätsanbieter hinzu.',
  'The identity pool trusts the user pool, but with another app client.':
    'Der Identitätspool vertraut dem Benutzerpool, aber mit einem anderen App-Client.',
  'The identity pool has no role that signed-in people can take.':
    'Der Identitätspool hat keine Rolle, die Angemeldete annehmen können.',
  'Choose an authenticated role, and have its trust policy name this identity pool as the audience.':
    'Wählen Sie eine Rolle für Angemeldete, deren Vertrauensrichtlinie diesen Identitätspool als Zielgruppe nennt.',
  'Nothing answers at the address of the notes API, {host}.':
    'Unter der Adresse der Notizen-API, {host}, antwortet nichts.',
  'Compare VITE_API_URL with the invoke URL of the API’s stage: its id and region must be the same.':
    'Vergleichen Sie VITE_API_URL mit der Aufruf-URL der Stufe (Stage): ID und Region müssen gleich sein.',
  'The notes API answers, but does not let {origin} read it: CORS is off, or the stage or path is wrong.':
    'Die Notizen-API antwortet, lässt {origin} aber nichts lesen: CORS ist aus, oder Stufe oder Pfad sind falsch.',
  'Compare VITE_API_URL with the invoke URL of the stage. If it is right, enable CORS for /notes and /notes/{id}, with an OPTIONS method, and deploy the API.':
    'Vergleichen Sie VITE_API_URL mit der Aufruf-URL der Stufe (Stage). Wenn sie stimmt, schalten Sie CORS für /notes und /notes/{id} ein, mit einer OPTIONS-Methode, und stellen Sie die API bereit.',
  'VITE_API_URL has no stage, and the notes API knows none without a name.':
    'VITE_API_URL hat keine Stufe (Stage), und die Notizen-API kennt keine ohne Namen.',
  'Add the stage at the end of VITE_API_URL, such as /prod.': 'Hängen Sie die Stufe an VITE_API_URL an, etwa /prod.',
  'The notes API is there, but CORS does not let {origin} in.':
    'Die Notizen-API ist da, aber CORS lässt {origin} nicht hinein.',
  'Enable CORS for /notes and /notes/{id}, with an OPTIONS method, and deploy the API.':
    'Schalten Sie CORS für /notes und /notes/{id} ein, mit einer OPTIONS-Methode, und stellen Sie die API bereit.',
  'The notes API has no /notes at this address: the stage or the path in VITE_API_URL is wrong.':
    'Unter dieser Adresse hat die Notizen-API kein /notes: Stufe (Stage) oder Pfad in VITE_API_URL sind falsch.',
  'Set VITE_API_URL to the invoke URL of the stage, without anything behind the stage.':
    'Setzen Sie VITE_API_URL auf die Aufruf-URL der Stufe, ohne etwas hinter der Stufe.',
  'The notes API refuses signed requests and hides the reason: most often the role names the id of an older API.':
    'Die Notizen-API weist signierte Anfragen ab und verbirgt den Grund: Meistens nennt die Rolle die ID einer älteren API.',
  'Have the policy of the role for signed-in people name this API.':
    'Nennen Sie in der Richtlinie der Rolle für Angemeldete diese API.',
  'Refusals of the API Gateway come without CORS headers, so that the app cannot tell why something fails.':
    'Absagen des API Gateway kommen ohne CORS-Kopfzeilen, sodass die App nicht sagen kann, warum etwas misslingt.',
  'Give the gateway responses “Default 4XX” and “Default 5XX” the header Access-Control-Allow-Origin.':
    'Geben Sie den Gateway responses „Default 4XX“ und „Default 5XX“ die Kopfzeile Access-Control-Allow-Origin.',
  'The role for signed-in people may not use the notes API.':
    'Die Rolle für Angemeldete darf die Notizen-API nicht verwenden.',
  'Allow execute-api:Invoke on this API in the policy of that role.':
    'Erlauben Sie in der Richtlinie dieser Rolle execute-api:Invoke für diese API.',
  'The notes API takes our signature for wrong: the region or the stage in VITE_API_URL does not fit.':
    'Die Notizen-API hält unsere Signatur für falsch: Region oder Stufe (Stage) in VITE_API_URL passen nicht.',
  'VITE_REGION must be the region of the API. With a domain of your own, its mapping must lead to the stage without changing the path.':
    'VITE_REGION muss die Region der API sein. Bei einer eigenen Domain muss deren Zuordnung zur Stufe führen, ohne den Pfad zu ändern.',
  'The notes API does not know the credentials of the identity pool.':
    'Die Notizen-API kennt die Zugangsdaten des Identitätspools nicht.',
  'Sign out and in again. If this stays, the API is in an account of its own that must let this one in.':
    'Melden Sie sich ab und wieder an. Wenn das so bleibt, ist die API in einem anderen Konto, das dieses hier einlassen muss.',
  'The notes API answers without a signature: anybody can call it.':
    'Die Notizen-API antwortet auch ohne Signatur: Jeder kann sie aufrufen.',
  'Set the authorization of all its methods to AWS IAM, and deploy the API.':
    'Stellen Sie die Autorisierung all ihrer Methoden auf AWS IAM und stellen Sie die API bereit.',
  'The notes API let us in, but its function fails.':
    'Die Notizen-API hat uns eingelassen, aber ihre Funktion scheitert.',
  'Look into the function’s log. Its role must be allowed to use the table, and the name of the table must be right.':
    'Sehen Sie ins Protokoll der Funktion. Ihre Rolle muss die Tabelle verwenden dürfen, und deren Name muss stimmen.',
  'Something answers at VITE_API_URL, but not as a notes API does.':
    'Unter VITE_API_URL antwortet etwas, aber nicht so wie eine Notizen-API.',
  'Set VITE_API_URL to the address of your notes API.': 'Setzen Sie VITE_API_URL auf die Adresse Ihrer Notizen-API.',
  'The notes API does not show its time (Date) to the app, so that a wrong clock cannot be made up for.':
    'Die Notizen-API zeigt der App ihre Zeit (Date) nicht, sodass sich eine falsche Uhr nicht ausgleichen lässt.',
  'Add Date to Access-Control-Expose-Headers of its answers, and of the gateway responses.':
    'Nehmen Sie Date in Access-Control-Expose-Headers ihrer Antworten und der Gateway responses auf.',
  'S3 does not let {origin} read the bucket: there is none named {bucket} in {region}, or its CORS is not set up.':
    'S3 lässt {origin} den Bucket nicht lesen: In {region} gibt es keinen namens {bucket}, oder sein CORS ist nicht eingerichtet.',
  'Compare VITE_BUCKET and VITE_REGION with the bucket. If they are right, put these rules under its CORS.':
    'Vergleichen Sie VITE_BUCKET und VITE_REGION mit dem Bucket. Wenn beide stimmen, tragen Sie diese Regeln unter seinem CORS ein.',
  'The bucket is there, but its CORS does not let {origin} in.':
    'Der Bucket ist da, aber sein CORS lässt {origin} nicht hinein.',
  'Put these rules under the bucket’s CORS.': 'Tragen Sie diese Regeln unter dem CORS des Buckets ein.',
  'There is no bucket of the name in VITE_BUCKET.': 'Es gibt keinen Bucket mit dem Namen in VITE_BUCKET.',
  'Set VITE_BUCKET to the name of your bucket for attachments.':
    'Setzen Sie VITE_BUCKET auf den Namen Ihres Buckets für Anhänge.',
  'The bucket is in another region than VITE_REGION says.':
    'Der Bucket ist in einer anderen Region, als VITE_REGION sagt.',
  'All parts must be in one region: use a bucket in that of the user pool, and name it in VITE_BUCKET.':
    'Alle Teile müssen in einer Region sein: Verwenden Sie einen Bucket in der des Benutzerpools und nennen Sie ihn in VITE_BUCKET.',
  'S3 takes our signature for wrong: the region or the name of the bucket does not fit.':
    'S3 hält unsere Signatur für falsch: Region oder Name des Buckets passen nicht.',
  'Compare VITE_REGION and VITE_BUCKET with the bucket, then sign out and in again.':
    'Vergleichen Sie VITE_REGION und VITE_BUCKET mit dem Bucket und melden Sie sich dann ab und wieder an.',
  'The bucket does not show ETag to the app, so that large files take longer to send.':
    'Der Bucket zeigt der App kein ETag, sodass große Dateien länger brauchen.',
  'Add ETag to ExposeHeaders of the bucket’s CORS.': 'Nehmen Sie ETag in ExposeHeaders des CORS des Buckets auf.',
  'The bucket gave back other bytes than it was sent.':
    'Der Bucket hat andere Bytes zurückgegeben, als gesendet wurden.',
  'Something between here and S3 changes files, such as a proxy. Try another network.':
    'Etwas zwischen hier und S3 verändert Dateien, etwa ein Proxy. Versuchen Sie es in einem anderen Netz.',
  'AWS does not take files under {prefix}: the prefix does not fit the policy.':
    'AWS nimmt unter {prefix} keine Dateien an: Das Präfix passt nicht zur Richtlinie.',
  'AWS takes files under {prefix}, but does not give them out again.':
    'AWS nimmt Dateien unter {prefix} an, gibt sie aber nicht wieder heraus.',
  'AWS does not let you delete files under {prefix}. The file of this check is still there.':
    'AWS lässt Sie unter {prefix} keine Dateien löschen. Die Datei dieser Prüfung ist noch da.',
  'AWS does not let you give up an upload under {prefix}: cancelled ones would leave their parts behind.':
    'AWS lässt Sie unter {prefix} keinen Upload aufgeben: Von abgebrochenen blieben Teile zurück.',
  'AWS does not tell which parts of an upload under {prefix} it has, so that a broken one begins again.':
    'AWS sagt nicht, welche Teile eines Uploads unter {prefix} es hat, sodass ein unterbrochener von vorn beginnt.',
  'Allow {action} for the key {key} in the policy of the role for signed-in people, or set VITE_ATTACHMENTS_PREFIX to what the policy allows.':
    'Erlauben Sie in der Richtlinie der Rolle für Angemeldete {action} für den Schlüssel {key}, oder setzen Sie VITE_ATTACHMENTS_PREFIX auf das, was die Richtlinie erlaubt.',
  'AWS did not answer as it should, which may pass.':
    'AWS hat nicht wie erwartet geantwortet; das geht vielleicht vorüber.',
  'Run the check again in a while. If this stays, look at the details.':
    'Wiederholen Sie die Prüfung in einer Weile. Wenn das so bleibt, sehen Sie sich die Details an.',
  'The way to AWS': 'Der Weg zu AWS',
  'AWS answers.': 'AWS antwortet.',
  Clock: 'Uhr',
  'AWS did not show its time.': 'AWS hat seine Uhrzeit nicht gezeigt.',
  'The clock of this device is right.': 'Die Uhr dieses Geräts geht richtig.',
  'AWS does not tell this to a page here.': 'AWS sagt das einer Seite hier nicht.',
  'It is there.': 'Er ist da.',
  'App client': 'App-Client',
  'It is there, without a secret.': 'Er ist da und hat kein Geheimnis.',
  'Your session': 'Ihre Sitzung',
  'The tokens are of this user pool and this app client.':
    'Die Tokens sind von diesem Benutzerpool und diesem App-Client.',
  'It is there, and trusts the user pool.': 'Er ist da und vertraut dem Benutzerpool.',
  Credentials: 'Zugangsdaten',
  'AWS gives you temporary credentials.': 'AWS gibt Ihnen vorübergehende Zugangsdaten.',
  'Nothing comes back from AWS.': 'Von AWS kommt nichts zurück.',
  'Check the network of this device, and whether an ad blocker, a firewall or a proxy keeps amazonaws.com away.':
    'Prüfen Sie das Netz dieses Geräts, und ob ein Werbeblocker, eine Firewall oder ein Proxy amazonaws.com fernhält.',
  'The clock of this device is {minutes} minutes slow.': 'Die Uhr dieses Geräts geht {minutes} Minuten nach.',
  'The clock of this device is {minutes} minutes fast.': 'Die Uhr dieses Geräts geht {minutes} Minuten vor.',
  'Set the clock, or have the device set it by itself. AWS refuses what is more than 15 minutes off.':
    'Stellen Sie die Uhr, oder lassen Sie das Gerät sie selbst stellen. AWS weist ab, was mehr als 15 Minuten abweicht.',
  'Notes API, from this page': 'Notizen-API, von dieser Seite aus',
  'Notes API, signed': 'Notizen-API, signiert',
  'Notes API, its time': 'Notizen-API, ihre Uhrzeit',
  'It shows its time, so that a wrong clock is made up for.':
    'Sie zeigt ihre Uhrzeit, sodass eine falsche Uhr ausgeglichen wird.',
  'Kind of notes API': 'Art der Notizen-API',
  'Satchel’s own: it keeps versions, so that no device overwrites another.':
    'Die von Satchel: Sie führt Versionen, sodass kein Gerät ein anderes überschreibt.',
  'The tutorial’s: it keeps no versions, and a list of more than 1 MB is cut.':
    'Die des Tutorials: Sie führt keine Versionen, und eine Liste über 1 MB wird abgeschnitten.',
  'It lets this page in.': 'Lässt diese Seite hinein.',
  'It takes your signature and gives out your notes.': 'Sie nimmt Ihre Signatur an und gibt Ihre Notizen heraus.',
  'Bucket, from this page': 'Bucket, von dieser Seite aus',
  'They go part by part, and can be given up.': 'Sie gehen Teil für Teil und lassen sich aufgeben.',
  'Bucket, putting a file': 'Bucket, eine Datei ablegen',
  'A small file is there.': 'Eine kleine Datei ist dort.',
  'Bucket, what it shows': 'Bucket, was er zeigt',
  'It shows ETag, which large files are put together by.': 'Er zeigt ETag, womit große Dateien zusammengesetzt werden.',
  'Bucket, reading a file': 'Bucket, eine Datei lesen',
  'It is as it was sent.': 'Sie ist so, wie sie gesendet wurde.',
  'Bucket, large files': 'Bucket, große Dateien',
  'Bucket, deleting a file': 'Bucket, eine Datei löschen',
  'The small file is gone again.': 'Die kleine Datei ist wieder weg.',
  'You stopped before.': 'Vorher angehalten.',
  'Not looked at, because an earlier check failed.': 'Nicht geprüft, weil eine frühere Prüfung scheiterte.',
  'Sign in to have this looked at.': 'Dafür müssen Sie angemeldet sein.',
  'Give the address of your site to have this looked at.': 'Dafür muss die Adresse Ihrer Website angegeben werden.',
  'They are complete, and of one region.': 'Vollständig und aus einer Region.',
  'Settings are wrong: {problems}': 'Einstellungen sind falsch: {problems}',
  'Correct them where Satchel is built (.env, or the settings of the build), and build it again.':
    'Berichtigen Sie sie dort, wo Satchel gebaut wird (.env oder die Einstellungen des Builds), und bauen Sie es neu.',
  'Your session is over, or the user pool did not renew it.':
    'Ihre Sitzung ist beendet, oder der Benutzerpool hat sie nicht erneuert.',
  'Sign in again. What you have written is kept on this device.':
    'Melden Sie sich erneut an. Was Sie geschrieben haben, bleibt auf diesem Gerät.',
  'Check of the connection': 'Prüfung der Verbindung',
  'Each step on the way to your notes and files is tried, in order. No note is touched; a small file is put into your bucket and taken away again.':
    'Jeder Schritt auf dem Weg zu Ihren Notizen und Dateien wird der Reihe nach probiert. Keine Notiz wird angetastet; eine kleine Datei kommt in den Bucket und wird wieder entfernt.',
  'Nobody is signed in, so that only the first part can be checked.':
    'Niemand ist angemeldet, deshalb lässt sich nur der erste Teil prüfen.',
  'Checking…': 'Prüfung läuft …',
  'Everything is as it should be.': 'Alles ist, wie es sein soll.',
  'What can be checked is as it should be.': 'Was sich prüfen lässt, ist, wie es sein soll.',
  '{count} things are wrong.': { one: '{count} Sache stimmt nicht.', other: '{count} Sachen stimmen nicht.' },
  'Nothing is wrong, and {count} things could be better.': {
    one: 'Nichts ist falsch, und {count} Sache könnte besser sein.',
    other: 'Nichts ist falsch, und {count} Sachen könnten besser sein.',
  },
  'Stopped before the end.': 'Vor dem Ende angehalten.',
  Findings: 'Befunde',
  'All checks': 'Alle Prüfungen',
  'Prefix of files': 'Präfix der Dateien',
  'Run again': 'Noch einmal prüfen',
  Stop: 'Anhalten',
  'Copy report': 'Bericht kopieren',
  Checks: 'Prüfungen',
  'What to change': 'Was zu ändern ist',
  'Where in the AWS console': 'Wo in der AWS-Konsole',
  'This belongs there': 'Das gehört dorthin',
  'Copy this': 'Kopieren',
  Fine: 'In Ordnung',
  'Could be better': 'Könnte besser sein',
  Wrong: 'Falsch',
  'Not checked': 'Nicht geprüft',
  Waiting: 'Wartet',
  Checking: 'Wird geprüft',
  'Connection check of Satchel': 'Verbindungsprüfung von Satchel',
  'The check could not be loaded': 'Die Prüfung konnte nicht geladen werden',

  // What a step of signing in is refused with
  'AWS refuses this. Its reason is in the details.': 'AWS lehnt das ab. Der Grund steht in den Details.',
  'New accounts are by invitation here. Ask whoever runs this Satchel for one.':
    'Ein Konto bekommt man hier nur auf Einladung. Bitten Sie darum, wer dieses Satchel betreibt.',
  'No code can be sent to this account now. Ask whoever runs this Satchel.':
    'An dieses Konto lässt sich gerade kein Code senden. Wenden Sie sich an den Betreiber dieses Satchel.',
  'That took too long. Sign in once more.': 'Das hat zu lange gedauert. Melden Sie sich noch einmal an.',
  'The code is no longer valid. Have a new one sent.':
    'Der Code ist nicht mehr gültig. Lassen Sie sich einen neuen senden.',
  'The code is wrong. Try it again.': 'Der Code ist falsch. Versuchen Sie es noch einmal.',
  'The email address or the password is wrong.': 'E-Mail-Adresse oder Passwort ist falsch.',
  'The password cannot be reset: no address of this account is confirmed.':
    'Das Passwort lässt sich nicht zurücksetzen: Für dieses Konto ist keine Adresse bestätigt.',
  'The password from your invitation has expired. Ask for a new invitation.':
    'Das Passwort aus Ihrer Einladung ist abgelaufen. Bitten Sie um eine neue Einladung.',
  'The password is too short.': 'Das Passwort ist zu kurz.',
  'The password must have a digit.': 'Das Passwort muss eine Ziffer enthalten.',
  'The password must have a lower-case letter.': 'Das Passwort muss einen Kleinbuchstaben enthalten.',
  'The password must have a special character.': 'Das Passwort muss ein Sonderzeichen enthalten.',
  'The password must have an upper-case letter.': 'Das Passwort muss einen Großbuchstaben enthalten.',
  'The user pool’s own rules refuse this: {reason}': 'Die eigenen Regeln des Benutzerpools lehnen das ab: {reason}',
  'There is an account with this email address already. Sign in with it.':
    'Es gibt schon ein Konto mit dieser E-Mail-Adresse. Melden Sie sich damit an.',
  'There is no account with this email address.': 'Es gibt kein Konto mit dieser E-Mail-Adresse.',
  'This account has been disabled. Ask whoever runs this Satchel.':
    'Dieses Konto ist gesperrt. Wenden Sie sich an den Betreiber dieses Satchel.',
  'This account is not confirmed yet.': 'Dieses Konto ist noch nicht bestätigt.',
  'This code has been used already. Wait for the next one.':
    'Dieser Code wurde schon benutzt. Warten Sie auf den nächsten.',
  'This is not an email address.': 'Das ist keine E-Mail-Adresse.',
  'This user pool asks for a step that Satchel cannot do ({step}). Ask whoever runs it to allow a password.':
    'Dieser Benutzerpool verlangt einen Schritt, den Satchel nicht kann ({step}). Bitten Sie den Betreiber, ein Passwort zuzulassen.',
  'Too many attempts. Wait a while before the next one.': 'Zu viele Versuche. Warten Sie eine Weile bis zum nächsten.',

  // Failures
  'AWS cannot be reached. Check your connection.': 'AWS ist nicht erreichbar. Prüfen Sie Ihre Verbindung.',
  'AWS asks for a pause. Wait a moment.': 'AWS bittet um eine Pause. Warten Sie einen Augenblick.',
  'AWS has a problem of its own at the moment. Try again in a while.':
    'AWS hat gerade selbst eine Störung. Versuchen Sie es später noch einmal.',
  'Your access to AWS has run out. If this stays, sign in again.':
    'Ihr Zugang zu AWS ist abgelaufen. Wenn das so bleibt, melden Sie sich erneut an.',
  "AWS refuses the time of this computer's clock. Set the clock and try again.":
    'AWS lehnt die Uhrzeit dieses Computers ab. Stellen Sie die Uhr und versuchen Sie es noch einmal.',
  'Your session is over. Sign in again.': 'Ihre Sitzung ist beendet. Melden Sie sich erneut an.',
  'Cancelled.': 'Abgebrochen.',
  'Somebody signed in or out in this browser, so this was not sent. Try again.':
    'In diesem Browser hat sich jemand an- oder abgemeldet, deshalb wurde dies nicht gesendet. Versuchen Sie es noch einmal.',
  'You are signed in, but the identity pool gives you no access. Check that it trusts the user pool and has a role for its users.':
    'Sie sind angemeldet, aber der Identitätspool gibt Ihnen keinen Zugang. Prüfen Sie, ob er dem Benutzerpool vertraut und eine Rolle für dessen Benutzer hat.',
  'The notes API gave an answer that Satchel does not understand. Check that VITE_API_URL is the address of the notes API.':
    'Die Notizen-API hat eine Antwort gegeben, die Satchel nicht versteht. Prüfen Sie, ob VITE_API_URL die Adresse der Notizen-API ist.',
  'The notes on this device were removed or renewed in another tab. Copy what you have not saved, then reload the page.':
    'Die Notizen auf diesem Gerät wurden in einem anderen Tab entfernt oder erneuert. Kopieren Sie, was nicht gesichert ist, und laden Sie dann die Seite neu.',
  'The browser could not use its storage, so this is not saved on this device. Reload the page and try again.':
    'Der Browser konnte seinen Speicher nicht verwenden, deshalb ist dies nicht auf diesem Gerät gesichert. Laden Sie die Seite neu und versuchen Sie es noch einmal.',
  'Another tab has the notes open in an older form of this app. Close all other tabs of it, then reload this one.':
    'Ein anderer Tab hat die Notizen in einer älteren Version dieser App geöffnet. Schließen Sie alle anderen Tabs der App und laden Sie diesen dann neu.',
  'Another tab still has the notes open. Close all other tabs of this app, and the notes are removed from this device.':
    'Ein anderer Tab hat die Notizen noch geöffnet. Schließen Sie alle anderen Tabs dieser App, dann werden die Notizen von diesem Gerät entfernt.',
  'Another device changes this note faster than it can be sent. It is safe on this device and is tried again soon.':
    'Ein anderes Gerät ändert diese Notiz schneller, als sie gesendet werden kann. Sie ist auf diesem Gerät sicher und wird bald erneut gesendet.',
  'This note is {size} kB long and AWS takes {most} kB. It is safe on this device; move part of it to another note.':
    'Diese Notiz ist {size} kB groß, und AWS nimmt höchstens {most} kB an. Sie ist auf diesem Gerät sicher; verschieben Sie einen Teil davon in eine andere Notiz.',
  'More than {missing} of your {total} notes are missing on AWS, so syncing has stopped and this device keeps them all. Check that the app is connected to the right API, stage and table.':
    'Mehr als {missing} Ihrer {total} Notizen fehlen bei AWS. Deshalb wird nicht mehr abgeglichen, und dieses Gerät behält sie alle. Prüfen Sie, ob die App mit der richtigen API, Stage und Tabelle verbunden ist.',
  'S3 does not take this request. Check VITE_BUCKET and VITE_REGION.':
    'S3 nimmt diese Anfrage nicht an. Prüfen Sie VITE_BUCKET und VITE_REGION.',
  'Something else answered in place of the notes API. Check your connection, and that VITE_API_URL is right.':
    'Etwas anderes hat anstelle der Notizen-API geantwortet. Prüfen Sie Ihre Verbindung und ob VITE_API_URL stimmt.',
  'Something else answered in place of S3. Check your connection, and that VITE_BUCKET is right.':
    'Etwas anderes hat anstelle von S3 geantwortet. Prüfen Sie Ihre Verbindung und ob VITE_BUCKET stimmt.',
  'The file did not arrive as it was sent. Try again.':
    'Die Datei ist nicht so angekommen, wie sie gesendet wurde. Versuchen Sie es noch einmal.',
  'A part of the app could not be loaded. Your notes are safe on this device; reload the page to go on.':
    'Ein Teil der App konnte nicht geladen werden. Ihre Notizen sind auf diesem Gerät sicher; laden Sie die Seite neu, um weiterzumachen.',
  'A part of the app could not be loaded, so nothing is sent. Your notes are safe on this device; it is tried again soon.':
    'Ein Teil der App konnte nicht geladen werden, deshalb wird nichts gesendet. Ihre Notizen sind auf diesem Gerät sicher; gleich folgt ein neuer Versuch.',
  'Syncing stopped unexpectedly. Your notes are safe on this device; reload the page to go on.':
    'Der Abgleich wurde unerwartet beendet. Ihre Notizen sind auf diesem Gerät sicher; laden Sie die Seite neu, um weiterzumachen.',
  'Syncing was stopped. What you wrote is safe on this device.':
    'Der Abgleich wurde angehalten. Was Sie geschrieben haben, ist auf diesem Gerät sicher.',
  'The browser has closed the notes on this device. Copy what you have not saved, then reload the page.':
    'Der Browser hat die Notizen auf diesem Gerät geschlossen. Kopieren Sie, was nicht gesichert ist, und laden Sie dann die Seite neu.',
  'The content of this file is no longer on this device. Attach the file again.':
    'Der Inhalt dieser Datei ist nicht mehr auf diesem Gerät. Hängen Sie die Datei noch einmal an.',
  'This file has been taken away by now. Attach it again.':
    'Diese Datei ist inzwischen gelöscht. Hängen Sie sie noch einmal an.',
  'The tab that this file was sent from is gone. Choose the file again, and it goes on where it was.':
    'Der Tab, aus dem diese Datei gesendet wurde, ist geschlossen. Wählen Sie die Datei erneut aus, dann geht es dort weiter, wo es aufgehört hat.',
  'This file was changed, moved or removed while it was being sent. Choose it again as it was.':
    'Diese Datei wurde geändert, verschoben oder entfernt, während sie gesendet wurde. Wählen Sie sie erneut aus, so wie sie war.',
  'This is not “{name}” as it was when it was attached: it has another size. Choose the same file.':
    'Das ist nicht „{name}“, wie es angehängt wurde: Die Größe ist eine andere. Wählen Sie dieselbe Datei.',
  'This is not “{name}” as it was when it was attached: what has been sent already is not in it. Choose the same file, or cancel and attach this one.':
    'Das ist nicht „{name}“, wie es angehängt wurde: Was schon gesendet ist, steht nicht darin. Wählen Sie dieselbe Datei, oder brechen Sie ab und hängen Sie diese an.',
  'This file is still on its way to S3. It can be downloaded once it has arrived.':
    'Diese Datei ist noch auf dem Weg zu S3. Sie kann heruntergeladen werden, sobald sie angekommen ist.',
  'The list of changes on AWS leads nowhere, so nothing new was read. It is tried again soon.':
    'Die Liste der Änderungen bei AWS führt ins Leere, deshalb wurde nichts Neues gelesen. Es wird bald noch einmal versucht.',
  'The notes API does not take this note: {reason}': 'Die Notizen-API nimmt diese Notiz nicht an: {reason}',
  'The notes on this device have been closed. Reload the page to open them again.':
    'Die Notizen auf diesem Gerät wurden geschlossen. Laden Sie die Seite neu, um sie wieder zu öffnen.',
  'There is no network. What you write is safe on this device and is sent when the network is back.':
    'Es besteht keine Netzwerkverbindung. Was Sie schreiben, ist auf diesem Gerät sicher und wird gesendet, sobald die Verbindung wieder da ist.',
  'The file could not be read: it was changed, moved or removed after it was chosen. Choose it again.':
    'Die Datei ließ sich nicht lesen: Sie wurde geändert, verschoben oder entfernt, nachdem sie gewählt wurde. Wählen Sie sie noch einmal.',
  'There is no room left on this device, so this could not be saved. Free some space and try again.':
    'Auf diesem Gerät ist kein Platz mehr, deshalb konnte dies nicht gesichert werden. Schaffen Sie Platz und versuchen Sie es noch einmal.',
  'This file is gone, or AWS does not let you reach it.':
    'Diese Datei gibt es nicht mehr, oder AWS verweigert Ihnen den Zugriff.',
  'This file is too large to be shown here. It can be downloaded.':
    'Diese Datei ist zu groß, um hier gezeigt zu werden. Herunterladen lässt sie sich.',
  'This file is larger than S3 takes.': 'Diese Datei ist größer, als S3 zulässt.',
  'This note is no longer on this device. Copy what you have written into a new note.':
    'Diese Notiz ist nicht mehr auf diesem Gerät. Kopieren Sie, was Sie geschrieben haben, in eine neue Notiz.',
  'This note is too long for the notes API (350 kB). Make two notes of it.':
    'Diese Notiz ist zu lang für die Notizen-API (350 kB). Machen Sie zwei Notizen daraus.',
  'You are signed out. What you wrote is safe on this device; sign in again to send it.':
    'Sie sind abgemeldet. Was Sie geschrieben haben, ist auf diesem Gerät sicher; melden Sie sich erneut an, um es zu senden.',
  '“{name}” has {size} MB and a file may have {most} MB at most. Choose a smaller file, or make this one smaller first.':
    '„{name}“ ist {size} MB groß, und eine Datei darf höchstens {most} MB groß sein. Wählen Sie eine kleinere Datei, oder verkleinern Sie diese zuerst.',
} as const satisfies Catalogue;
