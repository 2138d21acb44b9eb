using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Stages.Outcomes.Assist;

/// <summary>What a technician reads in their own language. <c>{0}</c> and so on are names and numbers.</summary>
internal static class AssistTexts
{
    public static readonly LocalizedText Probably = LocalizedText.Of("Probably: {0} ({1}).", "Wahrscheinlich: {0} ({1}).", "Probablemente: {0} ({1}).", "Probablement : {0} ({1}).");
    public static readonly LocalizedText NotClear = LocalizedText.Of("Not clear what it is about.", "Unklar, worum es geht.", "No está claro de qué se trata.", "L'objet de la demande n'est pas clair.");
    public static readonly LocalizedText Sure = LocalizedText.Of("sure", "sicher", "seguro", "sûr");
    public static readonly LocalizedText Likely = LocalizedText.Of("likely", "gut möglich", "posible", "vraisemblable");
    public static readonly LocalizedText Unsure = LocalizedText.Of("unsure", "unsicher", "dudoso", "incertain");

    public static readonly LocalizedText Checked = LocalizedText.Of("Checked:", "Geprüft:", "Comprobado:", "Vérifié :");
    public static readonly LocalizedText Next = LocalizedText.Of("Next steps:", "Nächste Schritte:", "Siguientes pasos:", "Étapes suivantes :");
    public static readonly LocalizedText SimilarTickets = LocalizedText.Of("Similar tickets:", "Ähnliche Tickets:", "Tickets similares:", "Tickets similaires :");
    public static readonly LocalizedText NotAutomatic = LocalizedText.Of("Not done automatically: {0}", "Nicht automatisch erledigt: {0}", "No se hizo automáticamente: {0}", "Non fait automatiquement : {0}");

    public static readonly LocalizedText NotVerified = LocalizedText.Of("The requester was not found in the directory.", "Der Antragsteller wurde im Verzeichnis nicht gefunden.", "El solicitante no se encontró en el directorio.", "Le demandeur n'a pas été trouvé dans l'annuaire.");
    public static readonly LocalizedText VerifyFirst = LocalizedText.Of("Find out who asks before you change anything: call back on a number from the directory.", "Klären Sie vor jeder Änderung, wer fragt: Rufen Sie über eine Nummer aus dem Verzeichnis zurück.", "Averigüe quién lo pide antes de cambiar nada: devuelva la llamada a un número del directorio.", "Vérifiez qui demande avant tout changement : rappelez à un numéro de l'annuaire.");
    public static readonly LocalizedText Allowed = LocalizedText.Of("Account: sign-in allowed.", "Konto: Anmeldung erlaubt.", "Cuenta: inicio de sesión permitido.", "Compte : connexion autorisée.");
    public static readonly LocalizedText Blocked = LocalizedText.Of("Account: sign-in blocked.", "Konto: Anmeldung gesperrt.", "Cuenta: inicio de sesión bloqueado.", "Compte : connexion bloquée.");
    public static readonly LocalizedText Guest = LocalizedText.Of("The account is a guest of another organization.", "Das Konto ist ein Gast einer anderen Organisation.", "La cuenta es un invitado de otra organización.", "Le compte est un invité d'une autre organisation.");
    public static readonly LocalizedText NoAccount = LocalizedText.Of("Account: could not be read.", "Konto: konnte nicht gelesen werden.", "Cuenta: no se pudo leer.", "Compte : n'a pas pu être lu.");

    public static readonly LocalizedText Failed = LocalizedText.Of("Sign-ins (24 h): {0} failed, last {1}.", "Anmeldungen (24 h): {0} fehlgeschlagen, zuletzt {1}.", "Inicios de sesión (24 h): {0} fallidos, el último {1}.", "Connexions (24 h) : {0} échouées, la dernière {1}.");
    public static readonly LocalizedText GoodSince = LocalizedText.Of("Sign-ins (24 h): the last one succeeded, {0} UTC.", "Anmeldungen (24 h): die letzte gelang, {0} UTC.", "Inicios de sesión (24 h): el último fue correcto, {0} UTC.", "Connexions (24 h) : la dernière a réussi, {0} UTC.");
    public static readonly LocalizedText NoSignIns = LocalizedText.Of("Sign-ins (24 h): none.", "Anmeldungen (24 h): keine.", "Inicios de sesión (24 h): ninguno.", "Connexions (24 h) : aucune.");
    public static readonly LocalizedText Changed = LocalizedText.Of("Changed: {0} ({1}, {2} UTC).", "Geändert: {0} ({1}, {2} UTC).", "Cambio: {0} ({1}, {2} UTC).", "Modifié : {0} ({1}, {2} UTC).");

