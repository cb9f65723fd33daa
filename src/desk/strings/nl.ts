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
      lead: 'Open wat voor u is versleuteld. Alles gebeurt op deze pagina: ze verzendt niets en bewaart niets.',
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
      picture: 'De afbeelding {name}',
      tooLarge: 'Deze afbeelding is te groot om hier te tonen. Download haar om haar te bekijken.',
      claims: 'Wat de browser van de afzender zegt, en wat deze pagina vaststelt',
      details: 'Details',
      size: 'Grootte',
      from: 'Geopend uit',
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
