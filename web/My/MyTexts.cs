using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Conversation.Channels;

namespace HelpDesk.Web.My;

/// <summary>All texts of a requester's own pages, in English, German, Spanish and French.</summary>
internal static class MyTexts
{
    public static readonly LocalizedText Tickets = LocalizedText.Of("Your tickets", "Ihre Tickets", "Sus tickets", "Vos tickets");

    public static readonly LocalizedText NoTickets = LocalizedText.Of(
        "You have no tickets of the last 14 days.", "Sie haben keine Tickets aus den letzten 14 Tagen.", "No tiene tickets de los últimos 14 días.", "Vous n'avez aucun ticket des 14 derniers jours.");

    public static readonly LocalizedText Connect = LocalizedText.Of("Connect your chat account", "Chat-Konto verbinden", "Conectar su cuenta de chat", "Relier votre compte de messagerie");

    public static readonly LocalizedText ConnectText = LocalizedText.Of(
        "Is the account in {0} from which this link was requested yours? Continue only if you wrote to HelpDesk there yourself.",
        "Gehört Ihnen das Konto in {0}, aus dem dieser Link angefordert wurde? Machen Sie nur weiter, wenn Sie dort selbst an HelpDesk geschrieben haben.",
        "¿Es suya la cuenta de {0} desde la que se pidió este enlace? Continúe solo si usted mismo escribió allí a HelpDesk.",
        "Le compte {0} depuis lequel ce lien a été demandé est-il le vôtre ? Continuez seulement si vous y avez écrit vous-même à HelpDesk.");

    public static readonly LocalizedText ConnectYes = LocalizedText.Of("Yes, it's mine", "Ja, es ist meins", "Sí, es mía", "Oui, c'est le mien");

    public static readonly LocalizedText Connected = LocalizedText.Of("Connected", "Verbunden", "Conectada", "Compte relié");

    public static readonly LocalizedText ConnectedText = LocalizedText.Of(
        "Your chat account is connected with your sign-in.", "Ihr Chat-Konto ist mit Ihrer Anmeldung verbunden.", "Su cuenta de chat está conectada con su inicio de sesión.", "Votre compte de messagerie est relié à votre connexion.");

    public static readonly LocalizedText NotConnected = LocalizedText.Of("Not connected", "Nicht verbunden", "No conectada", "Compte non relié");

    public static readonly LocalizedText NotConnectedText = LocalizedText.Of(
        "This account has another person's email address. Nothing was changed.", "Dieses Konto hat die E-Mail-Adresse einer anderen Person. Es wurde nichts geändert.",
        "Esta cuenta tiene la dirección de correo de otra persona. No se ha cambiado nada.", "Ce compte a l'adresse e-mail d'une autre personne. Rien n'a été changé.");

    public static readonly LocalizedText ConnectAgain = LocalizedText.Of(
        "It was used already, or its hour is over. Write to HelpDesk in the chat again to get a new one.", "Er wurde schon benutzt oder ist abgelaufen. Schreiben Sie HelpDesk im Chat noch einmal, um einen neuen zu bekommen.",
        "Ya se ha usado o ha caducado. Vuelva a escribir a HelpDesk en el chat para recibir otro.", "Il a déjà été utilisé ou a expiré. Écrivez de nouveau à HelpDesk dans la messagerie pour en recevoir un autre.");

    public static readonly LocalizedText Ticket = LocalizedText.Of("Ticket", "Ticket", "Ticket", "Ticket");

    public static readonly LocalizedText Untitled = LocalizedText.Of("Without a title", "Ohne Titel", "Sin título", "Sans titre");

    public static readonly LocalizedText Skip = LocalizedText.Of("Skip to content", "Zum Inhalt", "Ir al contenido", "Aller au contenu");

    public static readonly LocalizedText Refresh = LocalizedText.Of("Refresh", "Aktualisieren", "Actualizar", "Actualiser");

    public static readonly LocalizedText SignOut = LocalizedText.Of("Sign out", "Abmelden", "Cerrar sesión", "Se déconnecter");

