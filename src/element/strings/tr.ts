import type { Language } from './strings.ts'

const again = 'Lütfen yeniden deneyin.'
const owner = 'Lütfen bu sitenin sahibine bildirin.'

// No ending follows a name, because it would have to match the vowels of the name.
export const language: Language = {
  reviewed: 'none',
  strings: {
    lang: 'tr',
    dir: 'ltr',
    about: '{text}: {name}',
    group: 'Dosya yükleme',
    hint: {
      one: '{types}, en fazla {size}',
      each: '{types}, her biri en fazla {size}',
      some: '{types}, her biri en fazla {size}, en çok {n} dosya',
    },
    atOnce: 'Dosyalar, seçtiğiniz anda gönderilir.',
    drop: { one: 'Belgenizi buraya bırakın veya', several: 'Belgelerinizi buraya bırakın veya' },
    choose: { one: 'Dosya seç', several: 'Dosya seç' },
    locked: 'Şu anda hiçbir şey eklenemez.',
    required: 'Zorunlu.',
    missing: 'Lütfen bir belge ekleyin.',
    unfinished: {
      one: 'Lütfen belgeniz teslim edilene kadar bekleyin.',
      several: 'Lütfen belgeleriniz teslim edilene kadar bekleyin.',
    },
    sealedFor: 'Tarayıcınızda {recipient} için şifrelenir',
    fault: {
      'insecure-context':
        'Belgeler yalnızca güvenli bir bağlantı üzerinden gönderilir. Bu sayfayı https ile açın.',
      unsupported:
        'Bu tarayıcı belgeleri şifreleyemiyor. Tarayıcıyı güncelleyin veya başka bir tarayıcı kullanın.',
      misconfigured: `Bu yükleme alanı doğru ayarlanmamış. ${owner}`,
    },
    unloaded: 'Bağlantı kesildi. Bağlantı geri geldiğinde dosyalarınız eklenecek.',
    recipient: 'alıcı',
  },
  fileStrings: {
    zone: {
      more: 'Daha fazlasını buraya bırakın',
      letGo: { other: '{n} dosya eklemek için bırakın' },
      letGoUncounted: 'Dosyalarınızı eklemek için bırakın',
      letGoReplacing: 'Dosyayı değiştirmek için bırakın',
      another: 'Dosyayı değiştirmek için başka bir dosyayı buraya bırakın',
      chooseAnother: 'Başka bir dosya seç',
      full: {
        other: '{n} dosya sınırına ulaşıldı. Başka bir dosya seçmek için birini kaldırın.',
      },
      left: { other: '{n} dosya daha eklenebilir' },
    },
    folders: 'Klasörler eklenemez. Klasörü açıp içindeki dosyaları ekleyin.',
    list: 'Dosyalar',
    seal: {
      only: 'Bu sayfadan yalnızca {recipient} için şifrelenmiş veriler çıkar',
      fingerprints:
        'Gönderdiklerinizi yalnızca bu anahtarlar açar. Bu anahtarların parmak izlerini karşılaştırın:',
      untrusted: 'Alıcının anahtarları doğrulanamadı. Bunlar olmadan hiçbir şey gönderilmez.',
      unreachable:
        'Alıcının anahtarlarına şu anda ulaşılamıyor. Bunlar olmadan hiçbir şey gönderilmez.',
    },
    status: {
      waiting: 'Bekliyor',
      checking: 'Kontrol ediliyor',
      checkingLate: 'Kontrol ediliyor · hâlâ buluttaysa önce indirilmesi gerekir',
      ready: {
        auto: 'Kontrol edildi · sırasını bekliyor',
        submit: 'Kontrol edildi · formla birlikte gönderilecek',
        manual: 'Kontrol edildi · gönderilmeye hazır',
      },
      sealing: 'Kontrol edildi · şifreleniyor',
      preparing: 'Kontrol edildi · hazırlanıyor',
      sending: 'Şifreli olarak gönderiliyor',
      sendingOpen: 'Gönderiliyor',
      sendingLate: '{status} · sunucu kontrol ediyor',
      confirming: 'Gönderildi · yanıt bekleniyor',
      confirmingLate: 'Gönderildi · sunucu kontrol ediyor',
      paused: 'Duraklatıldı: {percent}',
      offer: 'Sonuna kadar gönderilmedi · sizi bekliyor',
      retrying: '{why} · yeniden denenecek',
      offline: 'Çevrimdışısınız · bağlantı geri geldiğinde devam edecek',
      seemsOffline: '{status} · bağlantınız yok gibi görünüyor',
      delivered: 'Ulaştı · diğerleri bekleniyor',
      committing: 'Ulaştı · tamamlanıyor',
      done: 'Teslim edildi',
      expires: 'Teslim edildi · geçerlilik sonu: {when}',
      cancelled: 'İptal edildi',
      cancelledLate: 'İptal edildi. Ulaşmış olabilir.',
      removed: 'Kaldırıldı',
    },
    moment: '{day}, {time}',
    counting: {
      share: ' · {percent}',
      slow: ' · {time} daha sürebilir',
      wait: ' ({time} sonra)',
    },
    unnamed: {
      chosen: { today: 'Seçilen belge ({time})', earlier: 'Seçilen belge ({day}, {time})' },
      sent: { today: 'Gönderilen belge ({time})', earlier: 'Gönderilen belge ({day}, {time})' },
    },
    action: {
      pause: 'Duraklat: {name}',
      resume: 'Devam et: {name}',
      retry: 'Yeniden dene: {name}',
      sendAgain: 'Yeniden gönder: {name}',
      cancel: 'İptal et: {name}',
      remove: 'Kaldır: {name}',
      dismiss: 'Gizle: {name}',
      pauseAll: 'Tümünü duraklat',
      resumeAll: 'Tümüne devam et',
      goOn: 'Devam et',
      notMine: 'Benim değil',
      undo: 'Geri al',
      view: 'Görüntüle: {name}',
    },
    tip: {
      pause: 'Duraklat',
      resume: 'Devam et',
      retry: 'Yeniden dene',
      sendAgain: 'Yeniden gönder',
      cancel: 'İptal et',
      remove: 'Kaldır',
      dismiss: 'Gizle',
    },
    viewer: { zoomIn: 'Yakınlaştır', zoomOut: 'Uzaklaştır', close: 'Kapat' },
    summary: {
      delivered: { other: '{n}/{total} teslim edildi' },
      failed: { other: '{n} başarısız' },
      unconfirmed: { other: '{n} ulaşmış olabilir' },
    },
    said: {
      added: { single: '{name} eklendi.', other: '{n} dosya eklendi.' },
      refused: { single: '{name} eklenmedi. {why}', other: '{n} dosya eklenmedi.' },
      replaced: {
        single: '{name} yenisiyle değiştirildi.',
        other: '{n} dosya yenisiyle değiştirildi.',
      },
      restored: {
        single: '{name} hâlâ bu formun bir parçası.',
        other: '{n} dosya hâlâ bu formun bir parçası.',
      },
      offered: {
        single: '{name} sonuna kadar gönderilmedi. Devam edin veya sizin olmadığını belirtin.',
        other: '{n} dosya sonuna kadar gönderilmedi. Devam edin veya sizin olmadıklarını belirtin.',
      },
      removed: { single: '{name} kaldırıldı.', other: '{n} dosya kaldırıldı.' },
      withdrawn: {
        single: '{name} kaldırıldı. Kısa bir süre geri alınabilir.',
        other: '{n} dosya kaldırıldı. Kısa bir süre geri alınabilirler.',
      },
      putBack: { single: '{name} listeye geri eklendi.', other: '{n} dosya listeye geri eklendi.' },
      cancelled: { single: '{name} iptal edildi.', other: '{n} dosya iptal edildi.' },
      cancelledLate: {
        single: '{name} iptal edildi. Ulaşmış olabilir.',
        other: '{n} dosya iptal edildi. Ulaşmış olabilirler.',
      },
      paused: { single: '{name} duraklatıldı.', other: '{n} dosya duraklatıldı.' },
      resumed: { single: '{name} devam ediyor.', other: '{n} dosya devam ediyor.' },
      again: { single: '{name} yeniden deneniyor.', other: '{n} dosya yeniden deneniyor.' },
      unread: {
        single: '{name} hâlâ okunuyor. Buluttaysa önce indirilmesi gerekir.',
        other: '{n} dosya hâlâ okunuyor. Dosyalar buluttaysa önce indirilmeleri gerekir.',
      },
      late: {
        single: 'Sunucu hâlâ kontrol ediyor: {name}.',
        other: 'Sunucu hâlâ {n} dosyayı kontrol ediyor.',
      },
      retrying: {
        single: '{name}: {why}. Yeniden denenecek.',
        other: '{n} dosya yeniden denenecek.',
      },
      failed: { single: '{name} gönderilemedi. {why}', other: '{n} dosya gönderilemedi.' },
      unconfirmed: { single: '{name}: {why}', other: '{n} dosya ulaşmış olabilir.' },
      done: { single: '{name} teslim edildi.', other: '{n} dosya teslim edildi.' },
    },
    gathered: {
      addedNot: { other: '{n} dosya eklendi, {not} dosya eklenmedi.' },
      seeList: 'Nedenleri listede.',
      remarked: { other: '{n} dosyayla ilgili notlar listede.' },
      work: {
        single: 'Önce {name}, ardından form gönderiliyor.',
        other: 'Önce {n} dosya, ardından form gönderiliyor.',
      },
      sent: '{percent} gönderildi.',
      summary: '{summary}.',
      between: ' ',
      offline:
        'Bağlantınız yok gibi görünüyor. Bağlantı geri geldiğinde dosyalar gönderilmeye devam edecek.',
      online: 'Bağlantı geri geldi.',
    },
    undelivered: {
      single: '{name} teslim edilmedi. Yeniden deneyin veya kaldırın.',
      other: '{n} dosya teslim edilmedi. Yeniden deneyin veya kaldırın.',
    },
    stopped: {
      single: '{name} duraklatıldı. Devam edin veya iptal edin, ardından formu yeniden gönderin.',
      other: '{n} dosya duraklatıldı. Devam edin veya iptal edin, ardından formu yeniden gönderin.',
    },
    pressAgain: {
      named: 'Her şey hazır. Formu göndermek için “{button}” düğmesine yeniden basın.',
      unnamed: 'Her şey hazır. Şimdi formu gönderebilirsiniz.',
    },
    unconfirmed: {
      single:
        '{name} ulaşmış olabilir, ancak bunu doğrulayan bir yanıt gelmedi. Yeniden gönderin veya kaldırın.',
      other:
        '{n} dosya ulaşmış olabilir, ancak bunu doğrulayan bir yanıt gelmedi. Yeniden gönderin veya kaldırın.',
      once: 'Bu dosya ulaşmış olabilir, ancak bunu doğrulayan bir yanıt gelmedi. Yeniden denemek onu ikinci kez kaydetmez.',
      twice:
        'Bu dosya ulaşmış olabilir, ancak bunu doğrulayan bir yanıt gelmedi. Yeniden gönderilirse iki kez kaydedilebilir.',
    },
    error: {
      empty: 'Bu dosya boş. Başka bir dosya seçin.',
      'too-large': 'Bu dosya çok büyük. Daha küçük bir dosya seçin.',
      'wrong-type': 'Bu tür dosyalar burada kabul edilmiyor. Başka bir dosya seçin.',
      damaged: 'Bu dosya bozuk veya eksik. Yeniden kaydedin veya tarayın, ardından ekleyin.',
      'too-many': 'Daha fazla dosya eklenemez. Başka bir dosya eklemek için birini kaldırın.',
      duplicate: 'Bu dosya zaten listede.',
      unreadable:
        'Bu dosya okunamadı. Hâlâ buluttaysa önce indirin; taşındıysa veya silindiyse yeniden seçin.',
      changed: 'Bu dosya, siz seçtikten sonra değiştirildi. Lütfen yeniden ekleyin.',
      'bad-recipient': `Alıcının anahtarı geçerli değil, bu yüzden hiçbir şey gönderilmedi. ${owner}`,
      'keys-untrusted': `Alıcının anahtarları doğrulanamadı, bu yüzden hiçbir şey gönderilmedi. ${owner}`,
      'seal-failed': `Bu dosya şifrelenemedi, bu yüzden gönderilmedi. ${again}`,
      offline: 'Çevrimdışısınız. Bağlantı geri geldiğinde yeniden deneyin.',
      network: `Bağlantı kesildi. ${again}`,
      timeout: `Sunucu zamanında yanıt vermedi. ${again}`,
      stalled: `Dosyanın yüklenmesi durdu. ${again}`,
      unauthorized: 'Oturumunuz kapandı. Sayfayı yenileyip yeniden deneyin.',
      forbidden: `Sunucu bu dosyanın yüklenmesine izin vermiyor. ${owner}`,
      'not-found': `Sunucu bu yüklemeyi tanımıyor. ${owner}`,
      refused:
        'Sunucu bu dosyayı kabul etmedi. Başka bir dosya deneyin veya bu sitenin sahibine bildirin.',
      'rate-limited': 'Şu anda çok fazla yükleme var. Birkaç dakika sonra yeniden deneyin.',
      server: 'Sunucuda bir sorun var. Birkaç dakika sonra yeniden deneyin.',
      protocol: `Sunucu anlaşılmayan bir yanıt verdi. ${owner}`,
      'keys-rotated': `Alıcı, anahtarlarını değiştirdi. ${again}`,
      mismatch: 'Ulaşan içerik, gönderilenle aynı değil. Bu dosyayı kaldırıp yeniden ekleyin.',
      'already-used': 'Bu dosya sunucuda zaten var. Yeniden gönderilmesi gerekmez.',
      expired: 'Bu yüklemenin süresi doldu. Dosyayı kaldırıp yeniden ekleyin.',
    },
    rechoose:
      'Alıcı, anahtarlarını değiştirdi; bu yüzden bu belge artık gönderilemez. Lütfen belgeyi yeniden seçin.',
    quoted: '{why} Sunucunun yanıtı: “{reason}”',
    reference: 'Referans numarası: {id}',
    tooLarge: 'Bu dosya çok büyük. En fazla {size} olabilir.',
    tooMany: {
      single: 'Yalnızca bir dosya eklenebilir. Onu kaldırın veya yerine başka bir dosya seçin.',
      other: 'Yalnızca {n} dosya eklenebilir. Başka bir dosya eklemek için birini kaldırın.',
    },
    wrongType: {
      heic: 'Bu bir iPhone {found} fotoğrafı. JPG olarak dışa aktarıp yeniden ekleyin.',
      office: 'Bu bir {found} belgesi. PDF olarak kaydedip yeniden ekleyin.',
      archive: 'Bu bir {found} arşivi. Arşivi açıp içindeki dosyaları ekleyin.',
      program: 'Bu bir belge değil, bir program. Yalnızca {types} eklenebilir.',
      page: 'Bu bir web sayfası. PDF olarak kaydedip yeniden ekleyin.',
      password: 'Bu PDF parola istiyor. Parolasız açılan bir kopyasını ekleyin.',
      certificate:
        'Bu PDF’yi yalnızca şifrelenirken belirlenen kişiler açabilir. Bu koruması olmayan bir kopyasını ekleyin.',
      signature:
        'Bu, imzalı bir dosya ({found}). İçindeki belgeyi kaydedip onu ekleyin veya belgeyi imzasız olarak ekleyin.',
      other: 'Bu bir {found} dosyası. Yalnızca {types} eklenebilir.',
      unknown: 'Bu dosya türü burada bilinmiyor. Yalnızca {types} eklenebilir.',
    },
    hitch: {
      network: 'Bağlantı kesildi',
      timeout: 'Yanıt yok',
      stalled: 'İlerleme yok',
      server: 'Sunucuda bir sorun var',
      'rate-limited': 'Sunucu yoğun',
    },
    remark: {
      'name-mismatch': 'Ad, dosyanın türüyle uyuşmuyor.',
      encrypted: 'Bu PDF korumalı. Parolasız açılıyor gibi görünüyor.',
      'password-needed':
        'Bu PDF parola istiyor. Parolayı alıcıya bildirin veya parolasız açılan bir kopyasını ekleyin.',
      'certificate-needed':
        'Bu PDF’yi yalnızca şifrelenirken belirlenen kişiler açabilir. Alıcı bunların arasında değilse bu koruması olmayan bir kopyasını ekleyin.',
      'no-end-marker':
        'Bu PDF’nin sonu kesilmiş olabilir. Son sayfasının yerinde olup olmadığına bakın.',
      'location-data':
        'Bu fotoğrafta nerede çekildiği kayıtlı. Alıcının bunu bilmemesi gerekiyorsa konumu fotoğraf uygulamanızda kaldırın ve fotoğrafı yeniden ekleyin.',
      'location-removed': 'Bu fotoğraf, konumu ve diğer gizli bilgileri olmadan gönderilir.',
      'leading-data':
        'Belgenin önünde başka bir şey var, bu yüzden bazı programlar belgeyi açamayabilir. Yeniden PDF olarak kaydedin.',
      'trailing-data':
        'Belgenin ardından başka bir şey geliyor veya son değişikliği eksik. Eksiksiz olup olmadığına bakın.',
      'not-shown': 'Tarayıcınız bu resmi gösteremiyor. Açılıp açılmadığına bakın.',
      'near-limit': 'Bu dosya, izin verilen en büyük boyuta yakın.',
    },
  },
}
