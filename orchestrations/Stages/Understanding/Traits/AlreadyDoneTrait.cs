namespace HelpDesk.Orchestrations.Stages.Understanding.Traits;

/// <summary>
/// Tells of work that was done: perfect or passive, third person, a success. What still does not work, or happens to something of
/// the writer's own ("my password was reset, not by me"), is no closing note.
/// </summary>
internal static class AlreadyDoneTrait
{
    private const int MostWordsOfNote = 22;

    private static readonly string[] LastWords =
        [" closed ", " resolved ", " done ", " solved ", " fixed ", " ok now ", " geschlossen ", " erledigt ", " behoben ", " gelost ", " fertig ", " cerrado ", " cerrada ", " resuelto ", " resuelta ", " solucionado ", " listo ", " hecho ", " clos ", " cloture ", " resolu ", " regle ", " termine "];

    private static readonly string[] Done =
    [
        "unlocked the", "unlocked his", "unlocked her", "unlocked user", "unlocked account", "unlocked ad", "account unlocked", "was unlocked", "been unlocked",
        "been reset", "was reset", "were reset", "have reset", "password reset done", "reset done", "did a reset", "issue resolved", "issue fixed", "issue solved", "problem solved", "problem resolved",
        "user confirmed", "user confirms", "walked the user", "walked user", "helped the user", "helped user", "assisted the user", "assisted user", "advised the user", "advised user", "guided the user", "guided user",
        "closing ticket", "closing the ticket", "closing call", "resolved on call", "resolved by phone", "resolved on the phone",
        "konto entsperrt", "account entsperrt", "user entsperrt", "benutzer entsperrt", "entsperrt und", "wurde entsperrt", "wieder entsperrt", "wurde zuruckgesetzt", "passwort zuruckgesetzt", "kennwort zuruckgesetzt",
        "problem behoben", "fehler behoben", "erledigt", "anwender bestatigt", "user bestatigt", "telefonisch gelost", "mit dem anwender", "ticket geschlossen",
        "cuenta desbloqueada", "se desbloqueo", "se ha desbloqueado", "ha sido desbloquead", "se restablecio", "se ha restablecido", "contrasena restablecida", "problema resuelto", "incidencia resuelta", "usuario confirma", "se cierra", "solucionado",
        "compte debloque", "compte deverrouille", "a ete debloque", "a ete deverrouille", "a ete reinitialise", "mot de passe reinitialise", "probleme resolu", "incident resolu", "utilisateur confirme", "ticket clos", "cloture",
    ];

    private static readonly string[] DoneIfItWorks =
    [
        "unlocked", "unblocked", "re sent", "resent", "re pushed", "resynced", "re synced", "reassigned", "granted", "rolled back", "restored", "swapped the", "swapped his", "swapped her", "reset the", "reset password", "disabled the", "removed the", "added the", "replaced", "reinstalled", "restarted", "rebooted", "remapped", "cleared", "re enrolled",
        "entsperrt", "freigeschaltet", "zugewiesen", "neu zugeordnet", "neu eingebunden", "neu synchronisiert", "resynchronisiert", "zuruckgesetzt", "neu gestartet", "neu installiert", "getauscht", "desbloque", "resincroniz", "reenviad", "asignad", "resynchronis", "renvoye", "reattribu", "restablec", "reinici", "reinstal", "debloqu", "deverrouill", "reinitialis", "redemarr", "remplac",
    ];

    // What somebody did, told in the past and of no one in particular.
    private static readonly string[] Past =
    [
        "unlocked", "unblocked", "reset ", "replaced", "reinstalled", "restarted", "rebooted", "rebuilt", "remapped", "cleared", "re enrolled", "enrolled", "re sent", "resent", "re pushed", "pushed", "took out", "took the", "put the", "put in", "gave a", "gave her", "gave him", "swapped", "altered", "corrected", "adjusted", "checked", "proved", "identified", "verified", "showed", "explained", "removed", "deleted", "added", "installed", "updated", "patched", "cause ", "remote session", "looked at", "went over", "went to", "did the trick", "number you", "code you", "figures you", "thank you", "thanks", "since the restart", "since then", "booted", "granted", "issued", "assigned", "configured", "connected", "re synced", "resynced", "synced", "migrated", "ordered", "delivered", "handed", "repaired", "moved the", "moved him", "moved her", "renewed", "extended", "walked ", "guided", "helped", "talked ",
        "entsperrt", "zuruckgesetzt", "getauscht", "neu gestartet", "neu installiert", "neu gesetzt", "neu verteilt", "gepruft", "entfernt", "eingerichtet", "angelegt", "reaktiviert", "gestellt", "ursache", "fernwartung", "seit dem neustart", "seit der neuanmeldung", "seitdem", "danke", "ausgegeben", "zugewiesen", "freigeschaltet", "ausgestellt", "synchronisiert", "konfiguriert", "ubergeben", "geliefert", "repariert", "verlangert", "geandert", "erneuert", "nachgetragen", "behoben",
        "desbloque", "restablec", "reinici", "reinstal", "cambiad", "corregid", "quitad", "borrad", "anadid", "hecha", "hecho", "comprobad", "reenviad", "causa", "desde el reinicio", "gracias", "resincroniz", "sincronizad", "asignad", "entregad", "configurad", "renovad", "reparad", "actualizad", "concedid", "dado de alta", "alta hecha", "ya sale", "ya imprime",
        "debloqu", "reinitialis", "redemarr", "remplac", "corrige", "supprime", "ajoute", "verifie", "teste", "renvoye", "change ", "relance", "cause", "depuis le redemarrage", "merci", "resynchronis", "synchronis", "attribu", "accorde", "configur", "livre ", "repare", "renouvel", "mis a jour", "remis", "fourni", "reactive",
    ];

