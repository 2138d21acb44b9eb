namespace HelpDesk.Orchestrations.Stages.Understanding.Traits;

/// <summary>
/// Takes back an earlier request, or says that the thing was found: there is nothing to do any more. Only in short texts, and not where
/// access that is no longer needed is to be taken away, which is a request.
/// </summary>
internal static class WithdrawnTrait
{
    private const int MostWords = 70;

    private static readonly string[] Plain =
    [
        "cancel my request", "cancel this request", "cancel the request", "cancel my ticket", "cancel this ticket", "cancel my order", "withdraw my", "i withdraw", "request withdrawn", "request is withdrawn", "request is cancelled", "request can be dropped", "request is obsolete", "is obsolete", "has been overtaken", "overtaken by events", "please disregard", "pls disregard", "disregard my", "ignore my ticket", "ignore my last", "ignore my previous", "ignore my request", "ignore this pls", "ignore pls", "pls ignore", "please ignore this", "please ignore my", "forget my last", "forget my ticket", "forget about it", "forget it", "never mind", "nevermind", "wrong form", "call off the", "stop the wipe", "stop everything", "not needed any more", "not needed anymore", "not needed any longer", "no longer required", "has turned up", "turned up again", "phone was in", "laptop was in", "found my phone", "found my laptop", "found my tablet", "found the phone", "found the laptop", "found it again", "found them again",
        "hat sich erledigt", "ist hinfallig", "hinfallig", "hat sich uberholt", "ist uberholt", "ziehe meinen antrag", "ziehe ich zuruck", "antrag zuruckgezogen", "zuruckgezogen", "bitte stornieren", "anfrage stornieren", "bitte ignorieren", "ticket ignorieren", "vergessen sie meine anfrage", "vergesst meine", "falsches formular", "brauche ich nicht mehr", "brauche ich doch nicht", "brauche ich jetzt nicht", "jetzt doch kein", "nun doch kein", "doch keins", "doch keinen", "wird nicht mehr gebraucht", "nicht mehr notig", "nicht mehr erforderlich", "nehmen sie mich also nicht", "nehmen sie mich bitte nicht", "ist wieder da", "wieder aufgetaucht", "wiedergefunden", "wieder gefunden", "doch gefunden", "loschung abbrechen", "bitte alles stoppen",
        "anulen mi", "anular mi", "anulad mi", "cancelen mi", "cancelar mi", "retiro la peticion", "retiro mi", "queda sin efecto", "ha quedado superad", "ya no hace falta", "ya no lo necesito", "ya no es necesari", "no hace falta ya", "olvidenlo", "olvidadlo", "olviden mi", "ignoren mi", "ignorad", "formulario equivocado", "ha aparecido", "aparecio en", "lo encontre", "lo he encontrado", "paren el borrado",
        "annulez ma", "annuler ma", "merci d annuler", "je retire ma", "demande caduque", "est depassee", "n est plus utile", "n est plus necessaire", "devenu inutile", "plus la peine", "laissez tomber", "oubliez ", "ignorez", "mauvais formulaire", "a ete retrouve", "je l ai retrouve", "ai retrouve mon", "ai retrouve le", "arretez l effacement",
    ];

    // Not taken back but taken away.
    private static readonly string[] TakeAway =
        ["remove my", "remove me", "take my", "take away", "revoke", "drop my rights", "losch mich", "loscht mich", "entfern", "entzieh", "quitad", "quitar", "quitenme", "eliminen", "retirez", "supprimez", "retirer mes"];

    public static bool Shows(TicketText ticket) =>
        ticket.Words.Count <= MostWords && ticket.Words.Has(Plain) && !ticket.Words.Has(TakeAway);
}
