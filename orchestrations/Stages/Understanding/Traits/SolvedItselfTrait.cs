namespace HelpDesk.Orchestrations.Stages.Understanding.Traits;

/// <summary>Says in the writer's own words that the problem is gone and the ticket may be closed. "Please close" alone is not enough, nor is "it works" alone.</summary>
internal static class SolvedItselfTrait
{
    private static readonly string[] ByItself =
    [
        "solved itself", "resolved itself", "fixed itself", "sorted itself", "went away by itself", "went away on its own", "has gone away by itself", "solved it myself", "fixed it myself", "resolved it myself", "sorted it myself", "could solve it myself",
        "hat sich erledigt", "sich von selbst erledigt", "sich von allein", "von selbst gelost", "hat sich gelost", "selbst gelost", "selber gelost", "selbst beheben", "selbst behoben",
        "se ha solucionado solo", "se soluciono solo", "se ha resuelto solo", "se resolvio solo", "se arreglo solo", "se ha arreglado solo", "lo he solucionado yo", "lo he resuelto yo", "lo he arreglado yo",
        "s est resolu tout seul", "s est regle tout seul", "resolu tout seul", "regle tout seul", "s est resolu de lui meme", "resolu moi meme", "regle moi meme", "resolu par moi meme",
    ];

    private static readonly string[] Close =
    [
        "please close", "can be closed", "can close", "may close", "could close", "close this ticket", "close the ticket", "close my ticket", "close it", "close this",
        "bitte schliessen", "ticket schliessen", "geschlossen werden", "konnt ihr schliessen", "konnen sie schliessen", "schliessen sie", "kann zu ", "schliesst das ticket",
        "cerrar el ticket", "cerrar la incidencia", "cerrar esta", "cerrar este", "pueden cerrar", "puede cerrar", "podeis cerrar", "se puede cerrar", "cierren", "cierre el",
        "fermer le ticket", "fermer ce ticket", "fermer la demande", "pouvez fermer", "pouvez cloturer", "pouvez clore", "cloturer le", "cloturer ce", "clore le", "clore ce", "peut etre ferme", "peut etre clos",
    ];

    private static readonly string[] Solved =
    [
        "solved", "resolved", "fixed", "works again", "works now", "working again", "working now", "works fine", "gone", "sorted", "all good", "no longer an issue", "no issue any more",
        "erledigt", "gelost", "behoben", "geht wieder", "geht jetzt", "funktioniert wieder", "funktioniert jetzt", "lauft wieder", "klappt wieder", "klappt jetzt", "alles gut", "wieder ok",
        "solucionado", "resuelto", "arreglado", "ya funciona", "funciona de nuevo", "vuelve a funcionar", "todo bien", "ya va bien",
        "resolu", "regle", "refonctionne", "fonctionne a nouveau", "fonctionne de nouveau", "fonctionne maintenant", "remarche", "marche a nouveau", "tout va bien", "c est bon",
    ];

    private static readonly string[] GoesOn =
    [
        "not solved", "not resolved", "not fixed", "still ", "but ", "however", "unless", "until", "do not close", "don t close", "not close", "before you close", "again and again", "not gone",
        "nicht gelost", "nicht behoben", "nicht erledigt", "noch nicht", "immer noch", "aber ", "trotzdem", "nicht schliessen", "erst schliessen", "sobald",
        "no esta resuelto", "no solucionado", "sin resolver", "todavia", "sigue ", "pero ", "no cierren", "no cerrar", "hasta que",
        "pas resolu", "pas regle", "toujours", "encore", "mais ", "ne pas fermer", "ne fermez pas", "avant de fermer", "jusqu",
    ];

    public static bool Shows(TicketText ticket)
    {
        var words = ticket.Words;
        return !words.Has(GoesOn) && !NoRequestTraits.AsksForMore(ticket) && (words.Has(ByItself) || (words.Has(Close) && words.Has(Solved)));
    }
}
