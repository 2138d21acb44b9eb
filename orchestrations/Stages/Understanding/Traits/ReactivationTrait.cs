namespace HelpDesk.Orchestrations.Stages.Understanding.Traits;

/// <summary>
/// Asks to enable again, to restore or to keep an account, a mailbox or access: a leaver the other way. The same words that a leaver's runbook
/// would act on ("left", "disabled", "last day") are in it, so nothing else may be drawn from them.
/// </summary>
internal static class ReactivationTrait
{
    private const int Near = 60;

    // Verbs and nouns that mean nothing else.
    private static readonly string[] Plain =
    [
        "reactivat", "re activat", "reenabl", "re enabl", "reinstat", "undelet", "un delet", "unblock her", "unblock him", "switch back on", "switched back on", "turn back on", "turned back on", "turn his back", "turn her back", "enable again", "enabled again", "activate again", "activated again", "bring back his", "bring back her", "wrong end date", "wrong leaving date", "wrong last day", "closed in error", "deactivated in error", "disabled in error", "deleted in error", "closed by mistake", "not to be deleted", "must not be deleted", "should not be deleted", "shall not be deleted", "not to be disabled", "must not be disabled", "should stay active", "must stay active", "has to stay active", "needs to stay active", "remains active", "stays with us", "stays after all", "returned from parental", "returns from parental", "rehired", "re hired", "rehire", "did not leave", "didn t leave", "has not left", "hasn t left", "withdrew", "withdrawn his notice", "withdrawn her notice",
        "reaktivier", "wieder aktivier", "wiederaktivier", "wieder freischalt", "wieder einschalt", "wieder anschalt", "falsches enddatum", "falsches austrittsdatum", "falschen kollegen", "irrtumlich deaktiviert", "irrtumlich gesperrt", "irrtumlich geloscht", "faelschlich", "nicht geloscht werden", "nicht deaktiviert werden", "darf nicht geloscht", "nicht loschen", "nicht abschalten", "aktiv bleiben", "bleibt aktiv", "bleibt bei uns", "bleibt uns erhalten", "zuruck aus der elternzeit", "aus der elternzeit zuruck", "wiedereintritt", "wieder eingestellt",
        "reactiv", "vuelvan a activar", "vuelva a activar", "volver a dar de alta", "dar de alta de nuevo", "de nuevo de alta", "volver a habilitar", "rehabilitar", "rehabilit", "recuperar la cuenta de", "restaurar la cuenta", "a quien no era", "fecha equivocada", "fecha incorrecta", "no eliminen", "no eliminar", "no desactiven", "no desactivar", "no se debe borrar", "no debe eliminarse", "debe seguir activ", "sigue en la empresa", "sigue con nosotros", "sigue trabajando", "se ha reincorporado", "se reincorpora", "reincorpora", "vuelve de la excedencia", "vuelve de la baja",
        "reactiv", "reactivation", "re activ", "remettre en service", "remettre son compte", "remettez", "rouvrir", "rouvrez", "rendre l acces", "mauvaise date", "date de depart erronee", "desactive a tort", "desactivee a tort", "ferme a tort", "supprime a tort", "ne pas supprimer", "ne supprimez pas", "ne desactivez pas", "ne pas desactiver", "doit rester actif", "reste chez nous", "reste dans l entreprise", "ne part pas", "ne part plus", "revient de conge", "retour de conge", "retour de maternite", "de retour parmi",
    ];

    // What was taken away or must stay, and the word that turns it.
    private static readonly string[] Taken =
        ["account", "acct", "mailbox", "access", "user", "licen", "login", "konto", "zugang", "postfach", "benutzer", "cuenta", "acceso", "buzon", "usuario", "compte", "acces", "boite", "utilisateur"];

    private static readonly string[] Turned =
    [
        "back on", "on again", "still off", "too early", "too soon", "prematurely", "by mistake", "in error", "wrongly", "mistakenly", "accidentally", "restore", "revive", "keep ", "retain", "extend", "prolong", "undo ",
        "zu fruh", "versehentlich", "aus versehen", "irrtum", "behalten", "verlanger", "ruckgangig", "noch aus ", "zuruck",
        "por error", "por equivocacion", "demasiado pronto", "antes de tiempo", "mantener", "prorrog", "ampliar", "restaur", "deshac",
        "par erreur", "trop tot", "conserver", "garder", "prolong", "maintenir", "annuler la", "restaur",
    ];

    // Somebody came back, said of another person.
    private static readonly string[] They =
        ["she ", "he ", "namedperson", "colleague", "employee", "sie ", "er ", "kollegin", "kollege", "mitarbeiterin", "mitarbeiter", "ella", "companera", "companero", "elle ", "il ", "collegue", "salariee", "salarie"];

    private static readonly string[] CameBack =
    [
        "came back", "is back", "has come back", "comes back", "returned from", "returns from", "has returned", "is here again", "works here again", "still works here", "is very much here",
        "ist wieder da", "ist zuruck", "kommt zuruck", "ist aus der elternzeit", "arbeitet wieder", "arbeitet noch hier", "arbeitet weiter",
        "ha vuelto", "ha regresado", "vuelve el", "vuelve de", "sigue aqui", "trabaja aqui",
        "est revenu", "est revenue", "est de retour", "revient de", "travaille toujours", "travaille encore",
    ];

    private static readonly string[] Off =
    [
        "off", "disabled", "closed", "deactivated", "locked", "blocked", "no access", "cannot", "can t", "switch", "turn", "activate", "enable",
        "abgeschaltet", "deaktiviert", "gesperrt", "aus ", "zu ", "aktivier", "kommt nicht", "einschalt", "freischalt",
        "apagad", "desactivad", "cerrad", "bloquead", "activar", "activen", "no puede", "de baja",
        "ferme", "desactive", "coupe", "bloque", "activer", "rouvrir", "ne peut",
    ];

    private static readonly string[] Leaving =
    [
        "leav", "left ", "disabl", "deactivat", "delet", "terminat", "last day", "contract", "resign", "offboard", "closed", "cut off", "shut off", "switched off", "retire", "maternity", "parental",
        "austritt", "ausgeschieden", "deaktiviert", "gesperrt", "geloscht", "letzter tag", "letzten tag", "vertrag", "kundig", "elternzeit", "abgeschaltet",
        "baja", "desactiv", "elimin", "borr", "bloque", "ultimo dia", "contrato", "jubil", "excedencia",
        "depart", "desactiv", "supprim", "ferme", "dernier jour", "contrat", "quitt", "conge", "bloque",
    ];

    public static bool Shows(TicketText ticket) =>
        ticket.Words.Has(Plain)
        || (ticket.Words.Near(Taken, Turned, Near) && ticket.Words.Has(Leaving))
        || (ticket.Words.Follows(They, CameBack, 24) && ticket.Words.Has(Taken) && ticket.Words.Has(Off));
}
