namespace HelpDesk.Orchestrations.Stages.Understanding.Traits;

/// <summary>
/// Asks what the service desk wants to hear before it resets something, and tells of no problem: what a caller finds out before they call as somebody
/// else. Who has forgotten, lost or broken something may ask that too, and is helped.
/// </summary>
internal static class ProbeTrait
{
    private static readonly string[] Asking =
    [
        "do you need from me", "you need from me", "you need to know from me", "must i give you", "do i have to give", "do i have to tell you", "which questions do you ask", "what questions do you ask", "questions will you ask", "what do you ask",
        "which information must", "what information must", "which information do you need", "what information do you need", "what details do you need", "how do you verify", "how do you check who", "how do you make sure who", "how do you identify", "how do you confirm who",
        "braucht ihr von mir", "brauchen sie von mir", "welche fragen stell", "welche angaben braucht", "welche angaben brauchen", "welche angaben benotig", "welche daten braucht", "welche daten brauchen", "was muss ich angeben", "was muss ich sagen", "wie pruft ihr", "wie prufen sie", "wie uberpruft ihr", "wie uberprufen sie", "wie stellt ihr sicher wer", "wie stellen sie sicher wer",
        "necesitan de mi", "necesitais de mi", "que preguntas hacen", "que preguntas haceis", "que datos necesitan", "que datos necesitais", "que informacion necesitan", "que tengo que decir", "que debo decir", "como comprueban quien", "como verifican quien", "como verifican la identidad", "como comprueban la identidad",
        "avez vous besoin de ma part", "vous faut il de ma part", "quelles questions posez", "quelles informations vous faut", "quelles informations faut il", "quelles informations avez vous besoin", "que dois je dire", "que dois je donner", "comment verifiez vous", "comment vous assurez vous", "comment controlez vous qui",
    ];

    private static readonly string[] Reset =
    [
        "reset", "password", "mfa ", "authenticator", "second factor", "unlock", "pin ", "passcode", "recovery", "sign in method", "temporary pass", "account",
        "zurucksetz", "zuruckgesetzt", "passwort", "kennwort", "entsperr", "konto", "zweiter faktor", "zugangspass",
        "restablec", "contrasena", "desbloque", "cuenta", "segundo factor",
        "reinitialis", "mot de passe", "deverrouill", "debloqu", "compte", "second facteur",
    ];

    // A problem of their own: then it is a request with a question in it.
    private static readonly string[] Own =
    [
        "i forgot", "i ve forgotten", "i have forgotten", "i lost", "i ve lost", "i have lost", "i cannot", "i can t", "i can not", "i am locked", "i m locked", "my account is", "my account was", "my old phone", "my phone", "my new phone", "my password is", "my password has", "does not work", "doesn t work", "doesnt work", "not working", "please reset my", "please unlock my",
        "ich habe mein", "ich hab mein", "habe ich vergessen", "vergessen", "verloren", "ich kann", "ich komme nicht", "mein konto ist", "mein konto wurde", "mein handy", "funktioniert nicht", "geht nicht", "gesperrt",
        "olvide", "he olvidado", "perdi ", "he perdido", "no puedo", "mi cuenta esta", "mi movil", "no funciona", "bloquead",
        "j ai oublie", "j ai perdu", "je n arrive", "je ne peux", "je ne parviens", "mon compte est", "mon telephone", "ne fonctionne", "ne marche", "bloque ",
    ];

    public static bool Shows(TicketText ticket) => ticket.Words.Has(Asking) && ticket.Words.Has(Reset) && !ticket.Words.Has(Own);
}