    public static readonly LocalizedText LanguageLabel = LocalizedText.Of("Language", "Sprache", "Idioma", "Langue");

    public static readonly LocalizedText Questions = LocalizedText.Of("We have a question", "Wir haben eine Frage", "Tenemos una pregunta", "Nous avons une question");

    public static readonly LocalizedText OwnWords = LocalizedText.Of("Or answer in your own words", "Oder antworten Sie mit eigenen Worten", "O responda con sus propias palabras", "Ou répondez avec vos propres mots");

    public static readonly LocalizedText OwnWordsOnly = LocalizedText.Of("Your answer", "Ihre Antwort", "Su respuesta", "Votre réponse");

    public static readonly LocalizedText Send = LocalizedText.Of("Send", "Senden", "Enviar", "Envoyer");

    public static readonly LocalizedText Until = LocalizedText.Of(
        "Please answer by {0}. After that a person from the service desk takes over.", "Bitte antworten Sie bis {0}. Danach übernimmt eine Person aus dem Service Desk.",
        "Responda antes del {0}. Después se encargará una persona del servicio de asistencia.", "Répondez avant le {0}. Ensuite, une personne du centre de services prend le relais.");

    public static readonly LocalizedText Thanks = ChannelTexts.Thanks;

    public static readonly LocalizedText TooLate = ChannelTexts.TooLate;

    public static readonly LocalizedText NotUnderstood = LocalizedText.Of(
        "Please choose one of the answers, or write a few words.", "Bitte wählen Sie eine der Antworten oder schreiben Sie ein paar Worte.", "Elija una de las respuestas o escriba unas palabras.", "Choisissez une des réponses ou écrivez quelques mots.");

    public static readonly LocalizedText Noted = ChannelTexts.Noted;

    public static readonly LocalizedText Asked = LocalizedText.Of("Who decides: {0}", "Wer entscheidet: {0}", "Quién decide: {0}", "Qui décide : {0}");

    public static readonly LocalizedText DecideBy = LocalizedText.Of("A decision is expected by {0}.", "Eine Entscheidung wird bis {0} erwartet.", "Se espera una decisión antes del {0}.", "Une décision est attendue avant le {0}.");

    public static readonly LocalizedText Said = LocalizedText.Of("What was said", "Was gesagt wurde", "Lo que se ha dicho", "Ce qui a été dit");

    public static readonly LocalizedText Assistant = LocalizedText.Of("Automated assistant", "Automatischer Assistent", "Asistente automático", "Assistant automatique");

    public static readonly LocalizedText You = LocalizedText.Of("You", "Sie", "Usted", "Vous");

    public static readonly LocalizedText Person = ChannelTexts.Person;

    public static readonly LocalizedText PersonAsked = ChannelTexts.PersonAsked;

    public static readonly LocalizedText Machine = LocalizedText.Of(
        "An automated assistant (AI) works on your ticket. You can ask for a person at any time.", "Ein automatischer Assistent (KI) bearbeitet Ihr Ticket. Sie können jederzeit einen Menschen verlangen.",
        "Un asistente automático (IA) trabaja en su ticket. Puede pedir una persona en cualquier momento.", "Un assistant automatique (IA) traite votre ticket. Vous pouvez demander une personne à tout moment.");

    public static readonly LocalizedText NotMe = LocalizedText.Of("This was not me", "Das war ich nicht", "No he sido yo", "Ce n'était pas moi");

    public static readonly LocalizedText SignIn = LocalizedText.Of("Sign in to see all your tickets", "Melden Sie sich an, um alle Ihre Tickets zu sehen", "Inicie sesión para ver todos sus tickets", "Connectez-vous pour voir tous vos tickets");

    public static readonly LocalizedText BadLink = LocalizedText.Of("This link doesn't work", "Dieser Link funktioniert nicht", "Este enlace no funciona", "Ce lien ne fonctionne pas");

