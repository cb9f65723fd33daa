import type { DeskLanguage } from './strings.ts'

export const language: DeskLanguage = {
  reviewed: 'none',
  strings: {
    lang: 'tr',
    dir: 'ltr',
    between: ' ',
    quoted: '“{code}”.',
    page: {
      name: 'Alıcı sayfası',
      lead: 'Sizin için şifrelenenleri açın. Her şey bu sayfada olur: sayfa hiçbir şey göndermez ve istemediğiniz hiçbir şeyi saklamaz.',
    },
    open: {
      heading: 'Belgeleri aç',
      identity: {
        heading: 'Özel anahtarınız',
        drop: 'Anahtar dosyanızı buraya bırakın veya',
        more: 'Bir tane daha bırakın veya',
        choose: 'Anahtar dosyasını seç',
        hint: 'İçinde AGE-SECRET-KEY-1 bulunan bir metin dosyası',
        field: 'Ya da bir özel anahtar yapıştırın veya parola yazın',
        use: 'Kullan',
        of: '{recipient} için özel anahtar',
        passphrase: 'Bir parola',
        forget: 'Unut',
      },
      sealed: {
        heading: 'Şifrelenmiş dosyalar',
        drop: 'Şifrelenmiş dosyaları buraya bırakın veya',
        more: 'Daha fazlasını buraya bırakın veya',
        choose: 'Şifrelenmiş dosyaları seç',
        hint: 'İstediğiniz kadar: .age dosyaları veya içinde bulundukları PDF',
      },
      summary: {
        waiting: { other: '{n} dosya özel anahtar bekliyor.' },
        opening: { other: '{n} dosya açılıyor…' },
        opened: { other: '{n}/{total} açıldı.' },
        failed: { other: '{n} dosya açılamadı.' },
      },
      archive: 'Tümünü arşiv olarak indir',
      archiving: 'Arşiv oluşturuluyor…',
      clear: 'Listeyi temizle',
      list: {
        find: 'Listede bul',
        sort: 'Sıralama ölçütü',
        added: 'Eklenme sırası',
        only: 'Yalnızca notu olanlar',
        shown: { other: '{n}/{total} gösteriliyor.' },
        csv: 'Listeyi indir (CSV)',
      },
      folder: {
        choose: 'Klasör seç',
        save: 'Tümünü bir klasöre kaydet',
        saved: { other: '{n}/{total} klasöre kaydedildi.' },
        refused:
          'Tarayıcı adlarını kabul etmediği için dışarıda bırakıldı. Her birini ayrı ayrı indirin:',
        stopped: 'Tarayıcı klasöre yazamadı. O zamana kadar kaydedilenler eksiksizdir.',
        empty: 'Bu klasörde şifrelenmiş dosya yok.',
        unread: 'Klasör okunamadı.',
        partly: 'Klasördekilerin bir kısmı okunmadı.',
      },
    },
    given: {
      empty: 'Hiçbir şey girilmedi. Bir özel anahtar yapıştırın veya parola yazın.',
      none: 'İçinde özel anahtar yok. Özel anahtar AGE-SECRET-KEY-1 ile başlar.',
      broken: 'Özel anahtar bozuk: bir harf eksik veya yanlış. Hiçbir şey alınmadı.',
      sealed:
        'Bu anahtar dosyasının kendisi bir parolayla şifrelenmiş. Önce age ile açın: age -d -o identity.txt.',
      known: 'Zaten burada.',
      loaded: 'Özel anahtar yüklendi.',
      unreadable: 'Dosya okunamadı.',
      passphrase: 'Parola artık kullanılıyor.',
      forgotten: 'Özel anahtar ve parola unutuldu.',
    },
    passkey: {
      offer: 'Geçiş anahtarı kullan',
      what: 'Özel anahtar bir geçiş anahtarıyla şifrelenir: sayfa o zaman dosya yerine parmak izinizi, yüzünüzü veya ekran kilidinizi ister. Cihazınızın kilidini açabilen herkes belgeleri açabilir.',
      backup:
        'Bir geçiş anahtarı, cihaz veya hesapla birlikte kaybolabilir; onunla birlikte her belge de. Bu yüzden önce özel anahtarı yazdırın.',
      print: 'Özel anahtarı yazdır',
      printed: 'Yazdırdım ve güvenli bir yere koydum',
      create: 'Geçiş anahtarı oluştur',
      made: 'Özel anahtar geçiş anahtarıyla şifrelendi. Kaydedin veya bu tarayıcıda tutun.',
      save: 'Şifreli anahtarı kaydet',
      keep: 'Bu tarayıcıda tut',
      kept: 'Bu tarayıcıda, geçiş anahtarıyla şifrelenmiş bir özel anahtar var.',
      other: 'Bu tarayıcıda zaten başka bir anahtar var. Önce onu kaldırın.',
      given: 'Bu özel anahtar bir geçiş anahtarıyla şifrelenmiş.',
      open: 'Geçiş anahtarıyla aç',
      remove: 'Bu tarayıcıdan kaldır',
      sure: 'Özel anahtar başka bir yerde de var mı, dosya olarak veya kâğıtta? Tek anahtar buysa belgeleri kaybolur.',
      cancel: 'İptal et',
      removed:
        'Şifreli anahtar bu tarayıcıdan kaldırıldı. Geçiş anahtarının kendisi cihazınızın ayarlarından silinebilir.',
      paper: {
        heading: 'Özel anahtar',
        what: 'Bu kâğıda sahip olan herkes belgeleri açabilir. Yalnızca sizin okuyabileceğiniz bir yerde saklayın. Kodu tarayın veya altındaki karakterleri yazın ve alıcı sayfasına verin.',
      },
      none: {
        file: 'Burada geçiş anahtarı kullanılamaz, çünkü bu sayfa diskteki bir dosyadır. Özel anahtar dosya olarak kalır.',
        address:
          'Bu adreste geçiş anahtarı kullanılamaz. https ve bir ad ya da localhost gerekir, IP adresi olmaz.',
        browser: 'Bu tarayıcıda bir anahtarı şifreleyebilen geçiş anahtarı yok.',
      },
      trouble: {
        cancelled:
          'Geçiş anahtarı kullanılmadı: iptal edildi, çok uzun sürdü veya artık yok. Hiçbir şey kaybolmadı: yeniden deneyin ya da anahtar dosyasını veya kâğıdı kullanın.',
        wrong: 'Bu geçiş anahtarı onu açmıyor. Şifrelendiği anahtarı kullanın.',
        prf: 'Bu geçiş anahtarı bir anahtarı şifreleyemez. Hiçbir şey değişmedi. Başka bir cihaz veya şifre yöneticisi deneyin.',
        damaged:
          'Şifreli anahtar hasarlı. Anahtar dosyasını veya kâğıdı kullanın ve yeniden şifreleyin.',
        elsewhere: 'Geçiş anahtarı başka bir adrese ait: {site}. Sayfayı orada açın.',
        large:
          'Bir geçiş anahtarı için bu kadar özel anahtar çok fazla. Hiçbir şey oluşturulmadı. Daha azını yükleyin.',
        full: 'Bu tarayıcı bu sayfa için hiçbir şey tutmuyor. Şifreli anahtarı dosya olarak kaydedin.',
      },
    },
    item: {
      sealed: '{size}, şifrelenmiş',
      opening: 'Açılıyor · {percent}',
      openingName: '{name} açılıyor',
      turn: 'Sırasını bekliyor',
      waiting: 'Özel anahtar bekliyor',
      unknownKind: 'Bilinmeyen tür',
      intact: 'Şifrelendiğinden beri değişmedi.',
      intactOnly: 'Bu, kimin şifrelediğini söylemez: alıcınız (age1…) kimde varsa şifreleyebilir.',
      whole: 'Tümüyle açıldı.',
      noRecord: 'Şifrelendiğinde adının ne olduğunu veya ne olduğunu söyleyen bir şey yok.',
      damaged: 'Belgenin kendisi bozuk görünüyor: {why}.',
      otherwise: 'Gönderenin tarayıcısı başka bir şey söylüyor. {what}:',
      download: 'İndir',
      show: 'Resmi göster',
      print: 'Kanıtı yazdır',
      viewer: { zoomIn: 'Yakınlaştır', zoomOut: 'Uzaklaştır', close: 'Kapat' },
      tooLarge: 'Bu resim burada gösterilemeyecek kadar büyük. Görmek için indirin.',
      claims: 'Gönderenin tarayıcısının söylediği ve bu sayfanın bulduğu',
      details: 'Ayrıntılar',
      size: 'Boyut',
      from: 'Açıldığı dosya',
    },
    proof: {
      heading: 'Açılış kanıtı',
      same: 'Birlikte şifrelenen değerle karşılaştırıldı: aynı.',
      opened: 'Açılma',
      by: 'Açan anahtar',
    },
    table: {
      name: '{name} için söylenenler ve bulunanlar',
      says: 'Gönderenin tarayıcısının söylediği',
      finds: 'Bu sayfanın bulduğu',
      saysShort: 'Söylenen:',
      findsShort: 'Bulunan:',
      differs: 'farklı',
      row: {
        name: 'Ad',
        kind: 'Tür',
        checked: 'Kontrol edilen',
        remarks: 'Notlar',
        size: 'Boyut, SHA-256',
        sealed: 'Şifrelenme',
        by: 'Şifreleyen program',
      },
      nothing: 'Hiçbir şey',
      unknowable: 'Burada bilinemez',
      same: 'Aynı',
      unknownKind: 'Burada bilinmiyor',
      whole: 'Eksiksiz',
      damaged: 'Bozuk: {why}',
      unchecked: 'İncelenmedi: {types} değil',
    },
    trouble: {
      damaged:
        'Bozuk. Dosya şifrelendikten sonra kesilmiş veya değiştirilmiş ya da kendisi hakkında söyledikleri doğru değil. Hiçbir bölümü verilmez. Yeniden gönderilmesini isteyin.',
      'no-identity':
        'Yukarıda verdiklerinizin hiçbiri bunu açmıyor: başkası için şifrelenmiş. Doğru özel anahtarı ekleyin, yeniden denenir.',
      unsupported: 'Şifrelenmiş bir dosya değil: bu sayfa age ile şifrelenenleri açar.',
      'other-pdf':
        'Bu sayfanın içinde şifrelenmiş dosya bulamadığı bir PDF. Yolda damgalanmış veya yeniden kaydedilmiş olabilir: eki varsa kaydedip buraya ekleyin.',
      'too-slow':
        'Parolası bu sayfanın yaptığından çok işlem gerektiriyor: sayfa saniyelerce dururdu. Dosyayı age komutuyla açın: age -d.',
      hardware:
        'Bunu yalnızca güvenlik anahtarı gibi bir cihazdaki özel anahtar açar; bu sayfa onu kullanamaz. Dosyayı şu komutla açın: npx sealdrop open.',
      unreadable: 'Dosya okunamadı. Bir klasör olabilir ya da taşınmış veya silinmiş olabilir.',
      failed: 'Dosya açılamadı. Bu tarayıcı için çok büyük olabilir.',
    },
    remark: {
      'name-mismatch': 'Ad, dosyanın türüyle uyuşmuyor.',
      encrypted: 'Bu PDF korumalı. Parolasız açılıyor gibi görünüyor.',
      'password-needed': 'Bu PDF parola istiyor. Parolayı yalnızca gönderen söyleyebilir.',
      'certificate-needed': 'Bu PDF yalnızca kendisi için şifrelendiği bir sertifikayla açılır.',
      'no-end-marker':
        'Bu PDF’nin sonu kesilmiş olabilir. Son sayfasının yerinde olup olmadığına bakın.',
      'location-data': 'Bu fotoğrafta nerede çekildiği kayıtlı.',
      'location-removed': 'Bu fotoğraf, konumu ve diğer gizli bilgileri olmadan gönderildi.',
      'leading-data': 'Belgenin önünde başka bir şey var. Yalnızca bir PDF okuyucuyla açın.',
      'trailing-data':
        'Belgenin ardından başka bir şey geliyor veya son değişikliği eksik. Eksiksiz olup olmadığına bakın.',
      'not-shown': 'Bir tarayıcı bu resmi gösteremiyor.',
      'near-limit': 'Bu dosya, izin verilen en büyük boyuta yakın.',
    },
    check: {
      size: 'Boyutu.',
      type: 'İçeriğe göre türü.',
      structure: 'Eksiksiz olup olmadığı.',
    },
    caution: {
      program: 'Bu bir program. Başlatmayın.',
      script:
        'Bu, açıldığında betik çalıştırabilen bir {format} dosyası. Yalnızca bir metin düzenleyicide açın.',
      other: 'Bu {types} değil, {format}. Yalnızca bekliyorsanız açın.',
      unknown: 'Bu {types} değil. Yalnızca bekliyorsanız açın.',
    },
    pair: {
      heading: 'Anahtar çifti oluştur',
      halves:
        'Bir çiftin iki yarısı vardır. *Alıcı* (age1…) herkese açıktır: belgeler onun için şifrelenir. *Özel anahtar* (AGE-SECRET-KEY-1…) gizlidir: belgeleri o açar.',
      advice:
        '*İki alıcı kullanın:* kendinizinki ve bir iş arkadaşınızın veya başka yerde saklanan bir yedeğin alıcısı. Bir özel anahtar kaybolursa yalnızca onun için şifrelenmiş her belge kaybolur.',
      make: 'Anahtar çifti oluştur',
      another: 'Başka bir anahtar çifti oluştur',
      made: 'Bir anahtar çifti oluşturuldu. Özel anahtarı şimdi kaydedin.',
      save: 'Özel anahtarı kaydet',
      saved: 'Özel anahtar dosya olarak kaydedildi. Güvenle saklayın.',
      keep: 'Yalnızca bu sayfada bulunur ve sayfa kapatılınca kaybolur. Dosyayı yalnızca sizin okuyabileceğiniz bir yerde saklayın.',
      show: 'Göster',
      recipients: 'Alıcılar',
      own: 'Sizinki',
      added: 'Eklendi',
      remove: 'Kaldır',
      only: 'Şimdilik tek alıcı var. Bu özel anahtar kaybolursa bütün belgeler kaybolur.',
      backup: 'Bu alıcı, geçiş anahtarınızın yedeğidir. Kaldırmadan önce özel anahtarı kaydedin.',
      several: { other: '{n} alıcı. Özel anahtarlarından herhangi biri belgeleri açar.' },
      fingerprint:
        'Parmak izi, örneğin telefonda karşılaştırmak içindir: sitenizdeki yükleme alanı da aynısını gösterir.',
      field: 'Başka bir alıcı (age1…)',
      add: 'Ekle',
      put: 'Bunu sitenize koyun',
      placeholders:
        '/upload yerine sunucunuzun adresini yazın, SealDrop dosyalarını da /sealdrop/ altına koyun.',
      documents: 'Belgeler',
      copy: {
        recipient: {
          button: 'Alıcıyı kopyala',
          done: 'Alıcı kopyalandı.',
          selected:
            'Bu tarayıcı sayfanın kopyalamasına izin vermiyor. Alıcı seçildi: şimdi kopyalayın.',
        },
        snippet: {
          button: 'Kodu kopyala',
          done: 'Kod kopyalandı.',
          selected:
            'Bu tarayıcı sayfanın kopyalamasına izin vermiyor. Kod seçildi: şimdi kopyalayın.',
        },
      },
      wasAdded: 'Alıcı eklendi.',
      wasRemoved: 'Alıcı kaldırıldı.',
      trouble: {
        secret:
          'Bu bir özel anahtar, çiftin gizli yarısı. Alan temizlendi ve hiçbir şey kullanılmadı. age1 ile başlayan yarıyı verin.',
        known: 'Bu alıcı zaten listede.',
        postQuantum: 'Bu, kuantum sonrası bir alıcı. Sizinkinin yanında duramaz.',
        none: 'Bu bir alıcı değil. Alıcı age1 ile başlar ve 62 küçük harf ve rakamdan oluşur; biri eksik veya yanlış olabilir.',
      },
    },
  },
}
