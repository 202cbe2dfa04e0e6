// What each code stands for, in French.
import type { Rules } from '../ruleWords.js'
import { jsonRules } from './jsonRules.js'

export const rules: Rules = {
  ...jsonRules,
  'file/empty': {
    title: 'Fichier vide',
    help: "Le fichier ne contient rien. Exportez-le à nouveau depuis le logiciel d'où viennent les données.",
  },
  'file/not-a-table': {
    title: "Fichier qui n'est pas un tableau",
    help: "Quel que soit son nom, le fichier contient autre chose qu'un tableau. Exportez le tableau lui-même, au format CSV UTF-8.",
  },
  'file/not-json': {
    title: "Fichier qui n'est pas du JSON",
    help: 'Le schéma décrit des documents JSON, et le fichier est autre chose. Donnez le bon fichier, ou choisissez un autre schéma.',
  },
  'file/json-syntax': {
    title: 'JSON mal écrit',
    help: "Le fichier n'est plus du JSON à partir d'un endroit : une virgule, un guillemet ou une accolade manque ou est de trop. Corrigez cet endroit, ou exportez le fichier à nouveau.",
  },
  'file/json-lines': {
    title: 'Plusieurs documents JSON à la suite',
    help: 'Le fichier réunit plusieurs documents JSON sans les mettre dans une liste. Mettez-les dans une liste [ … ], séparés par des virgules.',
  },
  'file/json-encoding': {
    title: "JSON qui n'est pas en UTF-8",
    help: "JSON s'écrit en UTF-8 et en rien d'autre. Enregistrez le fichier en UTF-8.",
  },
  'file/json-mark': {
    title: 'Marque invisible au début',
    help: 'Un fichier JSON ne doit pas commencer par une marque (BOM). Enregistrez-le en UTF-8 sans BOM.',
  },
  'file/truncated': {
    title: 'Fichier abîmé',
    help: 'Le fichier compressé ou le classeur est abîmé : seul le début a pu être lu. Téléchargez-le, compressez-le ou enregistrez-le à nouveau.',
  },
  'file/format': {
    title: 'Format que Validata ne lit pas',
    help: "Le contenu du fichier n'est pas ce que son nom annonce, ou son format n'est pas de ceux que Validata et data.gouv.fr lisent. « scdl convert » en fait un CSV.",
  },
  'file/encoding': {
    title: "Encodage autre qu'UTF-8",
    help: 'Le fichier est lu, mais la norme est UTF-8. Dans le tableur, enregistrez-le en « CSV UTF-8 ».',
  },
  'file/unreadable-encoding': {
    title: 'Encodage que Validata ne lit pas',
    help: 'Le fichier est écrit dans un encodage que Validata et data.gouv.fr ne savent pas lire. Dans le tableur, enregistrez-le en « CSV UTF-8 ».',
  },
  'file/quoting': {
    title: 'Guillemets que Validata ne comprend pas',
    help: 'Les cellules doivent être entourées de guillemets droits ("), et un guillemet dans une cellule doit être doublé. « scdl convert » récrit le fichier ainsi.',
  },
  'file/title-rows': {
    title: "Lignes au-dessus de l'en-tête",
    help: 'La première ligne du fichier doit être celle des noms de colonnes. Supprimez les titres et les lignes qui la précèdent.',
  },
  'file/other-sheet': {
    title: 'Tableau dans une autre feuille',
    help: "Validata ne lit que la première feuille d'un classeur. Mettez en premier celle du tableau, ou enregistrez-la à part.",
  },
  'file/no-header': {
    title: 'En-tête introuvable',
    help: "Aucun nom de colonne n'est celui d'une colonne du schéma. La ligne d'en-tête manque, ou le schéma n'est pas celui de ces données.",
  },
  'file/no-rows': {
    title: 'Tableau sans lignes',
    help: "Le fichier n'a que son en-tête. Vérifiez que l'export contient bien les données.",
  },
  'schema/unknown-type': {
    title: 'Type inconnu dans le schéma',
    help: "Le schéma donne à une colonne un type qui n'existe pas : son contenu n'est pas vérifié. C'est aux auteurs du schéma de le corriger.",
  },
  'schema/unknown-format': {
    title: 'Format inconnu dans le schéma',
    help: "Le schéma donne à une colonne un format qui n'existe pas : il n'est pas vérifié. C'est aux auteurs du schéma de le corriger.",
  },
  'schema/property': {
    title: 'Propriété incomprise dans le schéma',
    help: "Le schéma a une propriété qui ne peut être comprise à cet endroit : elle est laissée de côté. C'est aux auteurs du schéma de la corriger.",
  },
  'schema/misspelt-property': {
    title: 'Propriété inconnue dans le schéma',
    help: "Le schéma a une propriété inconnue, sans doute mal écrite : elle est laissée de côté. C'est aux auteurs du schéma de la corriger.",
  },
  'schema/unsupported-constraint': {
    title: 'Règle sans effet dans le schéma',
    help: "Le schéma donne à une colonne une règle que son type n'a pas : elle est laissée de côté. C'est aux auteurs du schéma de la corriger.",
  },
  'schema/pattern': {
    title: 'Modèle incompris dans le schéma',
    help: "Le schéma donne une expression régulière fautive : elle n'est pas vérifiée. C'est aux auteurs du schéma de la corriger.",
  },
  'schema/example': {
    title: 'Exemple faux dans le schéma',
    help: "L'exemple que le schéma donne pour une colonne ne respecte pas ses propres règles. C'est aux auteurs du schéma de le corriger.",
  },
  'schema/key': {
    title: 'Clé incomprise dans le schéma',
    help: "Le schéma donne une clé qui nomme une colonne ou un fichier absents : elle n'est pas vérifiée. C'est aux auteurs du schéma de la corriger.",
  },
  'schema/unknown-check': {
    title: 'Contrôle inconnu dans le schéma',
    help: "Le schéma demande un contrôle que scdl ne connaît pas : il n'est pas fait. C'est aux auteurs du schéma de vérifier son nom.",
  },
  'schema/check-parameter': {
    title: 'Paramètre de contrôle incompris dans le schéma',
    help: "Le schéma demande un contrôle avec un paramètre qui ne peut être compris : ce contrôle n'est pas fait. C'est aux auteurs du schéma de le corriger.",
  },
  'schema/form-only': {
    title: 'Contrôle de la forme seule',
    help: "scdl vérifie que la valeur a la bonne forme, mais pas qu'elle existe : il n'en a pas la liste.",
  },
  'header/missing-label': {
    title: 'Colonne obligatoire absente',
    help: "Le fichier n'a pas une colonne que le schéma exige. Ajoutez-la, ou renommez celle qui en tient lieu, avec exactement le nom du schéma.",
  },
  'header/missing-column': {
    title: 'Colonne facultative absente',
    help: "Le fichier n'a pas une colonne que le schéma propose. Ce n'est pas une erreur ; l'ajouter, même vide, suit le schéma de plus près.",
  },
  'header/extra-column': {
    title: 'Colonne hors du schéma',
    help: "Le schéma ne connaît pas cette colonne. Elle est gardée, mais son contenu n'est pas vérifié ; si elle devait être connue, son nom est à corriger.",
  },
  'header/order': {
    title: 'Colonnes dans un autre ordre',
    help: "Les colonnes sont celles du schéma, dans un autre ordre. Ce n'est pas une erreur.",
  },
  'header/blank-label': {
    title: 'Colonne sans nom',
    help: "Une colonne n'a pas de nom dans l'en-tête. Donnez-lui celui du schéma, ou supprimez-la si elle est vide.",
  },
  'header/check-column': {
    title: 'Colonne manquante pour un contrôle',
    help: "Des colonnes vont ensemble, et le fichier n'en a qu'une partie. Ajoutez celle qui manque, même vide.",
  },
  'header/phantom-columns': {
    title: 'Colonnes vides mises en forme',
    help: 'Des cellules vides gardent une mise en forme après la dernière colonne : Validata y voit des colonnes sans nom. Supprimez ces colonnes entières dans le tableur.',
  },
  'header/duplicate-label': {
    title: 'Nom de colonne en double',
    help: 'Plusieurs colonnes portent le même nom : les lignes ne peuvent être vérifiées. Donnez à chaque colonne le sien.',
  },
  'row/blank': { title: 'Ligne vide', help: 'Une ligne vide compte comme une erreur. Supprimez-la du tableau.' },
  'row/phantom': {
    title: 'Lignes vides mises en forme',
    help: "Des cellules vides gardent une mise en forme jusqu'au bas de la feuille : Validata y voit des lignes vides. Supprimez ces lignes entières dans le tableur.",
  },
  'row/extra-cell': {
    title: 'Cellule en trop',
    help: "Une ligne a plus de cellules que l'en-tête. Souvent, un texte contient le séparateur du fichier : mettez ce texte entre guillemets doubles, ou réexportez depuis le tableur.",
  },
  'row/missing-cell': {
    title: 'Cellule manquante',
    help: "Une ligne s'arrête avant la dernière colonne. Un retour à la ligne l'a peut-être coupée, ou un séparateur manque.",
  },
  'row/encoding': {
    title: 'Caractères illisibles',
    help: 'Le fichier mélange deux encodages. Retapez ces caractères, puis enregistrez le tout en UTF-8.',
  },
  'row/stray-quote': { title: 'Guillemet isolé', help: "Dans un CSV, un guillemet double à l'intérieur d'un texte s'écrit deux fois." },
  'row/unclosed-quote': {
    title: 'Guillemet jamais fermé',
    help: "Un guillemet double s'ouvre et ne se ferme pas ; il a été lu comme du texte. Fermez-le, ou supprimez-le.",
  },
  'row/control-character': {
    title: 'Caractères invisibles',
    help: "Une ligne contient des caractères invisibles, venus souvent d'un copier-coller. Retapez le texte pour les ôter.",
  },
  'row/primary-key': {
    title: 'Identifiant vide ou déjà pris',
    help: 'Chaque ligne doit avoir son propre identifiant, dans la ou les colonnes que le schéma désigne.',
  },
  'row/unique-key': {
    title: 'Ligne en double',
    help: 'Deux lignes ont les mêmes valeurs dans des colonnes où le schéma ne le permet pas.',
  },
  'row/foreign-key': {
    title: 'Renvoi à une valeur introuvable',
    help: "Une valeur doit exister aussi dans une autre colonne ou un autre fichier, et ne s'y trouve pas.",
  },
  'row/reversed-french-gps-coordinates': {
    title: 'Latitude et longitude inversées',
    help: 'La longitude vient avant la latitude. Une fois les deux échangées, le lieu est en France.',
  },
  'row/footnote': {
    title: 'Note sous le tableau',
    help: 'Une note serait lue comme une donnée de plus. Supprimez cette ligne avant de publier.',
  },
  'cell/formula': {
    title: 'Texte qui ressemble à une formule',
    help: "Un tableur qui ouvre ce CSV d'un double-clic exécuterait ce texte. Il est gardé tel quel ; importez la colonne au format « Texte ».",
  },
  'row/total': {
    title: 'Ligne de total',
    help: 'Un total serait compté comme une donnée de plus. Supprimez cette ligne avant de publier.',
  },
  'cell/type': {
    title: 'Valeur mal écrite',
    help: "La valeur n'est pas du type que le schéma attend (nombre, date, oui ou non…), ou n'est pas écrite comme il le demande.",
  },
  'cell/native-value': {
    title: 'Nombre ou date au lieu de texte',
    help: 'Le classeur garde un nombre, une date, VRAI ou FAUX là où le schéma veut du texte : Validata refuse la cellule. Donnez à la colonne le format « Texte » et retapez les valeurs, ou enregistrez en « CSV UTF-8 ».',
  },
  'cell/native-display': {
    title: 'Valeur affichée autrement',
    help: "Le classeur montre autre chose que ce qu'il garde, et Validata lit ce qui est affiché. Donnez aux cellules un format qui montre la valeur exacte : « aaaa-mm-jj » pour une date.",
  },
  'cell/unique': { title: 'Valeur déjà employée', help: 'Dans cette colonne, chaque ligne doit avoir une valeur différente.' },
  'cell/expected': {
    title: 'Valeur autre que celle de la configuration',
    help: 'La configuration de scdl dit ce que cette colonne doit contenir pour ce fichier, par exemple le numéro de la collectivité dont le dossier porte le nom. Corrigez la valeur, ou rangez le fichier à sa place.',
  },
  'cell/required': { title: 'Cellule vide, obligatoire', help: 'Dans cette colonne, chaque ligne doit avoir une valeur.' },
  'cell/minLength': { title: 'Valeur trop courte', help: "La valeur a moins de caractères, ou d'éléments, que le schéma n'en demande." },
  'cell/maxLength': { title: 'Valeur trop longue', help: "La valeur a plus de caractères, ou d'éléments, que le schéma n'en permet." },
  'cell/minimum': { title: 'Valeur trop petite', help: 'Le nombre ou la date est avant la limite que donne le schéma.' },
  'cell/maximum': { title: 'Valeur trop grande', help: 'Le nombre ou la date est après la limite que donne le schéma.' },
  'cell/exclusiveMinimum': {
    title: 'Valeur trop petite',
    help: 'Le nombre ou la date doit être après la limite que donne le schéma, et ne peut lui être égal.',
  },
  'cell/exclusiveMaximum': {
    title: 'Valeur trop grande',
    help: 'Le nombre ou la date doit être avant la limite que donne le schéma, et ne peut lui être égal.',
  },
  'cell/pattern': {
    title: 'Forme inattendue',
    help: "La valeur n'a pas la forme que demande le schéma : nombre de chiffres, lettres, ordre de la date…",
  },
  'cell/enum': {
    title: 'Valeur hors de la liste',
    help: 'Le schéma ne permet que certaines valeurs, à écrire exactement comme il les donne : accents, majuscules et espaces comptent.',
  },
  'cell/jsonSchema': { title: 'Contenu JSON inattendu', help: "Le contenu JSON de la cellule n'est pas celui que le schéma prévoit." },
  'row/french-siret-value': {
    title: 'SIRET faux',
    help: 'Un SIRET a 14 chiffres, dont le dernier contrôle les autres. Pour en retrouver un : annuaire-entreprises.data.gouv.fr, à partir du nom.',
  },
  'row/french-siren-value': {
    title: 'SIREN faux',
    help: 'Un SIREN a 9 chiffres, dont le dernier contrôle les autres. Pour en retrouver un : annuaire-entreprises.data.gouv.fr, à partir du nom.',
  },
  'row/nomenclature-actes-value': {
    title: 'Acte hors de la nomenclature',
    help: "La valeur s'écrit avec l'un des neuf domaines de la nomenclature des actes, une barre oblique sans espaces, puis la matière.",
  },
  'row/opening-hours-value': {
    title: "Horaires d'ouverture mal écrits",
    help: "Les horaires s'écrivent à la manière d'OpenStreetMap, par exemple « Mo-Fr 09:00-12:00,14:00-18:00 ».",
  },
  'row/phone-number-value': {
    title: 'Numéro de téléphone faux',
    help: "Il faut un numéro français à 10 chiffres, un numéro court, ou un numéro qui commence par + et l'indicatif du pays.",
  },
  'row/year-interval-value': {
    title: "Période d'années mal écrite",
    help: "Une période s'écrit avec deux années séparées par une barre oblique, la plus ancienne d'abord, par exemple « 2023/2024 ».",
  },
  'row/french-gps-coordinates': {
    title: 'Position hors de France',
    help: "Il faut une longitude puis une latitude, en degrés, d'un lieu en France. Vérifiez leur ordre, et que les décimales sont complètes.",
  },
  'row/code-commune-insee': {
    title: 'Code de commune faux',
    help: "Le code Insee d'une commune a 5 signes, le département d'abord. Ce n'est pas le code postal, et un zéro au début a pu être ôté par le tableur.",
  },
  'row/code-postal': { title: 'Code postal faux', help: 'Un code postal a 5 chiffres. Un zéro au début a pu être ôté par le tableur.' },
  'row/code-departement': {
    title: 'Code de département faux',
    help: "Le code d'un département s'écrit par exemple « 01 », « 2A » ou « 974 ». Un zéro au début a pu être ôté par le tableur.",
  },
  'row/code-region': { title: 'Code de région faux', help: "Le code d'une région a 2 chiffres, par exemple « 76 » pour l'Occitanie." },
  'row/commune': { title: 'Nom de commune faux', help: "Le nom d'une commune est fait de lettres." },
  'row/departement': {
    title: 'Nom de département faux',
    help: 'Il faut le nom exact du département, avec ses majuscules, ses accents et ses tirets.',
  },
  'row/region': { title: 'Nom de région faux', help: 'Il faut le nom exact de la région, avec ses majuscules, ses accents et ses tirets.' },
  'row/code-pays-iso2': {
    title: 'Code de pays faux',
    help: 'Il faut un code de pays en 2 lettres majuscules (norme ISO 3166), par exemple « FR ».',
  },
  'row/code-pays-iso3': {
    title: 'Code de pays faux',
    help: 'Il faut un code de pays en 3 lettres majuscules (norme ISO 3166), par exemple « FRA ».',
  },
  'row/pays': { title: 'Nom de pays faux', help: "Il faut le nom d'un pays, comme l'Insee l'écrit dans son code géographique." },
  'row/code-fantoir': {
    title: 'Code FANTOIR faux',
    help: "Le code FANTOIR d'une voie a 4 signes, puis une lettre majuscule, par exemple « ZB03A ».",
  },
  'row/code-rna': { title: 'Numéro RNA faux', help: 'Un numéro RNA est la lettre W en majuscule, puis 9 chiffres.' },
  'row/id-rnb': {
    title: 'Identifiant de bâtiment faux',
    help: "L'identifiant d'un bâtiment au RNB a 12 chiffres ou lettres majuscules, sans espace ni tiret.",
  },
  'row/latitude-l93': {
    title: 'Latitude Lambert 93 fausse',
    help: 'Il faut une latitude en mètres dans la projection Lambert 93, en France métropolitaine.',
  },
  'row/longitude-l93': {
    title: 'Longitude Lambert 93 fausse',
    help: 'Il faut une longitude en mètres dans la projection Lambert 93, en France métropolitaine.',
  },
  'row/one-of-required': {
    title: "Deux cellules vides au lieu d'une",
    help: "De deux colonnes que le schéma désigne, l'une au moins doit être remplie sur chaque ligne.",
  },
  'row/cohesive-columns-value': {
    title: 'Colonnes à remplir ensemble',
    help: 'Des colonnes vont ensemble : sur chaque ligne, elles sont toutes remplies, ou toutes vides.',
  },
  'row/compare-columns-value': {
    title: 'Deux valeurs qui se contredisent',
    help: 'Le schéma demande que deux colonnes se suivent ou soient égales sur chaque ligne, par exemple une fin après un début.',
  },
  'row/sum-columns-value': {
    title: 'Somme fausse',
    help: "Une colonne doit être la somme d'autres colonnes, et ne l'est pas sur cette ligne.",
  },
}