    public static readonly LocalizedText BadLinkText = LocalizedText.Of(
        "It may be incomplete or belong to another ticket. Sign in to see your tickets.", "Er ist vielleicht unvollständig oder gehört zu einem anderen Ticket. Melden Sie sich an, um Ihre Tickets zu sehen.",
        "Puede que esté incompleto o que sea de otro ticket. Inicie sesión para ver sus tickets.", "Il est peut-être incomplet ou concerne un autre ticket. Connectez-vous pour voir vos tickets.");

    public static readonly LocalizedText NotFound = LocalizedText.Of("Not found yet", "Noch nicht gefunden", "Aún no se ha encontrado", "Pas encore trouvé");

    public static readonly LocalizedText NotFoundText = LocalizedText.Of(
        "A new ticket shows up here after a few seconds. You can see your own tickets only.", "Ein neues Ticket erscheint hier nach wenigen Sekunden. Sie sehen nur Ihre eigenen Tickets.",
        "Un ticket nuevo aparece aquí al cabo de unos segundos. Solo puede ver sus propios tickets.", "Un nouveau ticket apparaît ici après quelques secondes. Vous ne voyez que vos propres tickets.");

    public static readonly LocalizedText Accepted = LocalizedText.Of("Accepted", "Angenommen", "Aceptado", "Accepté");

    public static readonly LocalizedText AcceptedText = LocalizedText.Of(
        "The ticket is in the queue and will be processed in a moment.", "Das Ticket ist in der Warteschlange und wird gleich bearbeitet.", "El ticket está en la cola y se procesará enseguida.", "Le ticket est dans la file d'attente et sera traité dans un instant.");

    public static readonly LocalizedText Since = LocalizedText.Of("Accepted {0}", "Angenommen {0}", "Aceptado el {0}", "Accepté le {0}");

    public static readonly LocalizedText Prove = LocalizedText.Of(
        "Show that it is you and collect it yourself", "Weisen Sie sich aus und holen Sie es selbst ab", "Demuestre quién es y recójalo usted", "Prouvez votre identité et récupérez-le vous-même");

    public static readonly LocalizedText DidItHelp = LocalizedText.Of("Did this solve it?", "Ist das Problem gelöst?", "¿Se ha resuelto?", "Est-ce résolu ?");

    public static readonly LocalizedText Works = ChannelTexts.Works;

    public static readonly LocalizedText WorksNot = ChannelTexts.WorksNot;

    public static readonly LocalizedText Stars = LocalizedText.Of("How satisfied are you? (1 to 5)", "Wie zufrieden sind Sie? (1 bis 5)", "¿Cuál es su grado de satisfacción? (de 1 a 5)", "Êtes-vous satisfait ? (de 1 à 5)");

    public static readonly LocalizedText Comment = LocalizedText.Of("What could be better? (optional)", "Was könnte besser sein? (freiwillig)", "¿Qué se puede mejorar? (opcional)", "Que pourrait-on améliorer ? (facultatif)");

    public static readonly LocalizedText Glad = ChannelTexts.Glad;

    public static readonly LocalizedText Reopened = ChannelTexts.Reopened;

