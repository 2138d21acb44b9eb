namespace HelpDesk.Orchestrations.Stages.Understanding.Traits;

/// <summary>Reads like the notice of a provider that a user asked for something. Genuine ones exist; they are the template of every phishing mail.</summary>
internal static class ProviderNoticeTrait
{
    private static readonly string[] Plain =
    [
        "a user has requested", "a user requested", "user has requested a password", "one of your users", "a request was made to reset", "a request has been made", "we received a request to", "we have received a request", "has asked us to reset", "requested a password reset for", "password reset request for", "the following user requested", "the following user has requested",
        "if you did not request", "if you didn t request", "if you did not initiate", "verify the identity of the user", "verify the user s identity", "verify with the user", "verify the request before", "verify this request", "please verify before", "before you reset", "as the administrator of", "as administrator of", "your administrator action",
        "ein benutzer hat", "hat ein zurucksetzen angefordert", "wir haben eine anfrage erhalten", "es wurde eine anfrage", "wenn sie dies nicht angefordert", "falls sie dies nicht angefordert", "uberprufen sie die identitat", "identitat des benutzers",
        "un usuario ha solicitado", "hemos recibido una solicitud", "si usted no solicito", "si no ha solicitado", "verifique la identidad",
        "un utilisateur a demande", "nous avons recu une demande", "si vous n avez pas demande", "si vous n etes pas a l origine", "verifiez l identite",
    ];

    public static bool Shows(TicketText ticket) => ticket.Words.Has(Plain);
}
