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
        "a user at", "a user of", "one user", "our driver", "the driver", "our drivers", "our operator", "the operator", "our nurse", "the nurse", "the doctor", "our reps", "our sales rep", "our technician", "our apprentice", "our trainee", "the trainee", "new starter", "the new starter", "our temp", "the temps", "our consultant", "our contractor", "my husband", "my wife", "my manager", "my supervisor", "a team mate", "team members", "our team member", "the secretary", "our secretary", "our clerk", "our student", "our freelancer", "the managing directors", "our managing director", "the following persons", "the following people", "all persons listed", "persons listed", "people listed", "colleagues want", "our colleagues", "some colleagues",
        "unser fahrer", "unsere fahrerin", "der fahrer", "unser monteur", "unser techniker", "unser azubi", "unsere azubi", "der azubi", "die arztin", "der arzt", "mein mann", "meine frau", "unsere studentin", "unser student", "unsere sekretarin", "zeitarbeiter", "leiharbeiter", "unsere referendarin", "unser mitarbeiter", "unsere mitarbeiterin", "meine vorgesetzte", "mein vorgesetzter", "unsere aushilfe",
        "nuestro conductor", "el conductor", "nuestro operario", "el operario", "los operarios", "la doctora", "el doctor", "mi marido", "mi mujer", "los temporales", "la becaria", "el becario", "nuestra comercial", "nuestro comercial", "nuestra companera", "nuestro companero", "la secretaria", "los eventuales",
        "notre chauffeur", "le chauffeur", "notre technicien", "le docteur", "la docteure", "le medecin", "mon mari", "ma femme", "les interimaires", "deux interimaires", "la stagiaire", "le stagiaire", "l interne", "notre commercial", "notre collegue", "notre apprenti", "la secretaire", "les vacataires",
    ];

    private static readonly string[] AreInNeed =
    [
        "cannot", "can t", "can not", "needs", "is locked", "is unable", "has forgotten", "forgot", "has lost", "lost ", "is not able", "got locked", "s account", "s password", "s laptop", "s phone", "s access", "s mfa", "s authenticator", "s login", "is leaving", "has left", "has no ", "wants", "want ", "must ", "should ", "shall ", "would like", "asks", "gets ", "is not", "does not", "doesn t", "start", "will ", "resign", "retire", "stops ", "moves ", "came back", "comes back", "is back", "was ", "s pin", "s token", "s user", "s sap", "s pc", "listed", "at our",
        "kann sich", "kann nicht", "braucht", "benotigt", "hat sein", "hat ihr", "hat das", "ist gesperrt", "hat vergessen", "kommt nicht", "verlasst", "soll ", "muss ", "mochte", "bekommt", "geht ", "scheidet", "beginnt", "wechselt", "steht ", "ist aus", "ist wieder", "wurde ", "fangt ",
        "no puede", "necesita", "ha olvidado", "ha perdido", "olvido", "perdio", "tiene la cuenta", "esta bloquead", "deja ", "debe ", "tiene ", "se jubila", "pasa ", "precisa", "quiere", "vuelve", "ha vuelto", "empieza", "entra ", "sigue", "lleva ", "se nos jubila", "necesitan",
        "ne peut", "a besoin", "a oublie", "a perdu", "est bloque", "n arrive", "n a plus", "quitte", "doit ", "veut ", "voudrait", "part ", "arrive", "prend ", "revient", "est revenu", "exige", "ont besoin", "il leur faut", "passe ",
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

    // Who comes, goes or changes is never the writer, unless they say so.
    private static readonly string[] ComeAndGo =
    [
        "resigned", "has resigned", "retires", "goes into retirement", "offboarding", "last day of work", "last working day", "leaves the company", "is leaving the company", "leaves us", "has left the company", "exit of", "termination of", "new starter", "new joiner", "new hire", "new employee", "new colleague", "new trainee", "new intern", "starter on", "changes department", "change of department", "moves to the department", "transfer of",
        "austritt von", "in den ruhestand", "geht in rente", "scheidet aus", "ausgeschieden", "verlasst das unternehmen", "verlasst uns", "neuer kollege", "neue kollegin", "neuer mitarbeiter", "neue mitarbeiterin", "neuzugang", "wechselt die abteilung", "wechselt in die abteilung",
        "se jubila", "se nos jubila", "causa baja", "deja la empresa", "baja de", "jubilacion de", "nueva incorporacion", "nuevo companero", "nueva companera", "cambio de puesto", "cambia de puesto", "cambia de departamento",
        "part a la retraite", "depart de", "depart en retraite", "quitte l entreprise", "quitte la societe", "nous quitte", "nouvel arrivant", "nouvelle arrivante", "nouveau collegue", "nouvelle collegue", "change de service", "change de poste", "prise de poste de",
    ];

    private static readonly string[] OfMyself =
        ["i am leaving", "i m leaving", "i resign", "i retire", "my last day", "my new position", "i change", "i am changing", "mein letzter", "ich wechsle", "ich verlasse", "mi ultimo dia", "me jubilo", "cambio de puesto yo", "mon dernier jour", "je quitte", "je change", "je pars"];

    // In English a pronoun is enough ("he" is Spanish for "I have"); in the other languages it may be a thing, so what it does is there, too.
    private static readonly string[] Pronouns = ["she ", "he ", "her ", "his ", "him ", "himself", "herself"];

    private static readonly string[] English = ["the ", "is ", "to ", "and ", "of ", "has ", "can ", "needs ", "cannot ", "please ", "pls ", "came ", "still ", "with "];

    private static readonly string[] They =
    [
        "sie kann sich nicht", "er kann sich nicht", "sie kommt nicht", "er kommt nicht", "sie kommt weder", "sie hat ihr", "er hat sein", "sie braucht", "er braucht", "ihr neues passwort", "sie war ", "er steht", "sie wurde", "seine anmeldung", "ihre anmeldung", "seine nummer", "ihr konto", "sein konto", "bei ihm", "bei ihr ", "fur ihn", "fur sie ",
        "ella ", "a el ", "su cuenta", "su usuario", "su acceso", "su clave", "su contrasena", "su portatil", "su movil", "lo suyo", "dele ", "denle", "para el ", "activarla", "activarlo", "desbloquearla", "desbloquearlo", "sustituta", "quitarle",
        "elle ", "lui ", "son compte", "son acces", "son mot de passe", "sa boite", "son mobile", "son portable", "a sa place", "debloquez la", "debloquez le",
    ];

    private static readonly string[] Matter =
    [
        "account", "acct", "password", "pw ", "login", "log in", "log on", "sign in", "access", "mailbox", "laptop", "phone", "notebook", "machine", "user", "unlock", "locked", "block", "reset", "mfa", "token", "pin ", "code", "authenticator", "folder", "group", "calendar", "licen", "headset", "screen", "program", "right", "permission", "employee record", "profile",
        "konto", "kennwort", "passwort", "anmeld", "zugang", "zugriff", "postfach", "rechner", "handy", "entsperr", "gesperrt", "bestatigung", "ordner", "gruppe", "kalender", "verteiler", "stempel",
        "cuenta", "contrasena", "clave", "acceso", "buzon", "portatil", "movil", "bloque", "desbloque", "carpeta", "grupo", "fichar", "usuario", "puesto",
        "compte", "mot de passe", "acces", "boite", "portable", "telephone", "bloqu", "debloqu", "dossier", "groupe", "badger", "identifiant", "session", "carte",
    ];

    // "He" and "she" that are told of and not asked for.
    private static readonly string[] OtherSubjects = ["called me", "told me", "rang me", "phoned me", "she said i", "he said i", "pretend", "claimed", "claims to be", "stranger", "unknown"];

    public static bool Shows(TicketText ticket)
    {
        var words = ticket.AboutWords;
        return ticket.Words.Has(ForOthers)
            || ticket.Words.Follows(Belongings, OfSomebody, 12)
            || words.Follows(Others, AreInNeed, 30)
            || (words.Has(ComeAndGo) && !words.Has(OfMyself))
            || words.Near(["namedperson"], Matter, 60)
            || (words.Near(words.Hits(English) > 0 ? [.. Pronouns, .. They] : They, Matter, 60) && !ticket.Words.Has(OtherSubjects))
            || (ReactivationTrait.Shows(ticket) && !ticket.Words.Has(CommonWords.Mine));
    }
}