    /// <summary>A state of a case: what it is called, and what happens now and how long it takes.</summary>
    public static (LocalizedText Title, LocalizedText Text) Of(CaseState state) => state switch
    {
        CaseState.Working => (
            LocalizedText.Of("In progress", "In Bearbeitung", "En curso", "En cours"),
            LocalizedText.Of("We are working on it. This usually takes a few minutes.", "Wir arbeiten daran. Das dauert meist wenige Minuten.", "Estamos trabajando en ello. Suele tardar unos minutos.", "Nous y travaillons. Cela prend en général quelques minutes.")),
        CaseState.WaitingForAnswer => (
            LocalizedText.Of("We need your answer", "Wir brauchen Ihre Antwort", "Necesitamos su respuesta", "Nous avons besoin de votre réponse"),
            LocalizedText.Of("As soon as you answer, we go on.", "Sobald Sie antworten, machen wir weiter.", "En cuanto responda, seguiremos.", "Dès que vous répondez, nous continuons.")),
        CaseState.WaitingForApproval => (
            LocalizedText.Of("Waiting for approval", "Wartet auf Genehmigung", "A la espera de aprobación", "En attente d'approbation"),
            LocalizedText.Of("An approver must decide before anything is changed.", "Bevor etwas geändert wird, muss es genehmigt werden.", "Antes de cambiar nada, alguien debe aprobarlo.", "Avant tout changement, une personne doit l'approuver.")),
        CaseState.WaitingForHandOver => (
            LocalizedText.Of("Waiting for collection", "Bereit zur Abholung", "A la espera de recogida", "En attente de remise"),
            LocalizedText.Of("What you need is ready. It is handed over to you in person.", "Was Sie brauchen, ist bereit. Es wird Ihnen persönlich übergeben.", "Lo que necesita está listo. Se le entregará en persona.", "Ce qu'il vous faut est prêt. On vous le remettra en personne.")),
        CaseState.WaitingForMultiAdminApproval => (
            LocalizedText.Of("Waiting for a second approval", "Wartet auf eine zweite Genehmigung", "A la espera de una segunda aprobación", "En attente d'une deuxième approbation"),
            LocalizedText.Of("Another administrator must approve it.", "Eine weitere Administratorin oder ein weiterer Administrator muss es genehmigen.", "Otra persona administradora debe aprobarlo.", "Une autre personne administratrice doit l'approuver.")),
        CaseState.Joined => (
            LocalizedText.Of("Handled with another ticket of yours", "Wird mit einem anderen Ihrer Tickets bearbeitet", "Se trata con otro de sus tickets", "Traité avec un autre de vos tickets"),
            LocalizedText.Of("Both are about the same and are closed together.", "Beide betreffen dasselbe und werden zusammen geschlossen.", "Ambos tratan de lo mismo y se cierran juntos.", "Les deux concernent la même chose et sont fermés ensemble.")),
        CaseState.CheckingOutcome => (
            LocalizedText.Of("Checking the result", "Das Ergebnis wird geprüft", "Comprobando el resultado", "Vérification du résultat"),
            LocalizedText.Of("The steps were carried out. The ticket stays open until it's verified that the problem is solved, at most a day.", "Die Schritte sind ausgeführt. Das Ticket bleibt offen, bis feststeht, dass das Problem gelöst ist, höchstens einen Tag.", "Los pasos se han realizado. El ticket sigue abierto hasta comprobar que el problema está resuelto, un día como máximo.", "Les étapes sont exécutées. Le ticket reste ouvert jusqu'à ce que la résolution soit vérifiée, un jour au plus.")),
        CaseState.Resolved => (
            LocalizedText.Of("Resolved", "Gelöst", "Resuelto", "Résolu"),
            LocalizedText.Of("The problem is solved as far as can be verified. See below what was done.", "Das Problem ist gelöst, soweit sich das prüfen lässt. Was getan wurde, steht unten.", "El problema está resuelto hasta donde se puede comprobar. Abajo se indica lo que se ha hecho.", "Le problème est résolu pour autant qu'on puisse le vérifier. Ce qui a été fait figure ci-dessous.")),
        CaseState.Escalated => (
            LocalizedText.Of("With the service desk", "Beim Service Desk", "En el servicio de asistencia", "Au centre de services"),
            LocalizedText.Of("A person has your ticket, with everything known so far, and will contact you.", "Eine Person hat Ihr Ticket mit allen bisherigen Angaben und meldet sich bei Ihnen.", "Una persona tiene su ticket, con toda la información, y se pondrá en contacto con usted.", "Une personne a votre ticket, avec toutes les informations, et vous contactera.")),
        _ => (
            LocalizedText.Of("Nothing to do", "Nichts zu tun", "Nada que hacer", "Rien à faire"),
            LocalizedText.Of("This ticket needs no action.", "Bei diesem Ticket ist nichts zu tun.", "Este ticket no requiere ninguna acción.", "Ce ticket ne demande aucune action.")),
    };
}