    private static readonly string[] Works =
    [
        "works now", "working now", "works again", "working again", "works fine", "working fine", "now works", "able to log in now", "can log in now", "able to login now", "user can log", "resolved", "fixed", "successfully logged", "all good now", "he s in", "she s in", "they re in", "is in now", "now inside", "prints again", "back online", "online again", "on corp again", "boots normally", "resolved",
        "funktioniert wieder", "geht wieder", "lauft wieder", "funktioniert jetzt", "geht jetzt", "klappt wieder", "erledigt", "behoben",
        "ya funciona", "funciona de nuevo", "funciona correctamente", "ya puede", "resuelt", "solucionado",
        "fonctionne a nouveau", "fonctionne de nouveau", "fonctionne maintenant", "fonctionne correctement", "resolu", "peut se connecter",
    ];

    // Words with which a note ends, or with which a requester says that it is over: they outweigh what was wrong before.
    private static readonly string[] Over =
    [
        "ticket closed", "call closed", "case closed", "closing ticket", "closing the ticket", "closing call", "ticket can be closed", "you can close", "you may close", "can be closed", "please close the ticket", "please close this", "pls close", "consider it finished", "consider it done", "consider it closed", "consider this closed", "marked complete", "marked as complete", "no follow up", "solved on first call", "solved at first call", "resolved on call", "agrees to closing", "agreed to close", "user confirmed", "user confirms", "user informed", "user told", "user is happy", "informed the user", "told the user", "caller confirmed", "caller happy", "foreman informed", "did the trick", "works like a charm", "all good now", "all good again", "sorted now", "nothing left to do", "nothing left", "nothing else to do", "closed as", "set to resolved", "status resolved", "marked resolved", "happy with it now", "no need to come", "no action needed any more",
        "ticket geschlossen", "ticket kann zu", "kann geschlossen werden", "konnen sie schliessen", "kann zu ", "abgeschlossen", "haken dran", "von mir aus fertig", "alles bestens", "anwender informiert", "nutzer informiert", "anwender bestatigt", "anwenderin arbeitet wieder", "anwender arbeitet wieder", "einverstanden mit abschluss", "hat geklappt danke", "hat geholfen", "vorgang geschlossen", "auf erledigt", "ist erledigt", "alles wieder gut", "nichts mehr offen", "geschlossen ", "nutzerin arbeitet wieder", "nutzer arbeitet wieder", "kollegin arbeitet wieder", "kollege arbeitet wieder", "bestatigt dass es geht",
        "se puede cerrar", "pueden cerrar", "puede cerrarla", "puedes archivar", "puede archivar", "puedes cerrar", "por mi terminado", "usuario informado", "informado el usuario", "comprobado con", "probado con el usuario", "cerrado", "ya esta todo bien", "todo bien ya", "cerrada ", "queda cerrad", "ya trabaja con normalidad", "con el usuario", "con la usuaria", "se da por resuelt", "se da por cerrad", "doy por cerrad", "sin mas que hacer",
        "vous pouvez cloturer", "vous pouvez fermer", "vous pouvez archiver", "peut etre cloture", "peut etre ferme", "utilisateur informe", "teste avec l utilisateur", "pour moi c est termine", "tout est rentre dans l ordre", "clos ", "close ce jour", "rien d autre a signaler", "tout fonctionne", "utilisatrice informee", "avec l utilisatrice", "l utilisateur confirme", "l utilisatrice confirme", "dossier ferme", "affaire reglee", "resolu merci", "tout va bien maintenant",
    ];

    private static readonly string[] NotOver =
        ["not closed", "don t close", "do not close", "was closed but", "closed too early", "closed without", "reopen", "re open", "why was", "nicht schliessen", "wurde geschlossen", "wieder offnen", "no cierren", "se cerro sin", "reabrir", "ne pas fermer", "ferme sans", "rouvrir", "if it works", "when done", "wenn erledigt", "cuando este", "quand ce sera"];

    private static readonly string[] GoesOn =
    [
        "still", "but ", "however", "not working", "not fixed", "not resolved", "locked again", "again locked", "yet again", "didn t", "doesn t", "not me", "wasn t me", "did not", "unless",
        "immer noch", "aber ", "trotzdem", "erneut gesperrt", "wieder gesperrt", "geht nicht", "funktioniert nicht", "nicht behoben", "noch nicht",
        "todavia", "aun ", "sigue", "pero ", "otra vez bloque", "no funciona", "sin resolver",
        "toujours", "mais ", "encore", "ne fonctionne", "pas resolu",
    ];

    /// <summary>True for words of what was done, told in the past.</summary>
    public static bool TellsOfThePast(WordText words) => words.Has(Past);

    public static bool Shows(TicketText ticket)
    {
        var words = ticket.Words;
        // Closing a ticket that asks for something loses the request.
        if (NoRequestTraits.AsksForMore(ticket))
            return false;
        if (words.Has(Over) && !words.Has(NotOver) && (words.Has(Past) || words.Has(Works)))
            return true;
        if (words.Has(GoesOn))
            return false;
        if (words.Has(Works))
            return words.Has(Done) || words.Has(DoneIfItWorks);
        return (words.Has(Done) || IsNote(words)) && !words.Has(CommonWords.Mine) && !words.Has(CommonWords.Asks) && !ticket.Text.Contains('?', StringComparison.Ordinal);
    }

    // A technician's note: a few words on what was done, and the one word with which a note ends.
    private static bool IsNote(WordText words) =>
        words.Count <= MostWordsOfNote && words.Has(Past) && Array.Exists(LastWords, word => words.ToString().EndsWith(word, StringComparison.Ordinal));
}
