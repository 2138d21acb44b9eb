using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Stages.Conversation.Channels;

/// <summary>What is said on channels beside the ticket, in English, German, Spanish and French.</summary>
public static class ChannelTexts
{
    /// <summary>Title of the link to the person's own page.</summary>
    public static readonly LocalizedText Page = LocalizedText.Of("See your ticket", "Ihr Ticket ansehen", "Ver su ticket", "Voir votre ticket");

    /// <summary>Title of the link by which a person confirms that an account of a chat is theirs.</summary>
    public static readonly LocalizedText Connect = LocalizedText.Of(
        "Connect this account with your sign-in", "Dieses Konto mit Ihrer Anmeldung verbinden", "Conectar esta cuenta con su inicio de sesión", "Relier ce compte à votre connexion");

    /// <summary>Title of a button.</summary>
    public static readonly LocalizedText Works = LocalizedText.Of("It works", "Es funktioniert", "Funciona", "Cela fonctionne");

    /// <summary>Title of a button.</summary>
    public static readonly LocalizedText WorksNot = LocalizedText.Of("It does not work", "Es funktioniert nicht", "No funciona", "Cela ne fonctionne pas");

    /// <summary>Title of a button.</summary>
    public static readonly LocalizedText Person = LocalizedText.Of("I want a person", "Ich möchte mit einem Menschen sprechen", "Quiero hablar con una persona", "Je veux parler à une personne");

    /// <summary>Answer to a greeting.</summary>
    public static readonly LocalizedText Greeting = LocalizedText.Of(
        "Hello! This is the automated assistant (AI) of the IT service desk. Describe your problem in a sentence or two, and a ticket is opened for you.",
        "Hallo! Hier ist der automatische Assistent (KI) des IT-Service-Desks. Beschreiben Sie Ihr Problem in ein, zwei Sätzen, dann wird ein Ticket für Sie eröffnet.",
        "¡Hola! Soy el asistente automático (IA) del servicio de asistencia informática. Describa su problema en una o dos frases y se abrirá un ticket.",
        "Bonjour ! Ici l'assistant automatique (IA) du centre de services informatiques. Décrivez votre problème en une ou deux phrases, et un ticket sera ouvert pour vous.");

    /// <summary>A ticket was opened; {0} is its number.</summary>
    public static readonly LocalizedText Opened = LocalizedText.Of(
        "Thank you. Ticket {0} is open. An automated assistant (AI) works on it and answers here.",
        "Danke. Das Ticket {0} ist eröffnet. Ein automatischer Assistent (KI) bearbeitet es und antwortet hier.",
        "Gracias. El ticket {0} está abierto. Un asistente automático (IA) lo tramita y responde aquí.",
        "Merci. Le ticket {0} est ouvert. Un assistant automatique (IA) le traite et répond ici.");

    /// <summary>What was written was added to a ticket; {0} is its number.</summary>
    public static readonly LocalizedText Added = LocalizedText.Of(
        "Added to your ticket {0}.", "Zu Ihrem Ticket {0} hinzugefügt.", "Añadido a su ticket {0}.", "Ajouté à votre ticket {0}.");

    /// <summary>An answer was taken.</summary>
    public static readonly LocalizedText Thanks = LocalizedText.Of("Thank you, we are going on with your answer.", "Danke, wir machen mit Ihrer Antwort weiter.", "Gracias, seguimos con su respuesta.", "Merci, nous continuons avec votre réponse.");

    /// <summary>Which answer was taken; {0} is the option.</summary>
    public static readonly LocalizedText Chosen = LocalizedText.Of("Your answer: {0}", "Ihre Antwort: {0}", "Su respuesta: {0}", "Votre réponse : {0}");

    /// <summary>A wish was taken note of.</summary>
    public static readonly LocalizedText Noted = LocalizedText.Of("Thank you. We have taken note of it.", "Danke. Wir haben es vermerkt.", "Gracias. Lo hemos anotado.", "Merci. Nous en avons pris note.");