    public static readonly LocalizedText Device = LocalizedText.Of("{0}: {1}, last check-in {2}.", "{0}: {1}, letzter Check-in {2}.", "{0}: {1}, último registro {2}.", "{0} : {1}, dernière synchronisation {2}.");
    public static readonly LocalizedText Compliant = LocalizedText.Of("compliant", "konform", "conforme", "conforme");
    public static readonly LocalizedText NotCompliant = LocalizedText.Of("not compliant", "nicht konform", "no conforme", "non conforme");
    public static readonly LocalizedText Never = LocalizedText.Of("never", "nie", "nunca", "jamais");
    public static readonly LocalizedText NoDevice = LocalizedText.Of("Devices: none in Intune.", "Geräte: keine in Intune.", "Dispositivos: ninguno en Intune.", "Appareils : aucun dans Intune.");
    public static readonly LocalizedText DevicesNotRead = LocalizedText.Of("Devices: could not be read.", "Geräte: konnten nicht gelesen werden.", "Dispositivos: no se pudieron leer.", "Appareils : n'ont pas pu être lus.");
    public static readonly LocalizedText MakeCompliant = LocalizedText.Of("Open {0} in Intune and read which compliance rule it fails.", "Öffnen Sie {0} in Intune und lesen Sie, welche Konformitätsregel verletzt ist.", "Abra {0} en Intune y vea qué regla de cumplimiento incumple.", "Ouvrez {0} dans Intune et voyez quelle règle de conformité échoue.");
    public static readonly LocalizedText LetCheckIn = LocalizedText.Of("Let the requester connect {0} to the internet and sync in Company Portal.", "Lassen Sie {0} mit dem Internet verbinden und im Unternehmensportal synchronisieren.", "Pida conectar {0} a internet y sincronizar en el Portal de empresa.", "Faites connecter {0} à Internet et synchroniser dans le Portail d'entreprise.");

    public static readonly LocalizedText Before = LocalizedText.Of("Same person lately: {0} ({1}).", "Dieselbe Person vor Kurzem: {0} ({1}).", "La misma persona hace poco: {0} ({1}).", "La même personne récemment : {0} ({1}).");
    public static readonly LocalizedText ReadBefore = LocalizedText.Of("Read {0}: the same person had the same problem.", "Lesen Sie {0}: dieselbe Person hatte dasselbe Problem.", "Lea {0}: la misma persona tuvo el mismo problema.", "Lisez {0} : la même personne avait le même problème.");
    public static readonly LocalizedText LikeSolved = LocalizedText.Of("See how {0} was solved: {1}.", "So wurde {0} gelöst: {1}.", "Vea cómo se resolvió {0}: {1}.", "Voyez comment {0} a été résolu : {1}.");
    public static readonly LocalizedText ReadArticle = LocalizedText.Of("Read the article \"{0}\".", "Lesen Sie den Artikel „{0}“.", "Lea el artículo «{0}».", "Lisez l'article « {0} ».");
    public static readonly LocalizedText FromKnowledge = LocalizedText.Of("knowledge", "Wissensdatenbank", "base de conocimiento", "base de connaissances");
    public static readonly LocalizedText StepLeft = LocalizedText.Of("Decide on: {0}", "Entscheiden Sie über: {0}", "Decida sobre: {0}", "Décidez de : {0}");
    public static readonly LocalizedText AskWhat = LocalizedText.Of("Ask since when it happens and what exactly the message says.", "Fragen Sie, seit wann es auftritt und was genau die Meldung sagt.", "Pregunte desde cuándo ocurre y qué dice exactamente el mensaje.", "Demandez depuis quand cela arrive et ce que dit exactement le message.");
    public static readonly LocalizedText AskWho = LocalizedText.Of("Ask whether others have the same problem.", "Fragen Sie, ob andere dasselbe Problem haben.", "Pregunte si otros tienen el mismo problema.", "Demandez si d'autres ont le même problème.");
    public static readonly LocalizedText TryTogether = LocalizedText.Of("Go through it together with the requester and note what you see.", "Sehen Sie es sich mit der Person gemeinsam an und notieren Sie, was Sie sehen.", "Revíselo junto con la persona y anote lo que vea.", "Regardez-le avec la personne et notez ce que vous voyez.");

