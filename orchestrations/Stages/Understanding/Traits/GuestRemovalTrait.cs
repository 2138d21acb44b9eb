namespace HelpDesk.Orchestrations.Stages.Understanding.Traits;

/// <summary>
/// Asks to take a guest account away. Most tickets about guests invite one or prolong one's access, under the same intent: a word of those
/// anywhere, or of doubt, and it is none.
/// </summary>
internal static class GuestRemovalTrait
{
    private const int OneThought = 60;

    /// <summary>What a guest account is called.</summary>
    public static string[] Guests { get; } =
    [
        "guest account", "guest user", "guest access", "our guest", "the guest", "as guest", "as a guest", "guest namedmail", "guest namedperson", "guests ", "external user", "external account", "external guest", "external consultant", "b2b",
        "gastkonto", "gastbenutzer", "gastzugang", "gastzugriff", "den gast", "der gast", "als gast", "gast namedmail", "gast namedperson", "externen benutzer", "externe benutzer", "externer benutzer", "externes konto",
        "cuenta de invitado", "usuario invitado", "usuaria invitada", "acceso de invitado", "el invitado", "la invitada", "al invitado", "a la invitada", "invitado namedmail", "invitada namedmail", "usuario externo", "cuenta externa",
        "compte invite", "compte d invite", "utilisateur invite", "utilisatrice invitee", "acces invite", "l invite", "invite namedmail", "invitee namedmail", "utilisateur externe", "compte externe",
    ];

    /// <summary>How it is asked to be taken away.</summary>
    public static string[] Removals { get; } =
    [
        "remove", "delete", "block ", "disable", "deactivat", "revoke", "close ", "take away", "offboard",
        "entfern", "losch", "sperr", "deaktivier", "entzieh", "entzogen",
        "eliminar", "elimine", "elimina", "quitar", "quite ", "borrar", "borre", "bloquear", "bloquee", "desactivar", "desactive", "dar de baja", "retirar", "retire ",
        "supprimer", "supprimez", "retirer", "retirez", "bloquer", "bloquez", "desactiver", "desactivez", "fermer", "fermez", "enlever", "enlevez",
    ];

    // Words of invitations, of access that goes on, and of trouble that a guest has. "invite" alone is also French for a guest.
    private static readonly string[] Otherwise =
    [
        "please invite", "to invite", "invite our", "invite the", "invite a ", "invite my", "invite him", "invite her", "invite them", "reinvite", "re invite", "invitation", "new guest", "add ", "extend", "prolong", "renew", "expire", "until ", "reactivat", "restore", "unblock", "unlock", "cannot", "can t", "unable", "reset", "resend", "was removed", "was deleted", "got removed", "is blocked", "is disabled", "was blocked", "was disabled", "instead", "wifi", "wlan",
        "einlad", "eingeladen", "neuer gast", "neuen gast", "hinzufug", "verlanger", "abgelaufen", "lauft ab", "bis zum", "wiederherstell", "entsperr", "freischalt", "kann nicht", "kann sich nicht", "wurde entfernt", "wurde geloscht", "ist gesperrt", "wurde gesperrt", "stattdessen", "zurucksetz",
        "invitar", "invite a", "nuevo invitado", "anadir", "agregar", "ampliar", "prorrog", "caduc", "hasta el", "restaur", "desbloque", "no puede", "fue eliminad", "esta bloquead", "en su lugar",
        "inviter", "invitez", "nouvel invite", "ajouter", "ajoutez", "prolonger", "expir", "jusqu", "restaur", "debloqu", "ne peut", "a ete supprim", "est bloque", "a la place",
    ];

    public static bool Shows(TicketText ticket) =>
        ticket.Words.IsLatin
        && ticket.Words.Near(Guests, Removals, OneThought)
        && !ticket.Words.Has(Otherwise)
        && !InvertedTrait.Shows(ticket);
}