    /// <summary>A question is over.</summary>
    public static readonly LocalizedText TooLate = LocalizedText.Of(
        "This question is already answered or no longer needed.", "Diese Frage ist schon beantwortet oder nicht mehr nötig.", "Esta pregunta ya está respondida o ya no es necesaria.", "Cette question a déjà reçu une réponse ou n'est plus nécessaire.");

    /// <summary>An answer says nothing.</summary>
    public static readonly LocalizedText NotUnderstood = LocalizedText.Of(
        "I did not understand that. Please choose one of the answers above, or write a few words.", "Das habe ich nicht verstanden. Bitte wählen Sie oben eine der Antworten oder schreiben Sie ein paar Worte.",
        "No lo he entendido. Elija una de las respuestas de arriba o escriba unas palabras.", "Je n'ai pas compris. Choisissez une des réponses ci-dessus ou écrivez quelques mots.");

    /// <summary>A person takes over.</summary>
    public static readonly LocalizedText PersonAsked = LocalizedText.Of(
        "A person from the service desk takes over and sees what you wrote.", "Eine Person aus dem Service Desk übernimmt und sieht, was Sie geschrieben haben.",
        "Una persona del servicio de asistencia se encargará y verá lo que ha escrito.", "Une personne du centre de services prend le relais et voit ce que vous avez écrit.");

    /// <summary>It helped.</summary>
    public static readonly LocalizedText Glad = LocalizedText.Of("Thank you for letting us know.", "Danke für Ihre Rückmeldung.", "Gracias por decírnoslo.", "Merci de nous l'avoir dit.");

    /// <summary>It did not help.</summary>
    public static readonly LocalizedText Reopened = LocalizedText.Of(
        "We're sorry. Your ticket goes to a person from the service desk, with everything that was done.", "Das tut uns leid. Ihr Ticket geht an eine Person aus dem Service Desk, mit allem, was getan wurde.",
        "Lo sentimos. Su ticket pasa a una persona del servicio de asistencia, con todo lo que se ha hecho.", "Nous sommes désolés. Votre ticket passe à une personne du centre de services, avec tout ce qui a été fait.");

    /// <summary>A button that is not for who pressed it.</summary>
    public static readonly LocalizedText NotYours = LocalizedText.Of(
        "This message is for another person. Nothing was changed.", "Diese Nachricht ist für jemand anderen. Es wurde nichts geändert.", "Este mensaje es para otra persona. No se ha cambiado nada.", "Ce message est destiné à quelqu'un d'autre. Rien n'a été changé.");

    /// <summary>Who writes is not known in the directory, or is a guest.</summary>
    public static readonly LocalizedText Unknown = LocalizedText.Of(
        "Your account is not known here as a person of this organisation, so no ticket can be opened. Please call the IT service desk.",
        "Ihr Konto ist hier nicht als Person dieser Organisation bekannt, deshalb kann kein Ticket eröffnet werden. Bitte rufen Sie den IT-Service-Desk an.",
        "Su cuenta no consta aquí como persona de esta organización, por lo que no se puede abrir un ticket. Llame al servicio de asistencia informática.",
        "Votre compte n'est pas connu ici comme personne de cette organisation ; aucun ticket ne peut être ouvert. Appelez le centre de services informatiques.");

    /// <summary>A message cannot be taken in, for a reason that waiting does not cure.</summary>
    public static readonly LocalizedText NotTakenIn = LocalizedText.Of(
        "Your message could not be taken in here. Please use the self-service portal or call the IT service desk.",
        "Ihre Nachricht konnte hier nicht angenommen werden. Bitte nutzen Sie das Self-Service-Portal oder rufen Sie den IT-Service-Desk an.",
        "No se ha podido recibir su mensaje aquí. Utilice el portal de autoservicio o llame al servicio de asistencia informática.",
        "Votre message n'a pas pu être pris en compte ici. Utilisez le portail libre-service ou appelez le centre de services informatiques.");
}
