namespace HelpDesk.Orchestrations.Stages.Understanding.Traits;

/// <summary>Asks for somebody else than its writer. Placeholders tell people apart: the writer's own name is <c>[REQUESTER]</c>.</summary>
internal static class ThirdPartyTrait
{
    private static readonly string[] Others =
    [
        "my colleague", "a colleague", "our colleague", "my coworker", "my co worker", "my team member", "my employee", "an employee", "our employee", "new employee", "my boss", "my assistant", "my direct report", "one of my", "the user", "our intern", "my intern", "our new", "the employee", "the ceo", "the cfo", "the cio", "the managing director", "the director", "the boss",
        "mein kollege", "meine kollegin", "meinem kollegen", "meiner kollegin", "meines kollegen", "ein kollege", "eine kollegin", "unser kollege", "unsere kollegin", "mein mitarbeiter", "meine mitarbeiterin", "der mitarbeiter", "die mitarbeiterin", "mein chef", "meine chefin", "der benutzer", "unser praktikant", "der geschaftsfuhrer", "die geschaftsfuhrerin", "der chef", "die chefin", "des chefs", "des geschaftsfuhrers", "herr ", "frau ",
        "mi companer", "un companer", "una companer", "mi colega", "mi jefe", "mi jefa", "un empleado", "una empleada", "el usuario", "la usuaria", "nuestro becario", "el director", "la directora", "el jefe", "la jefa",
        "mon collegue", "ma collegue", "un collegue", "une collegue", "mon assistant", "mon responsable", "ma responsable", "un employe", "une employee", "l utilisateur", "notre stagiaire", "le directeur", "la directrice", "le patron",
        "namedperson",
    ];

    private static readonly string[] AreInNeed =
    [
        "cannot", "can t", "can not", "needs", "is locked", "is unable", "has forgotten", "forgot", "has lost", "lost ", "is not able", "got locked", "s account", "s password", "s laptop", "s phone", "s access", "s mfa", "s authenticator", "s login", "is leaving", "has left", "has no ",
        "kann sich", "kann nicht", "braucht", "benotigt", "hat sein", "hat ihr", "hat das", "ist gesperrt", "hat vergessen", "kommt nicht", "verlasst",
        "no puede", "necesita", "ha olvidado", "ha perdido", "olvido", "perdio", "tiene la cuenta", "esta bloquead", "deja ",
        "ne peut", "a besoin", "a oublie", "a perdu", "est bloque", "n arrive", "n a plus", "quitte",
    ];

    private static readonly string[] ForOthers =
    [
        "on behalf of", "for my colleague", "for our colleague", "for a colleague", "for my coworker", "for my team", "for one of", "for the user", "for user", "for our new", "for my employee", "for an employee", "for my boss", "for mr ", "for mrs ", "for ms ", "for the following user", "his password", "her password", "their password", "his account", "her account", "his laptop", "her laptop", "his phone", "her phone", "his login", "her login", "his access", "her access", "his mfa", "her mfa", "his authenticator", "her authenticator",
        "im namen von", "im auftrag von", "fur meinen kollegen", "fur meine kollegin", "fur unsere", "fur einen kollegen", "fur eine kollegin", "fur herrn", "fur frau", "fur den benutzer", "fur den mitarbeiter", "fur die mitarbeiterin", "sein passwort", "sein kennwort", "sein konto", "von herrn", "von frau", "seines kontos",
        "en nombre de", "de parte de", "para mi companer", "para un companer", "para mi colega", "para mi jef", "para el usuario", "de mi companer", "de mi colega",
        "au nom de", "de la part de", "pour mon collegue", "pour ma collegue", "pour un collegue", "pour l utilisateur", "de mon collegue", "de ma collegue", "son mot de passe", "son compte",
        "for namedperson", "fur namedperson", "para namedperson", "pour namedperson", "reset namedperson", "unlock namedperson", "disable namedperson",
        "for namedmail", "fur namedmail", "para namedmail", "pour namedmail",
    ];

    private static readonly string[] Belongings =
        ["password", "account", "laptop", "phone", "login", "access", "mfa", "authenticator", "passwort", "kennwort", "konto", "zugang", "handy", "contrasena", "cuenta", "acceso", "movil", "mot de passe", "compte", "acces", "telephone"];

    private static readonly string[] OfSomebody =
    [
        "of namedperson", "of namedmail", "von namedperson", "von namedmail", "de namedperson", "de namedmail",
        "of my colleague", "of a colleague", "of our colleague", "of my coworker", "of my co worker", "of my team member", "of my employee", "of an employee", "of my boss", "of my assistant", "of our intern", "of the user", "of the employee",
        "meines kollegen", "meiner kollegin", "unseres kollegen", "unserer kollegin", "von meinem kollegen", "von meiner kollegin", "meines mitarbeiters", "meiner mitarbeiterin", "meines chefs", "meiner chefin", "des mitarbeiters", "der mitarbeiterin", "des benutzers",
    ];

    public static bool Shows(TicketText ticket) =>
        ticket.Words.Has(ForOthers) || ticket.Words.Follows(Belongings, OfSomebody, 12) || ticket.Words.Follows(Others, AreInNeed, 24);
}