    public static readonly LocalizedText Solved = LocalizedText.Of("solved", "gelöst", "resuelto", "résolu");
    public static readonly LocalizedText NoChangeNeeded = LocalizedText.Of("no change was needed", "keine Änderung war nötig", "no hizo falta ningún cambio", "aucun changement nécessaire");
    public static readonly LocalizedText WithPerson = LocalizedText.Of("with a person", "bei einer Person", "con una persona", "chez une personne");
    public static readonly LocalizedText StillOpen = LocalizedText.Of("open", "offen", "abierto", "ouvert");
    public static readonly LocalizedText OnTarget = LocalizedText.Of("{0} on {1}", "{0} auf {1}", "{0} en {1}", "{0} sur {1}");

    public static readonly LocalizedText FromEntra = LocalizedText.Of("Entra", "Entra", "Entra", "Entra");
    public static readonly LocalizedText FromIntune = LocalizedText.Of("Intune", "Intune", "Intune", "Intune");
    public static readonly LocalizedText FromSignIns = LocalizedText.Of("Entra sign-in log", "Entra-Anmeldeprotokoll", "registro de inicios de sesión de Entra", "connexions dans Entra");
    public static readonly LocalizedText FromRunbook = LocalizedText.Of("runbook {0}", "Runbook {0}", "runbook {0}", "runbook {0}");
    public static readonly LocalizedText FromPractice = LocalizedText.Of("service desk practice", "Praxis im Service Desk", "práctica del centro de servicio", "pratique du centre de services");

    /// <summary>The draft of an answer: the person's name, the ticket's number, what was done or empty, what is asked, the group.</summary>
    public static readonly LocalizedText Draft = LocalizedText.Of(
        "Hello {0},\n\nthank you for your ticket {1}. {2}{3}\n\nKind regards\n{4}",
        "Guten Tag {0},\n\nvielen Dank für Ihr Ticket {1}. {2}{3}\n\nFreundliche Grüße\n{4}",
        "Hola, {0}:\n\ngracias por su ticket {1}. {2}{3}\n\nUn saludo\n{4}",
        "Bonjour {0},\n\nmerci pour votre ticket {1}. {2}{3}\n\nCordialement\n{4}");

    public static readonly LocalizedText DraftProblem = LocalizedText.Of(
        "Please tell us since when it happens, and what exactly the message on the screen says.",
        "Bitte sagen Sie uns, seit wann es auftritt und was genau in der Meldung auf dem Bildschirm steht.",
        "Díganos, por favor, desde cuándo ocurre y qué dice exactamente el mensaje en la pantalla.",
        "Dites-nous depuis quand cela arrive et ce que dit exactement le message à l'écran.");

    public static readonly LocalizedText DraftRequest = LocalizedText.Of(
        "Please tell us exactly what you need and by when.",
        "Bitte sagen Sie uns genau, was Sie brauchen und bis wann.",
        "Díganos, por favor, qué necesita exactamente y para cuándo.",
        "Dites-nous précisément ce qu'il vous faut et pour quand.");

    public static readonly LocalizedText DraftDanger = LocalizedText.Of(
        "Please do not use the account or the device until we have spoken with you.",
        "Bitte nutzen Sie Konto und Gerät nicht, bis wir mit Ihnen gesprochen haben.",
        "Por favor, no use la cuenta ni el dispositivo hasta que hayamos hablado con usted.",
        "N'utilisez ni le compte ni l'appareil avant que nous ayons parlé avec vous.");
}
