namespace HelpDesk.Orchestrations.Stages.Understanding.Traits;

/// <summary>Several people or a site cannot work: one shared cause, for which a change to one account is the wrong answer.</summary>
internal static class ManyAffectedTrait
{
    private const int Near = 90;

    private static readonly string[] Many =
    [
        "all users", "all of us", "we all ", "everyone", "everybody", "several users", "multiple users", "many users", "several colleagues", "several people", "many people", "all colleagues", "several operators", "operators", "whole site", "whole team", "whole office", "whole plant", "whole department", "entire site", "entire team", "entire office", "entire plant", "entire department", "the plant", "the site is", "the factory", "several countries", "all locations", "all sites", "other users", "half of the", "users are", "users report", "users cannot", "users can t",
        "alle kollegen", "alle benutzer", "alle anwender", "alle mitarbeiter", "mehrere kollegen", "mehrere benutzer", "mehrere anwender", "mehrere mitarbeiter", "viele kollegen", "wir alle", "das ganze werk", "im ganzen werk", "das werk", "ganze abteilung", "ganzes team", "ganze team", "ganze buro", "gesamte abteilung", "gesamte werk", "gesamte standort", "ganzer standort", "ganze standort", "am standort", "in mehreren landern",
        "todos los usuarios", "todos los companeros", "todos nosotros", "varios usuarios", "varios companeros", "varias personas", "muchos usuarios", "toda la planta", "toda la oficina", "todo el equipo", "todo el departamento", "en la planta", "varios paises",
        "tous les utilisateurs", "tous les collegues", "plusieurs utilisateurs", "plusieurs collegues", "plusieurs personnes", "beaucoup d utilisateurs", "tout le site", "tout le service", "toute l equipe", "toute l usine", "tout le monde", "plusieurs pays", "nous tous",
    ];

    private static readonly string[] Plain =
    [
        "nobody can ", "no one can ", "nobody is able", "none of us can", "no one is able", "site wide", "company wide",
        "niemand kann", "keiner kann", "niemand kommt", "keiner kommt", "keiner von uns", "nadie puede", "ninguno puede", "plus personne ne", "personne ne peut", "aucun utilisateur",
    ];

    public static bool Shows(TicketText ticket) =>
        ticket.Words.Has(Plain) || ticket.Words.Near(Many, CommonWords.Trouble, Near);
}
