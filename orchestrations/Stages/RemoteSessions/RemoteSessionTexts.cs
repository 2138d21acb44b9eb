using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Stages.RemoteSessions;

/// <summary>What a requester reads about a remote session, in four languages. <c>{0}</c> is the technician, <c>{1}</c> the tool.</summary>
public static class RemoteSessionTexts
{
    /// <summary>The message by which they are asked; <c>{2}</c> is the link.</summary>
    public static readonly LocalizedText Ask = LocalizedText.Of(
        "{0} from the service desk would like to see your screen with {1} to help you. No one connects unless you allow it. Answer here within 30 minutes:\n{2}",
        "{0} vom Service Desk möchte mit {1} Ihren Bildschirm sehen, um Ihnen zu helfen. Niemand verbindet sich, ohne dass Sie zustimmen. Antworten Sie hier innerhalb von 30 Minuten:\n{2}",
        "{0}, del servicio de asistencia, quiere ver su pantalla con {1} para ayudarle. Nadie se conecta si usted no lo permite. Responda aquí en 30 minutos:\n{2}",
        "{0}, du centre de services, souhaite voir votre écran avec {1} pour vous aider. Personne ne se connecte sans votre accord. Répondez ici dans les 30 minutes :\n{2}");

    /// <summary>Heading of the page.</summary>
    public static readonly LocalizedText Title = LocalizedText.Of("Remote session", "Fernsitzung", "Sesión remota", "Session à distance");

    /// <summary>The question on the page.</summary>
    public static readonly LocalizedText Question = LocalizedText.Of(
        "Allow {0} from the service desk to see and control your screen with {1}?",
        "Darf {0} vom Service Desk mit {1} Ihren Bildschirm sehen und bedienen?",
        "¿Permite que {0}, del servicio de asistencia, vea y controle su pantalla con {1}?",
        "Autorisez-vous {0}, du centre de services, à voir et à contrôler votre écran avec {1} ?");

    /// <summary>What they should do first.</summary>
    public static readonly LocalizedText Advice = LocalizedText.Of(
        "Close what others shouldn't see. You can end the session at any time. Nothing that is shown is recorded here.",
        "Schließen Sie, was andere nicht sehen sollen. Sie können die Sitzung jederzeit beenden. Was zu sehen ist, wird hier nicht aufgezeichnet.",
        "Cierre lo que otros no deban ver. Puede terminar la sesión en cualquier momento. Aquí no se graba nada de lo que se muestra.",
        "Fermez ce que d’autres ne doivent pas voir. Vous pouvez mettre fin à la session à tout moment. Rien de ce qui est affiché n’est enregistré ici.");

    /// <summary>Button that allows it.</summary>
    public static readonly LocalizedText Allow = LocalizedText.Of("Allow", "Erlauben", "Permitir", "Autoriser");

    /// <summary>Button that refuses it.</summary>
    public static readonly LocalizedText Refuse = LocalizedText.Of("Don't allow", "Nicht erlauben", "No permitir", "Ne pas autoriser");

    /// <summary>Said in a chat when they allowed it there.</summary>
    public static readonly LocalizedText AllowedInChat = LocalizedText.Of(
        "You allowed it. Open the link in the message above to join.", "Sie haben zugestimmt. Öffnen Sie den Link in der Nachricht oben, um teilzunehmen.",
        "Lo ha permitido. Abra el enlace del mensaje anterior para unirse.", "Vous avez donné votre accord. Ouvrez le lien du message ci-dessus pour rejoindre la session.");

    /// <summary>Said while the tool makes it.</summary>
    public static readonly LocalizedText Preparing = LocalizedText.Of("The session is being prepared. Refresh this page in a moment.", "Die Sitzung wird vorbereitet. Laden Sie die Seite gleich neu.", "La sesión se está preparando. Actualice esta página en un momento.", "La session est en préparation. Actualisez cette page dans un instant.");

    /// <summary>Link by which they join.</summary>
    public static readonly LocalizedText Join = LocalizedText.Of("Join the session", "An der Sitzung teilnehmen", "Unirse a la sesión", "Rejoindre la session");

    /// <summary>Said where they have nothing to open.</summary>
    public static readonly LocalizedText Wait = LocalizedText.Of("{0} connects to your device now. Confirm the request of {1} on your screen.", "{0} verbindet sich jetzt mit Ihrem Gerät. Bestätigen Sie die Anfrage von {1} auf Ihrem Bildschirm.", "{0} se conecta ahora a su equipo. Confirme la solicitud de {1} en su pantalla.", "{0} se connecte maintenant à votre appareil. Confirmez la demande de {1} sur votre écran.");

    /// <summary>Button that ends it.</summary>
    public static readonly LocalizedText End = LocalizedText.Of("End the session", "Sitzung beenden", "Terminar la sesión", "Mettre fin à la session");

    /// <summary>Said when it is over.</summary>
    public static readonly LocalizedText Over = LocalizedText.Of("This session has ended. If you still need help, reply in your ticket.", "Diese Sitzung ist beendet. Wenn Sie noch Hilfe brauchen, antworten Sie in Ihrem Ticket.", "Esta sesión ha terminado. Si aún necesita ayuda, responda en su ticket.", "Cette session est terminée. Si vous avez encore besoin d’aide, répondez dans votre ticket.");

    /// <summary>Said when it expired.</summary>
    public static readonly LocalizedText Expired = LocalizedText.Of("This request has expired. The service desk can ask again.", "Diese Anfrage ist abgelaufen. Der Service Desk kann erneut fragen.", "Esta solicitud ha caducado. El servicio de asistencia puede preguntar de nuevo.", "Cette demande a expiré. Le centre de services peut redemander.");

    /// <summary>Said when they refused.</summary>
    public static readonly LocalizedText Refused = LocalizedText.Of("You didn't allow it. No one connects to your device.", "Sie haben nicht zugestimmt. Niemand verbindet sich mit Ihrem Gerät.", "Usted no lo ha permitido. Nadie se conecta a su equipo.", "Vous n’avez pas donné votre accord. Personne ne se connecte à votre appareil.");
}
