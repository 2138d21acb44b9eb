namespace HelpDesk.Orchestrations.Stages.Understanding.Traits;

/// <summary>
/// Tells of work that was done: perfect or passive, third person, a success. What still does not work, or happens to something of
/// the writer's own ("my password was reset, not by me"), is no closing note.
/// </summary>
internal static class AlreadyDoneTrait
{
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
        "unlocked", "reset the", "reset password", "disabled the", "removed the", "added the", "replaced", "reinstalled", "restarted", "rebooted", "remapped", "cleared", "re enrolled",
        "entsperrt", "zuruckgesetzt", "neu gestartet", "neu installiert", "getauscht", "desbloque", "restablec", "reinici", "reinstal", "debloqu", "deverrouill", "reinitialis", "redemarr", "remplac",
    ];

    private static readonly string[] Works =
    [
        "works now", "working now", "works again", "working again", "works fine", "working fine", "now works", "able to log in now", "can log in now", "able to login now", "user can log", "resolved", "fixed", "successfully logged", "all good now",
        "funktioniert wieder", "geht wieder", "lauft wieder", "funktioniert jetzt", "geht jetzt", "klappt wieder", "erledigt", "behoben",
        "ya funciona", "funciona de nuevo", "funciona correctamente", "ya puede", "resuelt", "solucionado",
        "fonctionne a nouveau", "fonctionne de nouveau", "fonctionne maintenant", "fonctionne correctement", "resolu", "peut se connecter",
    ];

    private static readonly string[] GoesOn =
    [
        "still", "but ", "however", "not working", "not fixed", "not resolved", "locked again", "again locked", "yet again", "didn t", "doesn t", "not me", "wasn t me", "did not", "unless",
        "immer noch", "aber ", "trotzdem", "erneut gesperrt", "wieder gesperrt", "geht nicht", "funktioniert nicht", "nicht behoben", "noch nicht",
        "todavia", "aun ", "sigue", "pero ", "otra vez bloque", "no funciona", "sin resolver",
        "toujours", "mais ", "encore", "ne fonctionne", "pas resolu",
    ];

    public static bool Shows(TicketText ticket)
    {
        var words = ticket.Words;
        if (words.Has(GoesOn))
            return false;
        if (words.Has(Works))
            return words.Has(Done) || words.Has(DoneIfItWorks);
        return words.Has(Done) && !words.Has(CommonWords.Mine) && !words.Has(CommonWords.Asks);
    }
}
