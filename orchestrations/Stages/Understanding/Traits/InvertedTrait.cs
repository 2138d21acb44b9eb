namespace HelpDesk.Orchestrations.Stages.Understanding.Traits;

/// <summary>Asks not to do, or to undo, what its words name. Mistaking one of these is the costliest error of all.</summary>
internal static class InvertedTrait
{
    private static readonly string[] Negations =
        ["do not ", "don t ", "not ", "never ", "please don t", "nicht", "noch nicht", "keinesfalls", "no ", "aun no", "todavia no", "ne ", "ne pas", "pas encore"];

    private static readonly string[] Verbs =
    [
        "delete", "disable", "deactivate", "remove", "wipe", "block ", "lock the", "lock my", "revoke", "terminate", "close the account", "reset my", "reset the",
        "loschen", "geloscht", "deaktivier", "sperren", "gesperrt werden", "entfern", "zurucksetzen werden", "abschalten",
        "eliminar", "elimine", "borrar", "borre", "desactivar", "desactive", "bloquear", "quitar",
        "supprimer", "supprimez", "desactiver", "desactivez", "bloquer", "bloquez", "effacer",
    ];

    private static readonly string[] Plain =
    [
        "re enable", "reenable", "reactivate", "re activate", "enable until", "cut off too early", "disabled by mistake", "disabled too early", "deleted by mistake", "removed by mistake", "keep the account", "keep her account", "keep his account", "keep access", "extend the account", "extend the access", "extend access", "extend her", "extend his", "was extended", "contract extended", "until further notice", "undo ", "revert", "cancel my request", "cancel this request", "request is cancelled", "no longer needed", "stays longer", "is not leaving", "not leaving",
        "wieder aktivier", "reaktivier", "versehentlich deaktiviert", "versehentlich geloscht", "zu fruh deaktiviert", "zu fruh gesperrt", "aktiv lassen", "verlanger", "ruckgangig", "bleibt doch", "hat sich erledigt", "nicht mehr notig",
        "reactivar", "volver a activar", "por error", "mantener la cuenta", "mantener activa", "prorrog", "anular mi solicitud", "ya no es necesario",
        "reactiver", "par erreur", "garder le compte", "maintenir le compte", "prolonger", "annuler ma demande", "plus necessaire",
        "found it", "found my phone again", "found my laptop again", "found the laptop again", "found the phone again", "turned up again", "has turned up", "have it back",
        "wiedergefunden", "wieder gefunden", "wieder aufgetaucht", "doch gefunden", "lo he encontrado", "lo encontre", "ha aparecido", "l ai retrouve", "ai retrouve", "a ete retrouve",
    ];

    public static bool Shows(TicketText ticket) => ticket.Words.Has(Plain) || ticket.Words.Follows(Negations, Verbs, 28);
}
