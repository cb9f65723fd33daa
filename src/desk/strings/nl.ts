import type { DeskLanguage } from './strings.ts'

export const language: DeskLanguage = {
  reviewed: 'none',
  strings: {
    lang: 'nl',
    dir: 'ltr',
    between: ' ',
    quoted: '‘{code}’.',
    page: {
      name: 'Pagina voor ontvangers',
      lead: 'Open wat voor u is versleuteld. Alles gebeurt op deze pagina: ze verzendt niets en bewaart niets waar u niet om vraagt.',
    },
    open: {
      heading: 'Documenten openen',
      identity: {
        heading: 'Uw privésleutel',
        drop: 'Sleep uw sleutelbestand hierheen, of',
        more: 'Sleep er nog een hierheen, of',
        choose: 'Sleutelbestand kiezen',
        hint: 'Een tekstbestand met AGE-SECRET-KEY-1 erin',
        field: 'Of plak een privésleutel, of typ een wachtwoord',
        use: 'Gebruiken',
        of: 'Privésleutel van {recipient}',
        passphrase: 'Een wachtwoord',
        forget: 'Vergeten',
      },
      sealed: {
        heading: 'Versleutelde bestanden',
        drop: 'Sleep versleutelde bestanden hierheen, of',
        more: 'Sleep er meer hierheen, of',
        choose: 'Versleutelde bestanden kiezen',
        hint: 'Zo veel als u wilt: .age-bestanden, of de pdf waarin ze zitten',
      },
      summary: {
        waiting: {
          one: '{n} bestand wacht op een privésleutel.',
          other: '{n} bestanden wachten op een privésleutel.',
        },
        opening: { one: '{n} bestand wordt geopend …', other: '{n} bestanden worden geopend …' },
        opened: { other: '{n} van {total} geopend.' },
        failed: { one: '{n} kon niet worden geopend.', other: '{n} konden niet worden geopend.' },
      },
      archive: 'Alles als archief downloaden',
      archiving: 'Archief wordt gemaakt …',
      clear: 'Lijst wissen',
      list: {
        find: 'Zoeken in de lijst',
        sort: 'Sorteren op',
        added: 'Zoals toegevoegd',
        only: 'Alleen met opmerkingen',
        shown: { other: '{n} van {total} getoond.' },
        csv: 'Lijst downloaden (CSV)',
      },
      folder: {
        choose: 'Map kiezen',
        save: 'Alles in een map opslaan',
        saved: { other: '{n} van {total} in de map opgeslagen.' },
        refused: 'Weggelaten, omdat de browser hun namen weigert. Download elk afzonderlijk:',
        stopped: 'De browser kon niet in de map schrijven. Wat tot dan toe is opgeslagen, is heel.',
        empty: 'Er staat geen versleuteld bestand in deze map.',
        unread: 'De map kon niet worden gelezen.',
        partly: 'Niet alles in de map is gelezen.',
      },
    },
    given: {
      empty: 'Er is niets ingevoerd. Plak een privésleutel, of typ een wachtwoord.',
      none: 'Er zit geen privésleutel in. Een privésleutel begint met AGE-SECRET-KEY-1.',
      broken:
        'De privésleutel is beschadigd: er ontbreekt een letter, of er is er een fout. Er is niets overgenomen.',
      sealed:
        'Dit sleutelbestand is zelf met een wachtwoord versleuteld. Open het eerst met age: age -d -o identity.txt.',
      known: 'Deze is er al.',
      loaded: 'Privésleutel geladen.',
      unreadable: 'Het bestand kon niet worden gelezen.',
      passphrase: 'Het wachtwoord wordt vanaf nu gebruikt.',
      forgotten: 'Privésleutel en wachtwoord zijn vergeten.',
    },
    passkey: {
      offer: 'Toegangssleutel gebruiken',
      what: 'De privésleutel wordt versleuteld met een toegangssleutel: deze pagina vraagt dan om uw vingerafdruk, gezicht of schermvergrendeling in plaats van een bestand. Wie uw apparaat kan ontgrendelen, kan de documenten openen.',
      backup:
        'Een toegangssleutel kan verloren gaan, met een apparaat of een account, en daarmee elk document. Druk daarom eerst de privésleutel af.',
      print: 'Privésleutel afdrukken',
      printed: 'Ik heb hem afgedrukt en veilig opgeborgen',
      create: 'Toegangssleutel maken',
      made: 'De privésleutel is versleuteld met de toegangssleutel. Sla hem op, of bewaar hem in deze browser.',
      save: 'Versleutelde sleutel opslaan',
      keep: 'In deze browser bewaren',
      kept: 'Deze browser bewaart een privésleutel, versleuteld met een toegangssleutel.',
      other: 'Deze browser bewaart al een andere sleutel. Verwijder die eerst.',
      given: 'Deze privésleutel is versleuteld met een toegangssleutel.',
      open: 'Openen met de toegangssleutel',
      remove: 'Uit deze browser verwijderen',
      sure: 'Is de privésleutel ook ergens anders, als bestand of op papier? Is dit de enige, dan zijn de documenten ervan verloren.',
      cancel: 'Annuleren',
      removed:
        'De versleutelde sleutel is uit deze browser verwijderd. De toegangssleutel zelf verwijdert u in de instellingen van uw apparaat.',
      paper: {
        heading: 'Privésleutel',
        what: 'Wie dit vel heeft, kan de documenten openen. Bewaar het waar alleen u het kunt lezen. Scan de code of typ de tekens eronder over, en geef ze aan de pagina voor ontvangers.',
      },
      none: {
        file: 'Hier kan geen toegangssleutel worden gebruikt, want deze pagina is een bestand op de schijf. De privésleutel blijft een bestand.',
        address:
          'Op dit adres kan geen toegangssleutel worden gebruikt. Nodig zijn https en een naam, of localhost, geen IP-adres.',
        browser: 'Deze browser heeft geen toegangssleutels die een sleutel kunnen versleutelen.',
      },
      trouble: {
        cancelled:
          'De toegangssleutel is niet gebruikt: het is geannuleerd, duurde te lang, of hij is er niet meer. Er is niets verloren: probeer het opnieuw, of gebruik het sleutelbestand of het vel.',
        wrong: 'Deze toegangssleutel opent hem niet. Gebruik die waarmee hij is versleuteld.',
        prf: 'Deze toegangssleutel kan geen sleutel versleutelen. Er is niets gewijzigd. Probeer een ander apparaat of een andere wachtwoordmanager.',
        damaged:
          'De versleutelde sleutel is beschadigd. Gebruik het sleutelbestand of het vel, en versleutel hem opnieuw.',
        elsewhere: 'De toegangssleutel hoort bij een ander adres: {site}. Open de pagina daar.',
        large:
          'Dit zijn te veel privésleutels voor één toegangssleutel. Er is niets gemaakt. Laad er minder.',
        full: 'Deze browser bewaart niets voor deze pagina. Sla de versleutelde sleutel op als bestand.',
      },
    },
    item: {
      sealed: '{size}, versleuteld',
      opening: 'Wordt geopend · {percent}',
      openingName: '{name} wordt geopend',
      turn: 'Wacht op zijn beurt',
      waiting: 'Wacht op een privésleutel',
      unknownKind: 'Onbekend soort',
      intact: 'Ongewijzigd sinds het is versleuteld.',
      intactOnly:
        'Dat zegt niet wie het heeft versleuteld: dat kan iedereen die uw ontvanger (age1…) heeft.',
      whole: 'Volledig geopend.',
      noRecord: 'Er staat niet in hoe het heette, of wat het was, toen het werd versleuteld.',
      damaged: 'Het document zelf lijkt beschadigd: {why}.',
      otherwise: 'De browser van de afzender zegt iets anders. {what}:',
      download: 'Downloaden',
      show: 'Afbeelding tonen',
      print: 'Bewijs afdrukken',
      viewer: { zoomIn: 'Inzoomen', zoomOut: 'Uitzoomen', close: 'Sluiten' },
      tooLarge: 'Deze afbeelding is te groot om hier te tonen. Download haar om haar te bekijken.',
      claims: 'Wat de browser van de afzender zegt, en wat deze pagina vaststelt',
      details: 'Details',
      size: 'Grootte',
      from: 'Geopend uit',
    },
    proof: {
      heading: 'Bewijs van opening',
      same: 'Vergeleken met wat mee is versleuteld: hetzelfde.',
      opened: 'Geopend op',
      by: 'Geopend met',
    },
    table: {
      name: 'Gegevens en bevindingen over {name}',
      says: 'De browser van de afzender zegt',
      finds: 'Deze pagina stelt vast',
      saysShort: 'Zegt:',
      findsShort: 'Vastgesteld:',
      differs: 'wijkt af',
      row: {
        name: 'Naam',
        kind: 'Soort',
        checked: 'Gecontroleerd',
        remarks: 'Opmerkingen',
        size: 'Grootte, SHA-256',
        sealed: 'Versleuteld op',
        by: 'Versleuteld met',
      },
      nothing: 'Niets',
      unknowable: 'Kan hier niet worden vastgesteld',
      same: 'Hetzelfde',
      unknownKind: 'Hier niet bekend',
      whole: 'Volledig',
      damaged: 'Beschadigd: {why}',
      unchecked: 'Niet onderzocht: het is geen {types}',
    },
    trouble: {
      damaged:
        'Beschadigd. Het bestand is na het versleutelen afgekapt of gewijzigd, of wat het over zichzelf zegt, klopt niet. Er wordt niets van vrijgegeven. Vraag om het opnieuw te sturen.',
      'no-identity':
        'Niets van wat u hierboven hebt opgegeven, opent dit bestand: het is voor iemand anders versleuteld. Voeg de juiste privésleutel toe, dan wordt het opnieuw geprobeerd.',
      unsupported: 'Geen versleuteld bestand: deze pagina opent wat met age is versleuteld.',
      'other-pdf':
        'In deze pdf vindt deze pagina geen versleuteld bestand. Misschien is hij onderweg gestempeld of opnieuw opgeslagen. Heeft hij een bijlage, sla die dan op en voeg ze hier toe.',
      'too-slow':
        'Het wachtwoord vergt meer rekenwerk dan deze pagina doet: ze zou secondenlang stilstaan. Open het bestand met de opdracht age: age -d.',
      hardware:
        'Alleen een privésleutel in een apparaat opent dit bestand, bijvoorbeeld een beveiligingssleutel, die deze pagina niet kan gebruiken. Open het bestand met de opdracht: npx sealdrop open.',
      unreadable:
        'Het bestand kon niet worden gelezen. Misschien is het een map, of is het verplaatst of verwijderd.',
      failed: 'Het bestand kon niet worden geopend. Misschien is het te groot voor deze browser.',
    },
    remark: {
      'name-mismatch': 'De naam past niet bij het soort bestand.',
      encrypted: 'Deze pdf is beveiligd. Hij lijkt zonder wachtwoord open te gaan.',
      'password-needed': 'Deze pdf vraagt om een wachtwoord. Alleen de afzender kan het u geven.',
      'certificate-needed':
        'Deze pdf opent alleen met een certificaat waarvoor hij is versleuteld.',
      'no-end-marker': 'Deze pdf is misschien afgekapt. Controleer of de laatste pagina er is.',
      'location-data': 'In deze foto is opgeslagen waar hij is gemaakt.',
      'location-removed': 'Deze foto is zonder locatie en andere verborgen gegevens verzonden.',
      'leading-data': 'Er staat iets vóór het document. Open het alleen met een pdf-lezer.',
      'trailing-data':
        'Er staat iets achter het document, of de laatste wijziging is onvolledig. Controleer of het volledig is.',
      'not-shown': 'Een browser kan deze afbeelding niet tonen.',
      'near-limit': 'Dit bestand is bijna zo groot als is toegestaan.',
    },
    check: {
      size: 'De grootte.',
      type: 'Het soort, naar de inhoud.',
      structure: 'Of het volledig is.',
    },
    caution: {
      program: 'Dit is een programma. Start het niet.',
      script:
        'Dit is {format}, dat bij het openen scripts kan uitvoeren. Open het alleen in een teksteditor.',
      other: 'Dit is geen {types}, maar {format}. Open het alleen als u het verwachtte.',
      unknown: 'Dit is geen {types}. Open het alleen als u het verwachtte.',
    },
    pair: {
      heading: 'Sleutelpaar maken',
      halves:
        'Een paar heeft twee helften. De *ontvanger* (age1…) is openbaar: documenten worden ervoor versleuteld. De *privésleutel* (AGE-SECRET-KEY-1…) is geheim: hij opent ze.',
      advice:
        '*Gebruik twee ontvangers:* die van uzelf, en die van een collega of van een reservekopie op een andere plaats. Gaat één privésleutel verloren, dan is elk document verloren dat alleen daarvoor is versleuteld.',
      make: 'Sleutelpaar maken',
      another: 'Nog een sleutelpaar maken',
      made: 'Er is een sleutelpaar gemaakt. Sla de privésleutel nu op.',
      save: 'Privésleutel opslaan',
      saved: 'De privésleutel is als bestand opgeslagen. Bewaar het veilig.',
      keep: 'Hij staat alleen op deze pagina, en is weg als de pagina wordt gesloten. Bewaar het bestand waar alleen u het kunt lezen.',
      show: 'Tonen',
      recipients: 'Ontvangers',
      own: 'Die van u',
      added: 'Toegevoegd',
      remove: 'Verwijderen',
      only: 'Nog maar één ontvanger. Gaat deze privésleutel verloren, dan is elk document verloren.',
      backup:
        'Deze ontvanger is de reserve voor uw toegangssleutel. Sla de privésleutel op voordat u de ontvanger verwijdert.',
      several: { other: '{n} ontvangers. Elk van hun privésleutels opent de documenten.' },
      fingerprint:
        'Met de vingerafdruk kunt u vergelijken, bijvoorbeeld aan de telefoon: het uploadveld op uw website toont dezelfde.',
      field: 'Nog een ontvanger (age1…)',
      add: 'Toevoegen',
      put: 'In uw website plaatsen',
      placeholders:
        'Zet het adres van uw server in plaats van /upload, en de bestanden van SealDrop onder /sealdrop/.',
      documents: 'Documenten',
      copy: {
        recipient: {
          button: 'Ontvanger kopiëren',
          done: 'De ontvanger is gekopieerd.',
          selected:
            'Deze browser laat de pagina niet kopiëren. De ontvanger is geselecteerd: kopieer hem nu.',
        },
        snippet: {
          button: 'Code kopiëren',
          done: 'De code is gekopieerd.',
          selected:
            'Deze browser laat de pagina niet kopiëren. De code is geselecteerd: kopieer die nu.',
        },
      },
      wasAdded: 'De ontvanger is toegevoegd.',
      wasRemoved: 'De ontvanger is verwijderd.',
      trouble: {
        secret:
          'Dat is een privésleutel, de geheime helft van een paar. Het veld is gewist en er is niets van gebruikt. Geef de helft die met age1 begint.',
        known: 'Deze ontvanger staat al in de lijst.',
        postQuantum: 'Dit is een postkwantumontvanger. Die kan niet naast de uwe staan.',
        none: 'Dit is geen ontvanger. Die begint met age1 en heeft 62 kleine letters en cijfers; misschien ontbreekt er een, of is er een fout.',
      },
    },
  },
}
